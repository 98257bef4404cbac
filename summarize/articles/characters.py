"""Characters: one normal form, one kind of space, nothing that cannot be seen."""

import re
import unicodedata

LINE_BREAK = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
SPACE = re.compile(r"[^\S\n ]")
SPACES = re.compile(r"(?<=\S) +")
INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Unicode categories: controls, formats (zero-width, soft hyphen), surrogates, unassigned."""

SEEN = frozenset("\n\t")
"""White space among the controls."""

LIGATURES = str.maketrans(
    {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
)
MOST_MARKS = 16
"""Combining marks on one letter; more is no writing, and takes quadratic time to put in order."""


def clean_characters(text: str) -> str:
    """NFC; one kind of line break and of space, never two within a line; nothing invisible.

    Ligatures are their letters, and a letter keeps at most ``MOST_MARKS`` marks.
    """
    text = LINE_BREAK.sub("\n", text).translate(LIGATURES)
    text = unicodedata.normalize("NFC", _few_marks(text))
    unseen = {ord(c): None for c in set(text) - SEEN if unicodedata.category(c) in INVISIBLE}
    return SPACES.sub(" ", SPACE.sub(" ", text.translate(unseen) if unseen else text))


def one_line(text: str) -> str:
    """``text`` cleaned, on one line."""
    return " ".join(clean_characters(text).split())


def _few_marks(text: str) -> str:
    marks = "".join(c for c in set(text) if unicodedata.combining(c))
    if not marks:
        return text
    return re.sub(f"([{marks}]{{{MOST_MARKS}}})[{marks}]+", r"\1", text)

"""Characters: one normal form, one kind of space, nothing that cannot be seen."""

import re
import unicodedata

LINE_BREAK = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
SPACES = re.compile(r"[^\S\n]+")
INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Unicode categories: controls, formats (zero-width, soft hyphen), surrogates, unassigned."""

SEEN = frozenset("\n\t")
"""White space among the controls."""


def clean_characters(text: str) -> str:
    """NFC; one kind of line break, one kind of space, never two; invisible characters removed."""
    text = unicodedata.normalize("NFC", LINE_BREAK.sub("\n", text))
    unseen = {ord(c): None for c in set(text) - SEEN if unicodedata.category(c) in INVISIBLE}
    return SPACES.sub(" ", text.translate(unseen) if unseen else text)


def one_line(text: str) -> str:
    """``text`` cleaned, on one line."""
    return " ".join(clean_characters(text).split())

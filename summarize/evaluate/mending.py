"""Put back what the public copy of the News Summary corpus has lost.

Quotation marks and apostrophes became ``?`` and paragraph breaks were lost (``media.The union
territory?s``).
"""

import re

APOSTROPHE = re.compile(r"(?<=\w)\?(?=(?:s|t|re|ve|ll|d|m)\b)")
DASH = re.compile(r"(?<=\s)\?(?=\s)")
LOST_BREAK = re.compile(r"(?<=[a-z0-9)][.!])(?=[“A-Z])|(?<=[a-z][.!?,]”)(?=[“A-Z])")
STRAY = re.compile(r"([.!]”)\?")
SPACE = re.compile(r"(?<=\w)\?(?=[a-z\d])|(?<=\bon)\?\s*")
CURRENCY = re.compile(r"(?<=\s)\?(?=\d)")


def is_mangled(text: str) -> bool:
    """Whether question marks stand for apostrophes in ``text``."""
    return bool(APOSTROPHE.search(text))


def mend(text: str) -> str:
    """Put back quotation marks, apostrophes, dashes and paragraph breaks where context tells."""
    text = DASH.sub("–", CURRENCY.sub("₹", APOSTROPHE.sub("’", text.replace("\xa0", " "))))
    text = LOST_BREAK.sub("\n", _mend_quotes(text))
    return "\n\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def _mend_quotes(text: str) -> str:
    mended, is_open = [], False
    for index, char in enumerate(text):
        if char in '?"':
            before, after = text[max(0, index - 1) : index], text[index + 1 : index + 3]
            char, is_open = _quote(char, before, after, is_open)
        mended.append(char)
    return STRAY.sub(r"\1", SPACE.sub(" ", "".join(mended)))


def _quote(char: str, before: str, after: str, is_open: bool) -> tuple[str, bool]:
    """Return what stands for ``char`` here, and whether a quotation is open behind it."""
    starts_word = after[:1].isalnum()
    if starts_word and (not before.strip() or before == "("):
        return "“", True
    ends = after[:1] in ("", "\n", "\t", ",", ".") or after[1:2].islower() or after[1:2] == "("
    if is_open and (char == '"' or before in ",.!?" or ends):
        return "”", False
    if not is_open and starts_word and before in ",.!:;":
        return "“", True
    return char, is_open

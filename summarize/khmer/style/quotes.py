"""Quotation marks: « » for “ ” and for straight ones, with their spaces."""

import re
from typing import Final

from summarize.khmer.style.currency import SIGNS

_CURLY: Final = str.maketrans({"“": "«", "”": "»"})
_MARK: Final = re.compile('[«»"]')
_DIGIT: Final = "[0-9០-៩]"
_LENGTH: Final = re.compile(  # a number, but no sum of money
    rf"(?<![{SIGNS}.,0-9០-៩])(?<![{SIGNS}]\s){_DIGIT}+(?:[.,]{_DIGIT}+)*\Z"
)
_OPENERS: Final = frozenset("([«៖")
_CLOSERS: Final = frozenset(")].,;:!?»។៕ៗ%")
_INSIDE: Final = re.compile(r"(?<=«)\s+|\s+(?=»)")
_BEFORE: Final = re.compile(r"(?<=[^\s(\[«])(?=«)")
_AFTER: Final = re.compile(r"(?<=»)(?=[^\s)\].,;:!?»។៕ៗ%])")


def guillemets(text: str) -> str:
    """``text`` with « » for its double quotation marks, joined to what they enclose. Idempotent.

    A straight mark opens or closes by what stands beside it, else by whether a quotation is open;
    after a digit with none open it means inches, and stays, as doubled ones do. Quotations may run
    over segments.
    """
    marked = _straight(text.translate(_CURLY))
    if marked == text and not _MARK.search(text):
        return text
    return _AFTER.sub(" ", _BEFORE.sub(" ", _INSIDE.sub("", marked)))


def _straight(text: str) -> str:
    """``text`` with its straight marks turned into opening or closing ones."""
    if '"' not in text:
        return text
    parts, end, is_open = list[str](), 0, False
    for match in _MARK.finditer(text):
        mark = match[0] if match[0] != '"' else _turned(text, match.start(), is_open)
        parts += [text[end : match.start()], mark]
        end, is_open = match.end(), mark == "«" or (is_open and mark == '"')
    return "".join([*parts, text[end:]])


def _turned(text: str, at: int, is_open: bool) -> str:
    before, after = text[:at][-1:], text[at + 1 :][:1]
    inches = not is_open and _LENGTH.search(text, 0, at)
    if inches or '"' in (before, after):
        return '"'
    opens = not before or before.isspace() or before in _OPENERS
    closes = not after or after.isspace() or after in _CLOSERS
    if opens != closes:
        return "«" if opens else "»"
    return "»" if is_open else "«"

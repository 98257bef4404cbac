"""Raised and lowered characters: note marks go, exponents and fractions stay readable."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final, Literal

_UNITS: Final = re.compile(r"(?:^|[\s\d(/])(?:[kcdm]?m|ft|mi|in|yd|s)$", re.IGNORECASE)
_ORDINAL: Final = re.compile(r"st|nd|rd|th|er|re|ème", re.IGNORECASE)
_SIGN: Final = re.compile(r"TM|SM|®|™|©", re.IGNORECASE)
_MARK: Final = re.compile(
    r"[\s\[(]*(?:\d{1,3}|[*†‡§¶#]{1,3}|[a-z]|note \d+)(?:\s*[,–-]\s*\d{1,3})*[\s\])]*",
    re.IGNORECASE,
)
_BETWEEN_MARKS: Final = frozenset([",", ";", "·"])
_LONGEST_MARK: Final = 30  # such as "[citation needed]"
_POWER: Final = re.compile(r"[-−–+]?\d+")
_BASE: Final = re.compile(r"(?:^|[\s×x*])10$")
_POWERS: Final = str.maketrans("0123456789-−–+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")
_WHOLE: Final = re.compile(r"\d+")
_FRACTION: Final = "\u2044"
_FRACTIONS: Final = {
    unicodedata.normalize("NFKC", character): character for character in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
}


Script = Literal["", "sup", "sub"]
Piece = tuple[Script, bool, str]
"""Raised, lowered or neither; whether it leads to a note; the text."""


def resolved(pieces: Sequence[Piece]) -> str:
    """The text of ``pieces``: note marks gone, exponents and fractions readable."""
    written: list[str] = []
    skip = 0
    for i, (script, to_note, text) in enumerate(pieces):
        if skip:
            skip -= 1
            continue
        if script != "sup":
            written.append(text)
            continue
        before, after = "".join(written[-3:]), pieces[i + 1 : i + 3]
        if len(after) == 2 and after[1][0] == "sub" and numerator(text, after[0][2]):
            written.append(fraction(before, text, after[1][2]))
            skip = 2
        else:
            written.append(raised(before, text, linked=to_note))
    return "".join(written)


def raised(before: str, text: str, *, linked: bool = False) -> str:
    """What a raised ``text`` after ``before`` reads as: "" for a note mark.

    ``linked`` says that it leads to a note. An exponent of a unit or of ten becomes a superscript
    character (km², 10⁶), an ordinal ending stays (1st), a numerator stays for
    :func:`joined_fraction`.
    """
    stripped = text.strip()
    if stripped in _BETWEEN_MARKS:
        return ""
    if linked and len(stripped) <= _LONGEST_MARK:
        return ""
    if _POWER.fullmatch(stripped) and (_UNITS.search(before[-6:]) or _BASE.search(before[-4:])):
        return stripped.translate(_POWERS)
    if _ORDINAL.fullmatch(stripped) and before[-1:].isdigit():
        return stripped
    if _SIGN.fullmatch(stripped):
        return stripped
    if _MARK.fullmatch(text):
        return ""
    return text


def numerator(text: str, after: str) -> bool:
    """Whether a raised ``text`` begins a fraction, as what comes ``after`` it tells."""
    return bool(_WHOLE.fullmatch(text.strip())) and after.lstrip()[:1] in ("/", _FRACTION)


def fraction(before: str, above: str, below: str) -> str:
    """A fraction set above and below a stroke, to stand after ``before``: ½, or `` 3/7``."""
    found = _FRACTIONS.get(f"{above.strip()}{_FRACTION}{below.strip()}")
    if found:
        return found
    apart = " " if before[-1:].isdigit() else ""
    return f"{apart}{above.strip()}/{below.strip()}"

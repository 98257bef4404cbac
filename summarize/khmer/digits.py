"""Khmer and ASCII digits, and the house style that chooses between them."""

import re
from typing import Final, Literal

DigitStyle = Literal["khmer", "arabic", "source"]

KHMER_DIGITS: Final = "០១២៣៤៥៦៧៨៩"
_TO_ASCII: Final = str.maketrans(KHMER_DIGITS, "0123456789")
_TO_KHMER: Final = str.maketrans("0123456789", KHMER_DIGITS)
_KHMER_DIGIT: Final = re.compile(f"[{KHMER_DIGITS}]")
_CHUNK: Final = re.compile(r"[!-~]+")  # visible ASCII without a space: a word, a number, an address
_LATIN: Final = re.compile(r"[A-Za-z]")
_NUMERAL: Final = re.compile(r"[0-9០-៩]+(?:[.,][0-9០-៩]+)*")


def to_ascii_digits(text: str) -> str:
    """``text`` with every Khmer digit as its ASCII digit; nothing else changes."""
    return text.translate(_TO_ASCII) if _KHMER_DIGIT.search(text) else text


def to_khmer_digits(text: str) -> str:
    """``text`` with every ASCII digit as its Khmer digit; nothing else changes."""
    return text.translate(_TO_KHMER)


def restyle_digits(target: str, source: str, style: DigitStyle) -> str:
    """``target`` with its numbers in the digits of the house style.

    ``khmer`` leaves digits alone that belong to a Latin word or an address (COVID-19, H1N1, 5km).
    ``source`` writes a number as ``source`` has it and leaves the others as they were drafted.
    """
    if style == "arabic":
        return to_ascii_digits(target)
    if style == "khmer":
        return _CHUNK.sub(_khmer_unless_latin, target)
    written = {to_ascii_digits(numeral): numeral for numeral in _NUMERAL.findall(source)}
    return _NUMERAL.sub(lambda m: written.get(to_ascii_digits(m[0]), m[0]), target)


def _khmer_unless_latin(match: re.Match[str]) -> str:
    return match[0] if _LATIN.search(match[0]) else to_khmer_digits(match[0])

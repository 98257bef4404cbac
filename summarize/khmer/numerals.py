"""The record of a number, and what a numeral in digits can mean: separators of both languages."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

# Digits, grouped by spaces (1 000 000), or with points and commas in any arrangement. The text is
# in ASCII digits by then; ``\d`` would accept those of every other script too.
NUMERAL: Final = (
    r"(?:(?<![0-9.,])[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?![0-9]|[.,][0-9])"
    r"|(?!(?:(?<=\b[Mm])|(?<=\b[kcm]m))[23](?![0-9]))[0-9]+(?:[.,][0-9]+)*)"  # km2 has no number
)
_DIGITS: Final = re.compile(r"[0-9]+|[០-៩]+")
_SPACE: Final = re.compile(r"[ \u00a0\u202f]")
_GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")
_DECIMAL: Final = re.compile(r"[0-9]+[.,][0-9]+")
_BOTH: Final = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*(?!\1)[.,][0-9]+")

Kind = Literal["digits", "words", "name"]


@dataclass(frozen=True, slots=True)
class Number:
    """One number: ``text`` stands at ``start:end`` and most likely means ``value``.

    ``others`` are further readings: 1.234 in Khmer, 90 for the 1990s, 22 for 10 pm. ``kind`` says
    how it is written: in digits, in words (three, បី), or as a name that a translation may well
    leave out or put otherwise (second, half, May). ``scale`` is the factor of its scale words.
    """

    value: Decimal
    start: int
    end: int
    text: str
    others: tuple[Decimal, ...] = ()
    kind: Kind = "digits"
    scale: int = 1

    @property
    def readings(self) -> tuple[Decimal, ...]:
        """Every value it may have, the likeliest first."""
        return (self.value, *self.others)


def readings(numeral: str, decimal_mark: str) -> list[Decimal]:
    """Values that ``numeral`` may have, the likeliest first; empty when it is no single number.

    ``decimal_mark`` is the mark that is surely decimal in the language, "." in English; Khmer
    writers use both marks both ways (1.234,5 and 1,234.5), so any other single mark is ambiguous.
    """
    numeral = _SPACE.sub("", numeral)
    if numeral.isdigit():
        return [Decimal(numeral)]
    if _BOTH.fullmatch(numeral):
        return [_as_decimal(numeral)]
    values = []
    if grouped := _GROUPED.fullmatch(numeral):
        values.append(Decimal(re.sub("[.,]", "", numeral)))
    if _DECIMAL.fullmatch(numeral) and not (decimal_mark == "." and "," in numeral):
        values.append(_as_decimal(numeral))
    if grouped and grouped[1] == decimal_mark and len(values) > 1:
        return values[1:] if decimal_mark == "." else values[::-1]
    return values


def _as_decimal(numeral: str) -> Decimal:
    """The value with the last point or comma as the decimal mark."""
    last = max(numeral.rfind("."), numeral.rfind(","))
    return Decimal(re.sub("[.,]", "", numeral[:last]) + "." + numeral[last + 1 :])


def is_minutes(text: str, start: int) -> bool:
    """Whether what begins at ``start`` are the minutes of a time, as in 10:00."""
    return text[:start].rstrip().endswith((":", "៖"))


def pieces(text: str, start: int, end: int) -> list[Number]:
    """The whole numbers in ``text[start:end]``, digits that are no single number: 16.1.2020."""
    return [
        Number(Decimal(match[0]), match.start(), match.end(), match[0])
        for match in _DIGITS.finditer(text, start, end)
    ]

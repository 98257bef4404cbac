"""The record of a number, and what a numeral in digits can mean: separators of both languages."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from summarize.khmer.digits import KHMER_DIGITS

# Digits, grouped by spaces (1 000 000), or with points and commas in any arrangement. The text is
# in ASCII digits by then; ``\d`` would accept those of every other script too.
NUMERAL: Final = (
    r"(?:(?<![0-9.,])[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?![0-9]|[.,][0-9])"
    r"|(?!(?:(?<=\b[Mm])|(?<=\b[kcm]m))[23](?![0-9]))[0-9]+(?:[.,][0-9]+)*)"  # km2 has no number
)
_DIGITS: Final = re.compile("[0-9]+")
_SPACE: Final = re.compile(r"[ \u00a0\u202f]")
_GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")
_DECIMAL: Final = re.compile(r"[0-9]+[.,][0-9]+")
_BOTH: Final = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*(?!\1)[.,][0-9]+")

Kind = Literal["digits", "words", "name", "month"]
_PLAIN: Final = str.maketrans(f"{KHMER_DIGITS}\u2010\u2011\u2012\u2212", "0123456789----")
_NOT_PLAIN: Final = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
_ABBREVIATED: Final = re.compile(r"\s?[-\u2013/]\s?")
VULGAR: Final = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}
"""Fractions of one character, which follow a whole number: 2½."""
_FIRST_YEAR, _LAST_YEAR = 1800, 2099
_HINT: Final = 8  # characters in front of a number that can make it the minutes of a time


@dataclass(frozen=True, slots=True)
class Number:
    """One number: ``text`` stands at ``start:end`` and most likely means ``value``.

    ``others`` are further readings: 1.234 in Khmer, 90 for the 1990s, 22 for 10 pm. ``kind`` says
    how it is written: in digits, in words (three, បី), as a name that a translation may well
    leave out or put otherwise (second, half), or as the name of the month that has this number.
    ``scale`` is the factor of its scale words.
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

    @property
    def is_named(self) -> bool:
        """Whether it is written as a name: an ordinal, a share, a month."""
        return self.kind in ("name", "month")


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
    return text[max(0, start - _HINT) : start].rstrip().endswith((":", "៖"))


def plain(text: str) -> str:
    """``text`` with ASCII digits and hyphens, each character in its place."""
    return text.translate(_PLAIN) if _NOT_PLAIN.search(text) else text


def complete_year(text: str, number: Number, following: Number) -> Number:
    """``following`` as the year that it is short for, beside how it is written: 2023-24."""
    is_year = number.kind == "digits" and _FIRST_YEAR <= number.value <= _LAST_YEAR
    is_short = len(following.text) == 2 and following.kind == "digits" and following.text.isdigit()
    if not (is_year and is_short and _ABBREVIATED.fullmatch(text, number.end, following.start)):
        return following
    year = number.value - number.value % 100 + following.value
    if year < number.value:  # 1999-00
        year += 100
    return replace(following, others=(*following.others, year))


def pieces(text: str, start: int, end: int) -> list[Number]:
    """The whole numbers in ``text[start:end]``, digits that are no single number: 16.1.2020."""
    return [
        Number(Decimal(match[0]), match.start(), match.end(), match[0])
        for match in _DIGITS.finditer(text, start, end)
    ]

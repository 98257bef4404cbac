"""Fractions in words and figures: two-thirds, a quarter of, half the, 1/3, ពីរភាគបី, ពាក់កណ្តាល."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final

from summarize.khmer.numbers import numbers
from summarize.khmer.numerals import plain

_NUMERATORS: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_NUMERATOR_VALUES: Final = {word: n for n, word in enumerate(_NUMERATORS, start=2)}
_DENOMINATORS: Final = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_PARTS: Final = "|".join(word for word in _DENOMINATORS if word != "half")
_EXTENT: Final = (
    "by|about|almost|nearly|over|than|up|down|around|roughly|only|just|least|most|some|another"
)
_COMPARED: Final = (
    "of|less|fewer|more|higher|lower|cheaper|dearer|smaller|larger|bigger|shorter|longer"
    "|below|above"
)
_ENGLISH: Final = re.compile(
    rf"(?<!first )(?<!last )\b(?P<many>{'|'.join(_NUMERATORS)}|[2-9])"
    rf"[\s-](?P<parts>{_PARTS})s\b(?!-)"
    rf"|\b(?:(?P<extent>{_EXTENT})\s)?(?P<one>an?|one)[\s-](?P<part>{_PARTS})\b"
    rf"(?!-|\sof\san?\s)(?P<rest>\s(?:{_COMPARED})\b)?"
    rf"|\b(?:(?:(?:{_EXTENT}|in)\s)half\b(?!-|\s(?:hours?|past|an?)\b)"
    r"|(?<!first )(?<!second )(?<!latter )(?<!other )(?<!last )(?<!ern )"
    r"half\s(?:of|the|its|their|his|her|our|my|all|those|these)\b)"
    r"|(?<![0-9/.,])(?P<over>[1-9])/(?P<under>[2-9]|10)(?![0-9/])",
    re.IGNORECASE,
)
_TELLING: Final = (*_DENOMINATORS, "/")  # one of these is in every fraction of the English
_MOST: Final = 50  # fractions of a text that are read; no sentence has more
_OF: Final = re.compile("[ \u200b]?ភាគ[ \u200b]?")
_HALF_KHMER: Final = re.compile("ពាក់ ?កណ្[តដ]ាល")
_SLASH: Final = re.compile("(?<![0-9/.,])(?P<over>[1-9])/(?P<under>[2-9]|10)(?![0-9/])")


@dataclass(frozen=True, slots=True)
class Fraction:
    """``above`` of ``below`` parts, written as ``text`` at ``start:end``."""

    above: Decimal
    below: Decimal
    start: int
    end: int
    text: str

    @property
    def value(self) -> Decimal:
        """The share of the whole."""
        return self.above / self.below

    def is_share(self, value: Decimal) -> bool:
        """Whether a number of ``value`` can tell it: 67 per cent, 0.5."""
        return abs(value - 100 * self.value) < 1 or value == self.value

    @property
    def is_half(self) -> bool:
        """Whether it is a half, of which there are many ways to speak."""
        return self.above * 2 == self.below


@lru_cache(maxsize=64)
def english(text: str) -> tuple[Fraction, ...]:
    """The fractions of an English text; "a third man" and "the third quarter" are none."""
    small = text.lower()
    if not any(word in small for word in _TELLING):  # most sentences, told at once
        return ()
    found = (
        Fraction(*parts, *match.span(), match[0].strip())
        for match in _ENGLISH.finditer(plain(text))
        if (parts := _parts(match))
    )
    return tuple(islice(found, _MOST))


@lru_cache(maxsize=64)
def khmer(text: str) -> tuple[Fraction, ...]:
    """The fractions of a Khmer text."""
    folded = plain(text)
    found = [*_with_parts(folded), *_halves(folded), *_in_figures(folded)]
    return tuple(sorted(found, key=lambda fraction: fraction.start)[:_MOST])


def _parts(match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """What stands above and below the line; ``None`` where the ordinal is no denominator."""
    if match["over"]:
        return Decimal(match["over"]), Decimal(match["under"])
    if match["many"]:
        many = match["many"].lower()
        above = int(many) if many.isdigit() else _NUMERATOR_VALUES[many]
        return Decimal(above), Decimal(_DENOMINATORS[match["parts"].lower()])
    if match["part"]:
        is_share = match["extent"] or match["rest"] or match["one"].lower() == "one"
        return (Decimal(1), Decimal(_DENOMINATORS[match["part"].lower()])) if is_share else None
    return Decimal(1), Decimal(2)


def _with_parts(text: str) -> Iterator[Fraction]:
    found = numbers(text, "km")
    for above, below in pairwise(found):
        if below.value > 1 and _OF.fullmatch(text, above.end, below.start):
            span = text[above.start : below.end]
            yield Fraction(above.value, below.value, above.start, below.end, span)


def _halves(text: str) -> Iterator[Fraction]:
    return (Fraction(Decimal(1), Decimal(2), *m.span(), m[0]) for m in _HALF_KHMER.finditer(text))


def _in_figures(text: str) -> Iterator[Fraction]:
    for match in _SLASH.finditer(text):
        yield Fraction(Decimal(match["over"]), Decimal(match["under"]), *match.span(), match[0])

"""Numbers in English and Khmer text, as values that can be compared across the two.

Both digit sets, thousands and decimal marks, scale words, numbers in words, ordinals and months.
"""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from summarize.khmer import numbers_en, numbers_km
from summarize.khmer.numerals import Number, complete_year, plain

__all__ = ["Language", "Number", "numbers"]

Language = Literal["en", "km"]

_FIND: Final = {"en": numbers_en.find, "km": numbers_km.find}
_RANGE: Final = re.compile(r"\s*(?:[-–]|to|and|or|ទៅដល់|ទៅ|ដល់|ឬ|និង)\s*[$£€]?")


def numbers(text: str, language: Language) -> list[Number]:
    """The numbers of ``text`` in order, none overlapping; offsets count its characters."""
    return list(_numbers(text, language))


@lru_cache(maxsize=256)  # several checks want those of the same sentences
def _numbers(text: str, language: Language) -> tuple[Number, ...]:
    folded = plain(text)
    found = _FIND[language](folded)
    found = [*found[:1], *(complete_year(text, *pair) for pair in pairwise(found))]
    shared = [_share_scale(left, right, text) for left, right in pairwise(found)]
    own = [*shared, *found[-1:]]
    if folded == text:
        return tuple(own)
    return tuple(replace(number, text=text[number.start : number.end]) for number in own)


def _share_scale(number: Number, following: Number, text: str) -> Number:
    """In "3 to 5 million" the 3 may mean millions too."""
    if following.scale == 1 or number.scale > 1:
        return number
    if not _RANGE.fullmatch(text, number.end, following.start):
        return number
    return replace(number, others=(*number.others, number.value * following.scale))

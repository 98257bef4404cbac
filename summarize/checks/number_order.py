"""Two numbers of a range, a change or a list that changed places: from 5 to 3 for "from 3 to 5"."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from summarize.khmer.numbers import Language, Number, numbers

_LONGEST: Final = 40  # characters between two numbers that belong together
# What stands between the numbers of a pair, at its end, where units may come first.
_LINKS: Final[dict[Language, re.Pattern[str]]] = {
    "en": re.compile(r"^\s?[-\u2013]\s?[$£€]?$|\b(?:to|and|or)\b[^,.;]{0,20}$", re.IGNORECASE),
    "km": re.compile(r"^ ?[-\u2013] ?$|(?:ទៅ|ដល់|មក|និង|ឬ|ហើយ|ទល់)[^។]{0,20}$"),
}
# "to 5 from 3": what stands in front of the first number and of the second.
_BACKWARDS: Final[dict[Language, tuple[re.Pattern[str], re.Pattern[str]]]] = {
    "en": (
        re.compile(r"\bto\s[$£€]?$", re.IGNORECASE),
        re.compile(r"\bfrom\s[$£€]?$", re.IGNORECASE),
    ),
    "km": (re.compile("(?:ដល់|ទៅ|មក|នៅ) ?$"), re.compile("ពី ?$")),
}
_CLOSE: Final = 16  # characters between the two
_NEAR: Final = 8  # characters in front of the first number


def check(source: str, target: str) -> list[str]:
    """Only pairs of which both numbers are in both texts, once each, next to each other."""
    given = {(b, a) for a, b, _ in _pairs(target, "km")}
    same = {(a, b) for b, a in given}
    return [
        f"The English has {text}; the Khmer has the two numbers in the other order."
        for first, second, text in _pairs(source, "en")
        if (first, second) in given and (first, second) not in same
    ]


def _pairs(text: str, language: Language) -> Iterator[tuple[Decimal, Decimal, str]]:
    """The values of linked neighbours in the order of what they tell, and how they are written."""
    found = numbers(text, language)
    counts = Counter(number.value for number in found)
    for left, right in pairwise(found):
        between = text[left.end : right.start]
        if not _is_pair(left, right, between) or max(counts[left.value], counts[right.value]) > 1:
            continue
        if _is_backwards(text[max(0, left.start - _NEAR) : left.start], between, language):
            left, right = right, left
        elif not _LINKS[language].search(between):
            continue
        ends = sorted((left, right), key=lambda number: number.start)
        yield left.value, right.value, text[ends[0].start : ends[1].end]


def _is_backwards(before: str, between: str, language: Language) -> bool:
    to, origin = _BACKWARDS[language]
    return bool(len(between) <= _CLOSE and to.search(before) and origin.search(between))


def _is_pair(left: Number, right: Number, between: str) -> bool:
    is_plain = not left.is_named and not right.is_named
    return is_plain and left.value != right.value and len(between) <= _LONGEST

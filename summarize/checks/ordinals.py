"""Ordinals that became others: the ninth is not ទីប្រាំពីរ."""

import re
from decimal import Decimal
from typing import Final

from summarize.khmer.numbers import Number, numbers
from summarize.quantities import fractions

_ENGLISH: Final = re.compile(r"(?:first|second|third|th|[0-9](?:st|nd|rd))s?$", re.IGNORECASE)
_SUFFIX: Final = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_NEAR: Final = 6  # characters in front of a Khmer number that can make it an ordinal
_KHMER: Final = re.compile("ទី[ \u00a0\u200b]?$")
_FIRST: Final = re.compile("ដំបូង|មុនគេ|មុនដំបូង|ឯក|ដើម|មុន|ម្តង|ម្ដង")
_LEAST: Final = 3  # "first" and "second" have many other words


def check(source: str, target: str) -> list[str]:
    """An ordinal of the Khmer must be in the English as a number of any form.

    An ordinal of the English is often put otherwise; it is told only with what stands in its place.
    """
    english, khmer = numbers(source, "en"), numbers(target, "km")
    known = _readings(english)
    strange = [n for n in khmer if _is_khmer(n, target) and known.isdisjoint(n.readings)]
    if not strange:
        return []
    lost = _lost(source, target, english, khmer)
    changed = list(zip(lost, strange, strict=False))
    return [
        *(f"The English has {old.text}; the Khmer has ទី{new.text}." for old, new in changed),
        *(
            f"The Khmer has ទី{new.text}; the English does not."
            for new in strange[len(changed) :]
            if new.value >= _LEAST
        ),
    ]


def _lost(source: str, target: str, english: list[Number], khmer: list[Number]) -> list[Number]:
    given = _readings(khmer)
    if _FIRST.search(target):
        given.add(Decimal(1))
    spans = fractions.english(source)
    return [
        number
        for number in english
        if _is_english(number, source)
        and given.isdisjoint(number.readings)
        and not any(f.start <= number.start < f.end for f in spans)
    ]


def _is_english(number: Number, source: str) -> bool:
    if number.kind == "name" and number.scale == 1:
        return bool(_ENGLISH.search(number.text))
    return number.kind == "digits" and bool(_SUFFIX.match(source, number.end))


def _is_khmer(number: Number, target: str) -> bool:
    """Whether it is an ordinal in words; one in digits is compared as a number."""
    is_word = number.kind == "name" and not number.text.startswith("ទ")
    return is_word and bool(_KHMER.search(target[max(0, number.start - _NEAR) : number.start]))


def _readings(found: list[Number]) -> set[Decimal]:
    return {value for number in found for value in number.readings}

"""Damage done on purpose to a good summary: a fact swapped for one of the same kind.

What is put in comes from the summary of another article and must not stand in this one. Each
damage returns the sentence with one fault, or ``None`` where it does not apply.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from summarize.english.dates import MONTH_NAMES, WEEKDAYS
from summarize.khmer.numbers import Number, numbers

Swap = Callable[[str, str, Sequence[str], random.Random], str | None]
"""Takes a sentence, its article, sentences of other summaries and a source of chance."""

_WORD: Final = "[A-Z][A-Za-z’'-]*[a-z]"
_NAME: Final = re.compile(rf"(?<=[a-z,] )(?:{_WORD}(?: {_WORD})*|[A-Z]{{2,5}})\b(?!\s*[’'.]?[A-Z])")


def swap_number(
    sentence: str, article: str, others: Sequence[str], chance: random.Random
) -> str | None:
    """A number in digits becomes one of the same kind that the article does not have."""
    found = _figures(sentence)
    if not found:
        return None
    old = chance.choice(found)
    known = {reading for n in numbers(article, "en") for reading in n.readings}
    new = [
        n.text
        for other in others
        for n in _figures(other)
        if _kind(n) == _kind(old) and known.isdisjoint(n.readings)
    ]
    return _put(sentence, old.start, old.end, chance.choice(new)) if new else None


def swap_name(
    sentence: str, article: str, others: Sequence[str], chance: random.Random
) -> str | None:
    """A name becomes one of the same shape of which the article has no word."""
    found = _names(sentence)
    if not found:
        return None
    old = chance.choice(found)
    new = [
        match[0]
        for other in others
        for match in _names(other)
        if _shape(match[0]) == _shape(old[0]) and not any(w in article for w in match[0].split())
    ]
    return _put(sentence, *old.span(), chance.choice(new)) if new else None


SWAPS: Final[Mapping[str, Swap]] = MappingProxyType(
    {"a number swapped": swap_number, "a name swapped": swap_name}
)
"""Every damage by its name."""


def swapped(name: str, sentence: str, article: str, others: Sequence[str], seed: str) -> str | None:
    """``sentence`` with the damage ``name``; the same for the same ``seed``."""
    return SWAPS[name](sentence, article, others, random.Random(f"{seed}|{name}"))  # noqa: S311


def _figures(text: str) -> list[Number]:
    return [number for number in numbers(text, "en") if number.kind == "digits"]


def _kind(number: Number) -> tuple[bool, bool, bool, int]:
    """A year, a decimal, a number with a scale word, or a count of about the same size."""
    year = number.text.isdigit() and 1900 <= number.value < 2100
    whole = number.value == number.value.to_integral_value()
    return year, whole, number.scale > 1, min(4, len(str(int(number.value))))


def _names(text: str) -> list[re.Match[str]]:
    """Capitalised words inside a sentence; the first word is a name or not."""
    dates = {*MONTH_NAMES, *WEEKDAYS}
    return [match for match in _NAME.finditer(text) if dates.isdisjoint(match[0].split())]


def _shape(name: str) -> tuple[bool, int]:
    return name.isupper(), min(3, len(name.split()))


def _put(text: str, start: int, end: int, replacement: str) -> str:
    return text[:start] + replacement + text[end:]

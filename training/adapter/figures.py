"""Numbers of a translation as its source writes them, so that a model learns to copy them.

Khmer writes 60.000 and 3,2 for 60,000 and 3.2, or leaves thousands unmarked. What is learned is the
same in all pairs; the house style of the program decides how the digits of a draft look.
"""

import re
from collections.abc import Iterator
from typing import Final

_SOURCE: Final = re.compile(r"\d+(?:[.,]\d+)*")
_TARGET: Final = re.compile(r"\d+(?:[., ]\d{3})*(?:[.,]\d+)?(?!\d)")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[., ]\d{3})+")
_ENGLISH_THOUSANDS: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


def copied(source: str, target: str) -> str:
    """``target`` with every number that ``source`` has in another spelling in that of ``source``.

    Digits of both are ASCII digits.
    """
    spelt = {_value(number): number for number in _SOURCE.findall(source)}
    written = set(spelt.values())

    def as_in_source(found: re.Match[str]) -> str:
        number = found[0]
        if number in written:
            return number
        return next((spelt[v] for v in _readings(number) if v in spelt), number)

    return _TARGET.sub(as_in_source, target)


def _value(number: str) -> str:
    """An English number without its commas: 60,000 is 60000."""
    return number.replace(",", "") if _ENGLISH_THOUSANDS.fullmatch(number) else number


def _readings(number: str) -> Iterator[str]:
    """What a Khmer number may be in English digits: 60.000 is 60000 or 60.000, 3,2 is 3.2."""
    if _THOUSANDS.fullmatch(number):
        yield re.sub("[., ]", "", number)
    yield number.replace(" ", "").replace(",", ".")
    whole, _, part = number.replace(" ", "").replace(".", "").rpartition(",")
    if whole:
        yield f"{whole}.{part}"

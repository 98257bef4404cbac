"""What became of the quantities of an English sentence in its Khmer: swapped, lost or invented."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, partial
from typing import Final

from summarize.khmer.numbers import Number
from summarize.quantities import english, khmer
from summarize.quantities.records import Quantity

_MOST: Final = 100  # quantities of a text that are compared; no sentence has more
_NEAR: Final = 30  # characters behind a number that can hold its unit
_COUNTED: Final = re.compile(
    r"\s(?!(?:and|or|to|in|on|of|for|one|two|three|four|five|six|seven|eight|nine|ten)\s)"
    r"(?:[a-z-]{3,30}\s)?(?:[a-z]{2,30}[^\Wsu]s|people|men|women|children)\b(?!\s(?:an?|the)\b)"
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of the quantities of a pair; one whose number is lost is not told.

    ``converted`` are no faults.
    """

    converted: tuple[tuple[Quantity, Quantity], ...] = ()
    swapped: tuple[tuple[Quantity, Quantity], ...] = ()
    lost: tuple[Quantity, ...] = ()
    invented: tuple[Quantity, ...] = ()


@lru_cache(maxsize=64)
def compare(source: str, target: str) -> Comparison:
    """Match the quantities by value and unit, then those by value alone.

    A unit is lost when its number stands in the Khmer without one and the Khmer names it nowhere;
    it is invented when its number stands in the English without one and the English names it
    nowhere.
    """
    wanted, english_bare = english.read(source)
    given, khmer_bare = khmer.read(target)
    left, right = list(wanted[:_MOST]), list(given[:_MOST])
    _pair(left, right, Quantity.equals)
    swapped = _pair(left, right, partial(_is_swapped, source=source))
    converted = _pair(left, right, Quantity.converts_to)
    converted += _pair(list(wanted[:_MOST]), right, Quantity.converts_to)  # 3 miles (5 km)
    lost = [q for q in left if not q.implied and _is_lost(q, khmer_bare, target)]
    invented = [q for q in right if _is_invented(q, wanted, english_bare, source, target)]
    return Comparison(tuple(converted), tuple(swapped), tuple(lost), tuple(invented))


def _pair(
    left: list[Quantity], right: list[Quantity], match: Callable[[Quantity, Quantity], bool]
) -> list[tuple[Quantity, Quantity]]:
    """Take the pairs that ``match`` out of both lists."""
    pairs = []
    for wanted in tuple(left):
        partner = next((given for given in right if match(wanted, given)), None)
        if partner:
            left.remove(wanted)
            right.remove(partner)
            pairs.append((wanted, partner))
    return pairs


def _is_swapped(wanted: Quantity, given: Quantity, source: str) -> bool:
    """Whether only the number is the same; that of "a week" is the "a" of any Khmer noun."""
    if wanted.implied:
        is_alike = given.units[0].kind == wanted.units[0].kind
        if not is_alike or any(english.mentions(source, unit) for unit in given.units):
            return False
    return wanted.has_value_of(given)


def _is_lost(quantity: Quantity, bare: Iterable[Number], target: str) -> bool:
    if any(khmer.mentions(target, unit) for unit in quantity.units):
        return False
    return _has_number(quantity, bare)


def _is_invented(
    quantity: Quantity,
    own: Sequence[Quantity],
    bare: Sequence[Number],
    source: str,
    target: str,
) -> bool:
    """Whether the English has the number for something else.

    That it has the unit elsewhere makes it the unit of a number that stands alone: "from 3 to 5
    dollars", "the baht fell to 33"; not of one that counts: "600 cameras for a million dollars".
    """
    if quantity.is_article or khmer.is_age(target, quantity):
        return False
    alike = [n for n in bare if not set(quantity.values).isdisjoint(n.readings)]
    if quantity.is_money:
        if any(english.names_apart(source, unit) for unit in quantity.units):
            return False
        is_named = any(other.has_unit_of(quantity) for other in own)
    else:
        is_named = any(english.mentions(source, unit) for unit in quantity.units)
    return bool(alike) and not (is_named and any(_may_be(quantity, n, source) for n in alike))


def _may_be(quantity: Quantity, number: Number, source: str) -> bool:
    """Whether a number of the English, which names the unit, may count in it: "90 dry days"."""
    if number.is_named or not _COUNTED.match(source, number.end):
        return True
    if quantity.is_money:
        return False
    following = source[number.end : number.end + _NEAR]
    return any(english.mentions(following, unit) for unit in quantity.units)


def _has_number(quantity: Quantity, bare: Iterable[Number]) -> bool:
    values: set[Decimal] = set(quantity.values)
    return any(not values.isdisjoint(number.readings) for number in bare)

"""What a quantity is, and the table entry of a unit."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

Kind = Literal["time", "length", "area", "volume", "mass", "power", "temperature", "share", "money"]

_CLOSE: Final = Decimal("0.06")  # 5 miles are 8 kilometres
_CLOSE_IN_TIME: Final = Decimal("0.02")  # a month is 30 days


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its English ``name``: ``factor`` of the unit ``base``.

    Units of one base can be converted into each other; two currencies cannot.
    """

    name: str
    kind: Kind
    base: str
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit with the forms in which each language writes it, and its sign before a number.

    ``loose`` are Khmer words that may mean the unit, and other things as well.
    """

    unit: Unit
    english: tuple[str, ...]
    khmer: tuple[str, ...]
    signs: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit at ``start:end`` of a text, where they are written as ``text``.

    A number can have several readings and a word can be the name of several units: គីឡូ is short
    for kilometre and kilogram. ``country`` is the one of a currency, "" where none is told;
    ``implied`` is the one of "a year", which is often not counted.
    """

    values: tuple[Decimal, ...]
    units: tuple[Unit, ...]
    start: int
    end: int
    text: str
    country: str = ""
    implied: bool = False

    @property
    def is_money(self) -> bool:
        """Whether it can only be an amount of money."""
        return all(unit.kind == "money" for unit in self.units)

    @property
    def is_article(self) -> bool:
        """Whether the number is the Khmer "a": មួយថ្ងៃ is a day as well as one day."""
        return self.values[0] == 1 and not self.text[0].isdigit()

    def equals(self, other: "Quantity") -> bool:
        """Whether both can be the same number of the same unit."""
        return self.has_value_of(other) and self.has_unit_of(other)

    def has_value_of(self, other: "Quantity") -> bool:
        """Whether both can have the same number, of whatever unit."""
        return not set(self.values).isdisjoint(other.values)

    def has_unit_of(self, other: "Quantity") -> bool:
        """Whether both can have the same unit."""
        names = {unit.name for unit in other.units}
        return any(unit.name in names for unit in self.units) and self._agrees_with(other)

    def converts_to(self, other: "Quantity") -> bool:
        """Whether one is the other in another unit, rounded as newspapers do."""
        if self.has_unit_of(other) or not self._agrees_with(other):
            return False
        close = _CLOSE_IN_TIME if self.units[0].kind == "time" else _CLOSE
        return any(
            base == theirs and abs(amount - value) <= close * max(amount, value)
            for base, amount in self.amounts()
            for theirs, value in other.amounts()
        )

    def _agrees_with(self, other: "Quantity") -> bool:
        return "" in (self.country, other.country) or self.country == other.country

    def amounts(self) -> list[tuple[str, Decimal]]:
        """Every reading in the base of its unit."""
        return [(unit.base, value * unit.factor) for unit in self.units for value in self.values]

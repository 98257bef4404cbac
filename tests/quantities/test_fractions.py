"""Fractions of both languages."""

from decimal import Decimal

import pytest

from summarize.quantities.fractions import Fraction, english, khmer


def values(found: tuple[Fraction, ...]) -> list[tuple[int, int]]:
    return [(int(f.above), int(f.below)) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two-thirds of them", [(2, 3)]),
        ("fell by a quarter", [(1, 4)]),
        ("a third of the land, one fifth of the cattle", [(1, 3), (1, 5)]),
        ("half the village and more than half", [(1, 2), (1, 2)]),
        ("3/4 of it", [(3, 4)]),
        ("a third man in the third quarter", []),
        ("the first half of the year", []),
        ("half an hour, half past two", []),
        ("a quarter of an hour", []),
        ("on 3/4/2019", []),
        ("the first three quarters", []),
        ("around a seventh-century tower", []),
    ],
)
def test_english_fractions(text: str, expected: list[tuple[int, int]]) -> None:
    assert values(english(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ពីរភាគបី", [(2, 3)]),
        ("១ ភាគ ៥", [(1, 5)]),
        ("ពាក់កណ្តាល និងពាក់កណ្ដាល", [(1, 2), (1, 2)]),
        ("៣/៤", [(3, 4)]),
        ("៣០ភាគរយ", []),
    ],
)
def test_khmer_fractions(text: str, expected: list[tuple[int, int]]) -> None:
    assert values(khmer(text)) == expected


def test_a_fraction_can_be_told_as_a_percentage() -> None:
    (third,) = english("by a third")
    assert third.is_share(Decimal(33))
    assert not third.is_share(Decimal(35))

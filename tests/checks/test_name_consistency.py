"""One name, one spelling."""

import pytest

from summarize.checks.base import USUAL
from summarize.checks.name_consistency import check
from tests.builders import build_segments

FIRST = ("Dunlap bought the book.", "លោក ឌុនលែប បានទិញសៀវភៅ។")


@pytest.mark.parametrize(
    "second",
    [
        ("Later Dunlap sold it.", "ក្រោយមក លោក ឌុនលែប បានលក់វា។"),
        ("Later Dunlap sold it.", "ក្រោយមកលោកឌុន\u200bលែបបានលក់វា។"),
        ("Later Dunlap sold it.", "ក្រោយមក លោក ឌុនលែប (Dunlap) បានលក់វា។"),
        ("Later Dunlap sold it.", "ក្រោយមក គាត់បានលក់វា។"),
        ("Later he sold it.", "ក្រោយមក លោក ដុនឡាប បានលក់វា។"),
        ("The Chinese sold it.", "ជនជាតិចិនបានលក់វា។"),
    ],
)
def test_one_spelling_or_none_passes(second: tuple[str, str]) -> None:
    assert check(build_segments(FIRST, second), USUAL) == []


def test_a_second_spelling_is_told_with_the_first() -> None:
    second = ("Later Dunlap sold it.", "ក្រោយមក លោក ដុនឡាប បានលក់វា។")
    assert check(build_segments(FIRST, second), USUAL) == [
        ("k2", "“Dunlap” is ដុនឡាប here and ឌុនលែប in k1. Choose one.")
    ]


def test_the_rarer_spelling_is_told_wherever_it_stands() -> None:
    odd = ("Dunlap came.", "លោក ដុនឡាប បានមក។")
    found = check(build_segments(odd, FIRST, ("Then Dunlap left.", "លោក ឌុនលែប ចេញទៅ។")), USUAL)
    assert found == [("k1", "“Dunlap” is ដុនឡាប here and ឌុនលែប in k2. Choose one.")]


def test_a_name_left_in_latin_in_one_place_is_told() -> None:
    second = ("Later Dunlap sold it.", "ក្រោយមក លោក Dunlap បានលក់វា។")
    assert check(build_segments(FIRST, second), USUAL) == [
        ("k2", "“Dunlap” is in Latin letters here and ឌុនលែប in k1. Choose one.")
    ]


def test_a_name_that_became_another_is_told_when_two_others_agree() -> None:
    again = ("Then Dunlap left.", "បន្ទាប់មក លោក ឌុនលែប ចេញទៅ។")
    swapped = ("Later Dunlap sold it.", "ក្រោយមក លោក ពេត្រូ បានលក់វា។")
    assert check(build_segments(FIRST, swapped, again), USUAL) == [
        ("k2", "“Dunlap” is ឌុនលែប in k1; it is not here. Is the name right?")
    ]


def test_names_in_latin_everywhere_are_consistent() -> None:
    pair = ("Dunlap came.", "លោក Dunlap បានមក។")
    assert check(build_segments(pair, pair), USUAL) == []

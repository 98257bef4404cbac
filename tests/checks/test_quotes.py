"""Quotation marks of a whole draft."""

import pytest

from summarize.checks.base import USUAL
from summarize.checks.quotes import check
from tests.builders import build_segments

QUOTED = 'He said "we won".'
PLAIN = "He said that they won."


@pytest.mark.parametrize(
    "targets",
    [
        ["គាត់និយាយថា «យើងឈ្នះ»។"],
        ["គាត់និយាយថា “យើងឈ្នះ”។"],
        ["គាត់និយាយថា «យើងឈ្នះ។", "យើងសប្បាយ»។"],
        ["«ក “ខ” គ»"],
        ["គ្មានសញ្ញា"],
    ],
)
def test_pairs_are_closed_within_the_draft(targets: list[str]) -> None:
    assert check(build_segments(*((QUOTED, target) for target in targets)), USUAL) == []


@pytest.mark.parametrize(
    ("targets", "places"),
    [
        (["គាត់និយាយថា «យើងឈ្នះ។", "យើងសប្បាយ។"], ["k1"]),
        (["គាត់និយាយថា «យើងឈ្នះ»។", "យើងសប្បាយ»។"], ["k2"]),
        (["«ក", "«ខ»", "គ”"], ["k1", "k3"]),
        (["»ក«"], ["k1", "k1"]),
    ],
)
def test_a_mark_without_a_partner_is_found_where_it_stands(
    targets: list[str], places: list[str]
) -> None:
    found = check(build_segments(*((QUOTED, target) for target in targets)), USUAL)
    assert [where for where, _ in found] == places


def test_a_quotation_that_the_english_leaves_open_may_be_open() -> None:
    assert check(build_segments(('He said "we won.', "គាត់និយាយថា «យើងឈ្នះ។")), USUAL) == []
    assert check(build_segments(("He said “we won.", "គាត់និយាយថា «យើងឈ្នះ។")), USUAL) == []
    assert check(build_segments((PLAIN, "គាត់និយាយថា «យើងឈ្នះ។")), USUAL) != []

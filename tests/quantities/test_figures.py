"""Numbers with what they count."""

import pytest

from summarize.khmer.numbers import numbers
from summarize.quantities.figures import figures, share_units


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 percent, 6% and 7 per cent", ["percent", "percent", "percent"]),
        ("$1.2m and 300 dollars", ["dollar", "dollar"]),
        ("US$5 and 20 USD", ["dollar", "dollar"]),
        ("4,000 riel or 5 €", ["riel", "euro"]),
        ("Rs 500 and ₹20", ["rupee", "rupee"]),
        ("12 people", [""]),
        ("five won the race", [""]),
    ],
)
def test_units(text: str, expected: list[str]) -> None:
    assert [figure.unit for figure in figures(text, numbers(text, "en"))] == expected


def test_lakh_and_crore_are_scales() -> None:
    text = "10 lakh and 2 crore"
    assert [int(f.number.value) for f in figures(text, numbers(text, "en"))] == [10**6, 2 * 10**7]


@pytest.mark.parametrize("text", ["3 to 5 percent", "3, 4 and 5 percent", "between 3 and 5%"])
def test_a_range_or_list_shares_the_unit_of_its_last_number(text: str) -> None:
    found = share_units(text, figures(text, numbers(text, "en")))
    assert {figure.unit for figure in found} == {"percent"}


def test_numbers_apart_share_nothing() -> None:
    text = "3 traders lost 5 percent"
    found = share_units(text, figures(text, numbers(text, "en")))
    assert [figure.unit for figure in found] == ["", "percent"]


def test_months_are_no_figures() -> None:
    text = "It may rain in May, Sept. or mid-December."
    assert figures(text, numbers(text, "en")) == []

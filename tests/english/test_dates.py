"""Months, weekdays and days in English text."""

import pytest

from summarize.english.dates import dates, numeric_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 7 August 2023", [("August", 7)]),
        ("on August 7, 2023", [("August", 7)]),
        ("the 3rd of May", [("May", 3)]),
        ("in August 2023 and Sept. 4", [("August", 0), ("September", 4)]),
        ("on Monday at 8 am", [("Monday", 0)]),
        ("on Mondays in May", [("Monday", 0), ("May", 0)]),
        ("since March", [("March", 0)]),
        ("The year 2016 May 4", [("May", 4)]),
        ("It may rain. May it rain! March on, Jan and Dec.", []),
        ("a decision of the Augustine friars", []),
    ],
)
def test_dates_by_name(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(date.name, date.day) for date in dates(text)] == expected


def test_the_span_of_a_date_has_day_and_month() -> None:
    text = "It began on 7 August, they said."
    (date,) = dates(text)
    assert text[date.start : date.end] == "7 August"


def test_a_date_in_figures_can_be_read_both_ways() -> None:
    found = {(date.name, date.day) for date in numeric_dates("on 8/7/2023")}
    assert found == {("July", 8), ("August", 7)}


def test_a_month_above_twelve_cannot_be_meant() -> None:
    assert [(date.name, date.day) for date in numeric_dates("16.1.2020")] == [("January", 16)]

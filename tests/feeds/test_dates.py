"""Dates of feeds in all the forms that they come in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.feeds.dates import seconds_of

AT_SEVEN = 1_795_132_800.0


@pytest.mark.parametrize(
    "text",
    [
        "Fri, 20 Nov 2026 07:00:00 +0700",
        "20 Nov 2026 00:00 GMT",
        "2026-11-20T07:00:00+07:00",
        "2026-11-20T00:00:00Z",
        "2026-11-20T00:00:00.000Z",
        " 2026-11-20 ",
    ],
)
def test_one_moment_in_the_forms_of_feeds(text: str) -> None:
    assert seconds_of(text) == AT_SEVEN


@given(st.text(max_size=40))
def test_what_is_no_date_is_none_and_never_an_error(text: str) -> None:
    found = seconds_of(text)
    assert found is None or isinstance(found, float)


def test_a_year_or_a_month_is_its_first_day() -> None:
    assert seconds_of("2026") == seconds_of("2026-01-01")
    assert seconds_of("2026-11") == seconds_of("2026-11-01")

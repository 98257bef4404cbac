"""How the quantities of two texts are matched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.quantities import Comparison, compare
from summarize.quantities.currencies import CURRENCIES
from summarize.quantities.measures import MEASURES
from summarize.quantities.records import Entry

ENTRIES = st.sampled_from([*MEASURES, *CURRENCIES])


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("5 miles", "៨ គីឡូម៉ែត្រ"),
        ("two weeks", "១៤ ថ្ងៃ"),
        ("a decade", "១០ ឆ្នាំ"),
        ("three months", "៩០ ថ្ងៃ"),
        ("50 cents", "០,៥ ដុល្លារ"),
        ("6 feet", "១,៨ ម៉ែត្រ"),
    ],
)
def test_a_converted_unit_is_no_fault(source: str, target: str) -> None:
    found = compare(source, target)
    assert len(found.converted) == 1
    assert compare(source, target) == Comparison(converted=found.converted)


def test_a_conversion_may_be_added() -> None:
    found = compare("3,000 miles", "៣០០០ ម៉ាយ (៤៨២៨ គីឡូម៉ែត្រ)")
    assert [new.text for _, new in found.converted] == ["4828 គីឡូម៉ែត្រ"]


@pytest.mark.parametrize(
    ("source", "target"),
    [("13 weeks", "១២ សប្តាហ៍"), ("5 miles", "១២ គីឡូម៉ែត្រ"), ("$5", "៥,១ ដុល្លារ")],
)
def test_another_value_is_no_conversion(source: str, target: str) -> None:
    assert compare(source, target).converted == ()


@given(ENTRIES, ENTRIES, st.integers(1001, 9999))
def test_a_unit_is_the_same_as_itself_and_as_none_of_another_name(
    first: Entry, second: Entry, value: int
) -> None:
    found = compare(f"{value}-{first.english[0]}", f"{value} {second.khmer[0]}")
    assert found.lost == found.invented == ()
    if first == second:
        assert found.swapped == ()
    assert not any(old.has_unit_of(new) for old, new in found.swapped)


def test_dollars_of_two_countries_are_two_currencies() -> None:
    assert compare("A$40", "៤០ ដុល្លារអាមេរិក").swapped
    assert not compare("A$40", "៤០ ដុល្លារ").swapped
    assert not compare("$40", "៤០ ដុល្លារអាមេរិក").swapped

"""Raised characters: marks go, exponents, ordinals and fractions stay."""

import pytest

from summarize.articles.raised import fraction, numerator, raised


@pytest.mark.parametrize(
    ("before", "text", "read"),
    [
        ("16,000", "1", ""),
        ("the boats", "[3]", ""),
        ("the boats", "2, 4", ""),
        ("the boats", "*", ""),
        ("the boats", "a", ""),
        ("14 km", "2", "²"),
        ("6 m", "3", "³"),
        ("of 10", "-9", "⁻⁹"),
        ("the 21", "st", "st"),
        ("Acme", "TM", "TM"),
        ("it was", " not so ", " not so "),
    ],
)
def test_what_is_raised_reads_as(before: str, text: str, read: str) -> None:
    assert raised(before, text) == read


def test_what_leads_to_a_note_is_a_mark_whatever_it_is() -> None:
    assert raised("14 km", "2", linked=True) == ""
    assert raised("so it is", "[citation needed]", linked=True) == ""


def test_fractions() -> None:
    assert numerator("1", "/")
    assert not numerator("1", " of")
    assert fraction("2", "1", "2") == "½"
    assert fraction("of ", "3", "7") == "3/7"
    assert fraction("2", "3", "7") == " 3/7"

"""Places that a draft has with another word for their kind, or misspelt."""

import pytest

from summarize.drafting.obey import by_sound
from summarize.drafting.placed import consonants
from summarize.drafting.repair import Repaired
from summarize.glossary import NO_TERMS


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("A shop near Bavet burnt.", "ហាងនៅខេត្តបាវិត បានឆេះ។", "ហាងនៅក្រុងបាវិត បានឆេះ។"),
        ("He farms in Thma Bang.", "គាត់ធ្វើស្រែក្នុងខេត្តថ្មបាង។", "គាត់ធ្វើស្រែក្នុងស្រុកថ្មបាំង។"),
        (
            "They live in Chrey Thom village near Bavet.",
            "គេរស់នៅភូមិជ្រៃទឹម ក្បែរក្រុងបាវិត។",
            "គេរស់នៅភូមិជ្រៃធំ ក្បែរក្រុងបាវិត។",
        ),
    ],
)
def test_the_right_kind_and_spelling_are_put_in(source: str, target: str, expected: str) -> None:
    found = by_sound(source, target, NO_TERMS)
    assert found.target == expected
    assert "put in place of" in found.note


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("He was held in Chhlong commune, Chhlong district.", "គេឃាត់គាត់នៅស្រុកឆ្លូង។"),
        ("Rain fell in Stung Trang district.", "មានភ្លៀងនៅខេត្តស្ទឹងត្រែង។"),
        ("He farms in Thma Bang.", "គាត់ធ្វើស្រែក្នុងខេត្តកោះកុង។"),
    ],
)
def test_another_place_that_stands_there_stays(source: str, target: str) -> None:
    assert by_sound(source, target, NO_TERMS) == Repaired(target)


def test_consonants_that_sound_alike_are_one() -> None:
    assert consonants("ជ្រៃធំ") == consonants("ជ្រៃទឹម")
    assert consonants("ថ្មបាំង") == consonants("ថ្មបាង")
    assert consonants("បាវិត") != consonants("បាត់ដំបង")

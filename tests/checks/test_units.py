"""Units beside numbers."""

import pytest

from summarize.checks.units import check


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It rose 5.2%.", "វាបានកើន ៥,២ ភាគរយ។"),
        ("It rose 5.2 percent.", "វាបានកើន ៥,២%។"),
        ("It cost $69 million.", "តម្លៃ ៦៩ លានដុល្លារ។"),
        ("It cost 3 million US dollars.", "តម្លៃ $៣ លាន។"),
        ("It paid 4,000 riel.", "បង់ ៤០០០៛។"),
        ("It cost €5.", "តម្លៃ ៥ អឺរ៉ូ។"),
        ("It is 5 km away.", "ចម្ងាយ ៥ គ.ម."),
        ("It is 5 miles away.", "ចម្ងាយ ៨ គីឡូម៉ែត្រ។"),
        ("A 10-metre wall.", "ជញ្ជាំងកម្ពស់ ១០ ម៉ែត្រ។"),
        ("It weighs 90kg.", "ទម្ងន់ ៩០ គក្រ។"),
        ("They pay top dollar.", "ពួកគេបង់ថ្លៃខ្ពស់។"),
        ("Miles came at 5.", "លោក ម៉ៃលស៍ មកម៉ោង ៥។"),
        ("He left.", "គាត់បានចាកចេញ។"),
    ],
)
def test_a_unit_in_any_of_its_forms_passes(source: str, target: str) -> None:
    assert check(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "unit"),
    [
        ("It rose 5.2%.", "វាបានកើន ៥,២។", "percent"),
        ("It cost $69 million.", "តម្លៃ ៦៩ លានរៀល។", "dollars"),
        ("It paid 4,000 riel.", "បង់ ៤០០០ ដុល្លារ។", "riels"),
        ("It is 5 km away.", "ចម្ងាយ ៥ ម៉ែត្រ។", "kilometres"),
        ("It ships 2 million tonnes.", "ដឹក ២ លាន។", "tonnes"),
        ("It was 40 degrees.", "ក្ដៅ ៤០។", "degrees"),
    ],
)
def test_a_unit_that_was_dropped_or_swapped_is_told(source: str, target: str, unit: str) -> None:
    assert check(source, target) == [f"The English counts in {unit}; the Khmer does not."]


def test_a_unit_is_told_once() -> None:
    assert len(check("It rose 5% and 6%, from $3 to $4.", "វាបានកើនពី ៣ ដល់ ៤។")) == 2

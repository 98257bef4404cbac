"""Quantities with their units, and amounts of money."""

import pytest

from summarize.checks import currencies, units


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
    assert units.check(source, target) == currencies.check(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        (
            "It rose 5.2%.",
            "វាបានកើន ៥,២។",
            "The English has 5.2%; the Khmer has the number without percent.",
        ),
        ("It is 5 km away.", "ចម្ងាយ ៥ ម៉ែត្រ។", "The English has 5 km; the Khmer has 5 ម៉ែត្រ."),
        (
            "It ships 2 million tonnes.",
            "ដឹក ២ លាន។",
            "The English has 2 million tonnes; the Khmer has the number without tonne.",
        ),
        ("It takes 3.", "ចំណាយពេល ៣ ម៉ោង។", "The Khmer has 3 ម៉ោង; the English counts no hour."),
    ],
)
def test_what_became_of_a_unit_is_told(source: str, target: str, message: str) -> None:
    assert units.check(source, target) == [message]
    assert currencies.check(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        (
            "It cost $69 million.",
            "តម្លៃ ៦៩ លានរៀល។",
            "The English has $69 million; the Khmer has 69 លានរៀល.",
        ),
        (
            "It paid 4,000 riel.",
            "បង់ ៤០០០។",
            "The English has 4,000 riel; the Khmer has the number without riel.",
        ),
        (
            "There are 30 million wallets.",
            "មានកាបូប ៣០ លានដុល្លារ។",
            "The Khmer has 30 លានដុល្លារ; the English counts no dollar.",
        ),
    ],
)
def test_what_became_of_money_is_told(source: str, target: str, message: str) -> None:
    assert currencies.check(source, target) == [message]
    assert units.check(source, target) == []


def test_a_fault_is_told_once() -> None:
    source, target = "From $3 to $4, then to $3.", "ពី ៣ ដល់ ៤ ហើយមក ៣។"
    assert len(currencies.check(source, target)) == 2

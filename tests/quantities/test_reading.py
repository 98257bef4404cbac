"""What is read as a quantity in each language, and what is not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.khmer.digits import to_khmer_digits
from summarize.quantities import Quantity, english, khmer


def told(found: tuple[Quantity, ...]) -> list[tuple[str, float]]:
    return [(quantity.units[0].name, float(quantity.values[0])) for quantity in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three years", [("year", 3)]),
        ("a three-year-old", [("year", 3)]),
        ("three more years", [("year", 3)]),
        ("$1.2m", [("dollar", 1_200_000)]),
        ("US$5 and 3 Hong Kong dollars", [("dollar", 5), ("dollar", 3)]),
        ("£40", [("pound", 40)]),
        ("Rs 500", [("rupee", 500)]),
        ("5 km²", [("square kilometre", 5)]),
        ("a 5‑year plan", [("year", 5)]),
        ("2 percentage points", [("percentage point", 2)]),
        ("a week", [("week", 1)]),
        ("5 m tall and 5m tall", [("metre", 5), ("metre", 5)]),
    ],
)
def test_english_quantities(text: str, expected: list[tuple[str, float]]) -> None:
    assert told(english.read(text)[0]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "5 people",
        "the third year",
        "he had 3 won",
        "2007 Taipei IT Month",
        "5m people",
        "19 has",
        "",
    ],
)
def test_what_is_no_quantity_in_english(text: str) -> None:
    assert english.read(text)[0] == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("៣ឆ្នាំ", [("year", 3)]),
        ("១,២ លានដុល្លារ", [("dollar", 1_200_000)]),
        ("$៥", [("dollar", 5)]),
        ("៥ គ.ម", [("kilometre", 5)]),
        ("៥ ម៉ែត្រ ការ៉េ", [("square metre", 5)]),
        ("មួយម៉ោងកន្លះ", [("hour", 1.5)]),
        ("២ ចំណុចភាគរយ", [("percentage point", 2)]),
        ("៣ ថ្ងៃ ៤ យប់", [("day", 3), ("night", 4)]),
    ],
)
def test_khmer_quantities(text: str, expected: list[tuple[str, float]]) -> None:
    assert told(khmer.read(text)[0]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ថ្ងៃទី១៥ ខែមីនា ឆ្នាំ២០១៩",
        "ខែ ៣ ឆ្នាំ ២០១៩",
        "ម៉ោង ២ យប់",
        "ម៉ោងប្រហែល ១១ យប់",
        "ម៉ោង ១០ និង ៣០ នាទី",
        "ម៉ោង ១១:៤៥ យប់",
        "៣ នាក់",
        "ឆ្នាំងមួយ",
        "បីយានជំនិះ",
    ],
)
def test_what_is_no_quantity_in_khmer(text: str) -> None:
    assert khmer.read(text)[0] == ()


def test_a_word_can_name_two_units() -> None:
    (quantity,) = khmer.read("៥ គីឡូ")[0]
    assert {unit.name for unit in quantity.units} == {"kilometre", "kilogram"}


@given(st.integers(1, 10**9), st.sampled_from(["ថ្ងៃ", "តោន", "ភាគរយ", "អឺរ៉ូ"]))
def test_any_number_has_its_unit_in_both_digit_sets(value: int, word: str) -> None:
    for text in (f"{value} {word}", to_khmer_digits(f"{value}{word}")):
        (quantity,) = khmer.read(text)[0]
        assert Decimal(value) in quantity.values
        assert khmer.unit_text(quantity) == word

"""Khmer and ASCII digits, and the house style."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.khmer.digits import restyle_digits, to_ascii_digits, to_khmer_digits

SOURCE = "In 2019, 16 of five"


def test_digits_are_exchanged_and_nothing_else() -> None:
    assert to_khmer_digits("ឆ្នាំ2019 (5)") == "ឆ្នាំ២០១៩ (៥)"
    assert to_ascii_digits("ឆ្នាំ២០១៩ (៥)") == "ឆ្នាំ2019 (5)"


@given(st.text(st.sampled_from("0123456789abក. "), max_size=20))
def test_digits_come_back(text: str) -> None:
    assert to_ascii_digits(to_khmer_digits(text)) == text


@pytest.mark.parametrize("token", ["COVID-19", "H1N1", "5km", "https://a.kh/2019", "F-16,"])
def test_khmer_style_leaves_latin_words_alone(token: str) -> None:
    assert restyle_digits(f"មាន {token} និង 16", SOURCE, "khmer") == f"មាន {token} និង ១៦"


def test_khmer_style_reaches_numbers_with_signs() -> None:
    assert restyle_digits("តម្លៃ $1,200.5 (10%)", SOURCE, "khmer") == "តម្លៃ $១,២០០.៥ (១០%)"


def test_arabic_style_writes_every_digit_in_ascii() -> None:
    assert restyle_digits("ឆ្នាំ២០១៩ មាន ៥", SOURCE, "arabic") == "ឆ្នាំ2019 មាន 5"


def test_source_style_changes_only_numbers_that_the_source_has_in_digits() -> None:
    assert restyle_digits("ឆ្នាំ២០១៩ មាន ៥", SOURCE, "source") == "ឆ្នាំ2019 មាន ៥"

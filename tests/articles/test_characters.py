"""One normal form, one kind of space, nothing invisible."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.articles.characters import clean_characters, one_line


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("cafe\u0301", "café"),
        ("Phnom\u200bPenh\ufeff", "PhnomPenh"),
        ("co\u00adoperate", "cooperate"),
        ("a\u00a0\u2009 b\tc", "a b c"),
        ("a\r\nb\rc\u2028d\x0ce", "a\nb\nc\nd\ne"),
        ("bell\x07, escape\x1b[0m", "bell, escape[0m"),
        ("\ud800lone surrogate", "lone surrogate"),
        ("a \u200b b", "a b"),
        ("ខ្មែរ ok", "ខ្មែរ ok"),
    ],
)
def test_characters_are_cleaned(dirty: str, clean: str) -> None:
    assert clean_characters(dirty) == clean


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_characters(text)
    assert clean_characters(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text())
def test_one_line_has_no_white_space_but_single_spaces(text: str) -> None:
    line = one_line(text)
    assert line == " ".join(line.split())
    assert line.encode("utf-8").decode("utf-8") == line

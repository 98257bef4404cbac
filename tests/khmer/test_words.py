"""Khmer words by the word list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.khmer.normalise import key
from summarize.khmer.words import is_word, words

KHMER = st.text(st.characters(min_codepoint=0x1780, max_codepoint=0x17D3), max_size=30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("គាត់បានបន្ថែមថា", ["គាត់", "បាន", "បន្ថែម", "ថា"]),
        ("តើគាត់មកឬទេ?", ["តើ", "គាត់", "មក", "ឬ", "ទេ"]),
        ("មាន 5 នាក់", ["មាន", "នាក់"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_its_likeliest_words(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(key(text))] == expected


def test_what_is_in_no_word_is_left_as_clusters_that_are_not_known() -> None:
    assert next((word.text, word.is_known) for word in words("ឆ្ឃូន")) == ("ឆ្ឃូ", False)


@given(KHMER)
def test_every_character_is_in_one_word_at_its_place(text: str) -> None:
    text = key(text)
    found = words(text)
    assert "".join(word.text for word in found) == text.replace(" ", "")
    assert all(text.startswith(word.text, word.start) for word in found)


@pytest.mark.parametrize(("word", "there"), [("តុលាការ", True), ("តុលាភការ", False)])
def test_the_list_tells_words_from_what_is_none(word: str, there: bool) -> None:
    assert is_word(word) is there

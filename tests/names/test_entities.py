"""Places by all their names in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.khmer.normalise import key
from summarize.names.entities import DOUBTFUL, PAGE, Difference, difference

ROWS = [line.split("\t") for line in PAGE.read_text("utf-8").splitlines()[1:]]
SURE = [
    (english, khmer)
    for _, english_names, khmer_names in ROWS
    for english in english_names.split("|")
    for khmer in khmer_names.split("|")
    if english and not english.startswith(DOUBTFUL)
]


@given(st.sampled_from(SURE))
def test_every_name_is_rendered_by_every_khmer_name_of_its_place(names: tuple[str, str]) -> None:
    english, khmer = names
    found = difference(f"It is {english}.", f"វាគឺ {khmer.removeprefix(DOUBTFUL)} ។")
    assert not found.lost
    assert not found.swapped


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[2])
def test_khmer_names_stand_in_the_form_that_texts_are_compared_in(row: list[str]) -> None:
    assert [key(form) for form in row[2].split("|")] == row[2].split("|")


def test_an_empty_translation_has_no_difference() -> None:
    assert difference("He is in Japan.", " ") == Difference()

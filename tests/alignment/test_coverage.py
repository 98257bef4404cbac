"""How much of the English the Khmer renders."""

import pytest

from summarize.alignment.coverage import Coverage, coverage
from summarize.alignment.omission import log_odds
from summarize.alignment.table import is_ordinary, links
from summarize.khmer.words import listed

ENGLISH = "The court fined the company for the fire in its warehouse."
KHMER = "តុលាការបានពិន័យក្រុមហ៊ុននេះចំពោះអគ្គិភ័យក្នុងឃ្លាំងរបស់ខ្លួន។"


def test_a_good_translation_renders_all_its_words() -> None:
    found = coverage(ENGLISH, KHMER)
    assert (found.run, found.missing, found.unrendered) == (0.0, (), 0.0)


def test_the_words_of_what_is_left_out_are_named_in_order() -> None:
    assert coverage(ENGLISH, "តុលាការបានពិន័យក្រុមហ៊ុននេះ។").missing == ("fire", "warehouse")


def test_a_word_that_stands_for_nothing_is_strange() -> None:
    found = coverage(ENGLISH, KHMER.replace("អគ្គិភ័យ", "ដំរី"))
    assert (found.lost[0], found.strange[0]) == ("fire", "ដំរី")


def test_nothing_is_covered_by_nothing() -> None:
    assert coverage("", "") == Coverage(0.0, (), 0.0, 0.0, ("", 0.0), ("", 0.0))


def test_the_odds_of_an_omission_grow_with_what_is_left_out() -> None:
    parts = [KHMER, "តុលាការបានពិន័យក្រុមហ៊ុននេះចំពោះអគ្គិភ័យ។", "តុលាការបានពិន័យ។"]
    odds = [log_odds(ENGLISH, part) for part in parts]
    assert odds == sorted(odds)
    assert odds[0] < 0 < odds[-1]


@pytest.mark.parametrize(("word", "ordinary"), [("Fire", True), ("the", True), ("Siminoff", False)])
def test_words_are_told_from_names(word: str, ordinary: bool) -> None:
    assert is_ordinary(word) is ordinary


def test_the_tables_fit_the_word_list() -> None:
    table = links()
    assert len(table.explained) == len(table.met) == len(listed())
    assert len(table.rows) == len(table.ends) == len(table.rendered) == len(table.chance)

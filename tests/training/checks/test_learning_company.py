"""Company is learned from what stands near, and strangeness from what was replaced."""

import numpy as np
import pytest

from summarize.evaluate.pairs import Pair
from training.checks.company import WINDOW, counted, factorised, information, vocabulary
from training.checks.strange import examples

COURT, JUDGE, BALL, GOAL = "តុលាការ", "ចៅក្រម", "បាល់ទាត់", "គ្រាប់"
TEXT = [[COURT, JUDGE]] * 5 + [[BALL, GOAL]] * 5
WORDS = [COURT, JUDGE, BALL, GOAL]


def test_a_word_is_kept_that_enough_sentences_have_in_the_order_of_the_list() -> None:
    assert set(vocabulary([*TEXT, [GOAL, "ផ្ទះ"]])) == set(WORDS)


def test_words_are_counted_both_ways_within_a_sentence_and_no_further_than_the_window() -> None:
    far = [COURT, *["ផ្ទះ"] * WINDOW, JUDGE]
    counts = counted([*TEXT, [COURT, "ផ្ទះ", JUDGE], far], [*WORDS, "ផ្ទះ"])
    assert counts[0, 1] == counts[1, 0] == 6
    assert counts[0, 2] == 0


def test_vectors_multiply_to_the_information_that_words_have_of_each_other() -> None:
    found = information(counted(TEXT, WORDS))
    vectors = factorised(found, 4)
    assert found[0, 1] > 0 == found[0, 2]
    # what is near has a positive part only: the eigenvalues below zero are left out
    assert vectors[0] @ vectors[1] > 0.3
    assert vectors[0] @ vectors[2] == pytest.approx(0, abs=1e-4)
    assert np.isfinite(vectors).all()


def test_the_word_that_damage_puts_in_is_the_example_of_a_strange_one() -> None:
    pair = Pair(
        "The court fined the company for the fire in its warehouse.",
        "តុលាការបានពិន័យក្រុមហ៊ុននេះចំពោះអគ្គិភ័យក្នុងឃ្លាំងរបស់ខ្លួន។",
    )
    free = Pair(pair.source, pair.target.replace("ឃ្លាំង", "រោងចក្រ"))  # a factory is no link of it
    assert [label for _, label in examples([pair])] == [1]
    assert [label for _, label in examples([free])] == [0, 1]

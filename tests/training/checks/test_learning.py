"""What the checks learn: links, words, sounds, excuses and weights."""

from collections import Counter

import numpy as np
import pytest

from summarize.evaluate.pairs import Pair
from training.checks.alignment import crossed, links, rates
from training.checks.antonyms import Line, fitted
from training.checks.coverage import examples
from training.checks.coverage import fitted as regressed
from training.checks.lexicon import kept
from training.checks.sounds import align, estimate, first

PAIRS = [
    (["fire", "house"], ["ភ្លើង", "ផ្ទះ"]),
    (["fire", "car"], ["ភ្លើង", "ឡាន"]),
    (["house", "car"], ["ផ្ទះ", "ឡាន"]),
    (["rain"], ["ភ្លៀង"]),
    *(([f"other{n}"], [f"ផ្សេង{n}"]) for n in range(20)),
] * 4


def test_words_that_occur_together_are_linked_and_others_are_not() -> None:
    found = links(PAIRS)
    assert {("fire", "ភ្លើង"), ("house", "ផ្ទះ"), ("car", "ឡាន")} <= found
    assert ("fire", "ភ្លៀង") not in found


def test_a_word_is_rendered_where_a_link_of_it_stands() -> None:
    found = rates(PAIRS, {("fire", "ភ្លើង")}, 0)
    assert (found.seen["fire"], found.rendered["fire"]) == (8, 8)
    assert crossed(PAIRS, 1).rendered["ភ្លើង"] == 8


def test_a_word_is_kept_that_occurs_twice_or_is_listed() -> None:
    counts = Counter({"ភ្លើង": 2, "ផ្ទះ": 1, "ឡាន": 1})
    assert kept(counts, ["ផ្ទះ", "មេឃ"]) == {"ភ្លើង": 2, "ផ្ទះ": 1, "មេឃ": 0}


def test_spellings_are_aligned_with_the_letters_they_stand_for() -> None:
    names = [(["k", "a"], ["ក", "ា"]), (["s", "a"], ["ស", "ា"]), (["k", "o"], ["ក", "ូ"])] * 9
    table = estimate(first(names), Counter("កាសូណទ" * 5))
    _, path = align(["k", "a"], ["ណ", "ក", "ា", "ទ"], table, within=True)
    assert path == [("a", "ា"), ("k", "ក")]


@pytest.mark.parametrize(("word", "kept_too"), [("ឡើង", True), ("ខ្ពស់", False)])
def test_only_an_excuse_that_excuses_something_is_kept(word: str, kept_too: bool) -> None:
    line = Line("prices rose", "តម្លៃធ្លាក់ឡើង", frozenset(["ធ្លាក់"]))
    row = fitted(f"rose\tកើន|?{word}\tfell\tធ្លាក់", [line])
    assert (f"?{word}" in row) is kept_too


def test_a_regression_tells_the_damaged_from_the_others() -> None:
    rows = np.array([[1.0, x] for x in (0.1, 0.2, 0.3, 1.1, 1.2, 1.3)])
    weights = regressed(rows, np.array([0, 0, 0, 1, 1, 1], np.float64))
    assert (rows @ weights > 0).tolist() == [False, False, False, True, True, True]


def test_each_pair_is_an_example_as_it_is_and_damaged() -> None:
    khmer = "តុលាការបានពិន័យក្រុមហ៊ុននេះ ចំពោះអគ្គិភ័យក្នុងឃ្លាំងរបស់ខ្លួន កាលពីសប្តាហ៍មុន។"
    labels = [label for _, label in examples([Pair("The court fined it last week.", khmer)])]
    assert labels == [0, 1]

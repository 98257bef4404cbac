"""A summary that says the same twice."""

import pytest

from summarize.checks.evidence import Evidence
from summarize.checks.repetition import check
from tests.builders import build_article

LONG = (
    "The provincial governor told the villagers on Friday that the road to the market would be "
    "closed for at least two weeks while workers repair three wooden bridges that the flood had "
    "damaged in September."
)
SHORT = "Prices of vegetables have doubled since the road was first closed."
EVIDENCE = Evidence(build_article(LONG, SHORT))
"""An article of 45 words."""


def test_the_later_of_two_like_sentences_is_told() -> None:
    again = "Since the road was closed, vegetables’ prices have doubled."
    assert check([SHORT, LONG, again], EVIDENCE) == [
        (2, "Says nearly the same as sentence 1. Leave one of them out.")
    ]


def test_a_phrase_that_comes_again_is_told_where_it_does() -> None:
    phrase = "three wooden bridges that the flood had damaged"
    sentences = [f"Workers repair {phrase}.", f"Nobody in the market had seen {phrase} before."]
    assert check(sentences, EVIDENCE) == [(1, f"“{phrase}” is repeated.")]


@pytest.mark.parametrize("sentences", [[LONG, SHORT], ["It is shut.", "It is shut."], []])
def test_different_and_very_short_sentences_are_no_repetition(sentences: list[str]) -> None:
    assert check(sentences, EVIDENCE) == []

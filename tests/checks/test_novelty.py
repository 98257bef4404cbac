"""A sentence in words that the article does not use."""

import pytest

from summarize.checks.evidence import Evidence
from summarize.checks.novelty import check
from tests.builders import build_article

LONG = (
    "The provincial governor told the villagers on Friday that the road to the market would be "
    "closed for at least two weeks while workers repair three wooden bridges that the flood had "
    "damaged in September."
)
SHORT = "Prices of vegetables have doubled since the road was first closed."
EVIDENCE = Evidence(build_article(LONG, SHORT))
"""An article of 45 words."""


@pytest.mark.parametrize(
    "sentence",
    [
        "The governor closes the road for two weeks.",
        "Villagers told of doubled prices.",
        "Bananas rot.",
    ],
)
def test_words_of_the_article_in_other_forms_are_not_new(sentence: str) -> None:
    assert check(sentence, EVIDENCE) == []


def test_a_sentence_of_new_words_is_told_with_their_share() -> None:
    assert check("Astronauts celebrated cheerfully aboard stations.", EVIDENCE) == [
        "100 % of its words are not in the article. Does the article say this?"
    ]

"""Negations gained or lost between article and summary."""

import pytest

from summarize.checks.evidence import Evidence
from summarize.checks.negation import check
from tests.builders import build_article

EVIDENCE = Evidence(
    build_article(
        "The ministry did not approve the new hydropower dam on the Sesan river.",
        "The court granted bail to the four activists on Tuesday.",
        "The airline refused to pay compensation to the stranded passengers.",
        "Not only farmers but also fishermen joined the protest near the lake.",
    )
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry did not approve the dam on the Sesan.",
        "The ministry refused to approve the new hydropower dam.",
        "The ministry rejected the new hydropower dam on the Sesan river.",
        "The court granted the four activists bail.",
        "The airline did not pay compensation to the passengers.",
        "Farmers and fishermen joined the protest near the lake.",
        "Nobody knows what comes next.",
        "",
    ],
)
def test_the_same_said_with_or_without_not_passes(sentence: str) -> None:
    assert check(sentence, EVIDENCE) == []


def test_a_lost_negation_is_told_with_the_sentence_of_the_article() -> None:
    assert check("The ministry did approve the new hydropower dam.", EVIDENCE) == [
        "“approve” is negated in the article, but not here: “The ministry did not approve the new "
        "hydropower dam on the Sesan river.”"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The court never granted bail to the four activists.",
        "The court hasn’t granted bail to the four activists.",
        "The court granted no bail to the activists on Tuesday.",
    ],
)
def test_a_gained_negation_is_told(sentence: str) -> None:
    (message,) = check(sentence, EVIDENCE)
    assert "is negated here, but not in the article" in message


def test_an_article_without_sentences_supports_nothing() -> None:
    assert check("It did not rain.", Evidence(build_article())) == []

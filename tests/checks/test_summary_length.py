"""A summary, or a sentence of it, that is far too long or too short."""

import pytest

from summarize.checks.evidence import Evidence
from summarize.checks.summary_length import check
from tests.builders import build_article

LONG = (
    "The provincial governor told the villagers on Friday that the road to the market would be "
    "closed for at least two weeks while workers repair three wooden bridges that the flood had "
    "damaged in September."
)
SHORT = "Prices of vegetables have doubled since the road was first closed."
EVIDENCE = Evidence(build_article(LONG, SHORT))
"""An article of 45 words."""
LONG_ARTICLE = Evidence(build_article(*[LONG] * 5))


@pytest.mark.parametrize(
    ("sentences", "evidence", "messages"),
    [
        ([LONG], LONG_ARTICLE, []),
        ([], LONG_ARTICLE, []),
        ([SHORT], EVIDENCE, []),
        (
            [LONG] * 4,
            LONG_ARTICLE,
            [(0, "The summary is 80 % as long as the article. Shorten it.")],
        ),
        (
            ["It is shut."],
            LONG_ARTICLE,
            [
                (0, "The summary has only 3 words. Is something missing?"),
                (0, "The sentence is very short. Is something missing?"),
            ],
        ),
        (
            [SHORT, f"{LONG[:-1]}, {LONG}"],
            EVIDENCE,
            [(1, "The sentence has 70 words. Split or shorten it.")],
        ),
    ],
)
def test_length(sentences: list[str], evidence: Evidence, messages: list[tuple[int, str]]) -> None:
    assert check(sentences, evidence) == messages

"""A sentence that is the article’s own for long."""

import pytest

from summarize.checks.copied import check
from summarize.checks.evidence import Evidence
from tests.builders import build_article

LONG = (
    "The provincial governor told the villagers on Friday that the road to the market would be "
    "closed for at least two weeks while workers repair three wooden bridges that the flood had "
    "damaged in September."
)
SHORT = "Prices of vegetables have doubled since the road was first closed."
EVIDENCE = Evidence(build_article(LONG, SHORT))
"""An article of 45 words."""


def test_a_long_copied_span_is_told_with_its_beginning() -> None:
    sentence = LONG.replace("The provincial", "Their provincial").replace("September", "autumn")
    assert check(sentence, EVIDENCE) == [
        "33 words in a row are copied from the article: "
        "“provincial governor told the villagers on friday that …”"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        " ".join(LONG.split()[:24]),
        f"He said: “{LONG}”",
        "Workers repair bridges.",
        "",
    ],
)
def test_short_spans_and_quotations_are_not_copied(sentence: str) -> None:
    assert check(sentence, EVIDENCE) == []

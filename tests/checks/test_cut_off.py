"""A sentence that stops before its end."""

import pytest

from summarize.checks.cut_off import check
from summarize.checks.evidence import Evidence
from tests.builders import build_article

EVIDENCE = Evidence(build_article("An article."))


@pytest.mark.parametrize(
    "sentence",
    [
        "Prices have doubled since the road was closed.",
        "He said: “It is open.”",
        "Is it open?",
        "It costs more (twice as much).",
        "They waited for hours…",
        "This is where they came from.",
        "",
    ],
)
def test_a_sentence_with_its_end_is_not_cut_off(sentence: str) -> None:
    assert check(sentence, EVIDENCE) == []


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("The road will be", "The sentence stops at “road will be”. Is its end missing?"),
        ("It will close the.", "The sentence stops at “will close the.”. Is its end missing?"),
        ("It closed, and", "The sentence stops at “It closed, and”. Is its end missing?"),
        (
            "He said: “It is open.",
            "A quotation mark or bracket is not closed. Is the end of the sentence missing?",
        ),
        (
            "It costs more (twice as much.",
            "A quotation mark or bracket is not closed. Is the end of the sentence missing?",
        ),
    ],
)
def test_a_sentence_that_stops_is_told(sentence: str, message: str) -> None:
    assert check(sentence, EVIDENCE) == [message]

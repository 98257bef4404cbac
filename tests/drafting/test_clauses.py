"""Long sentences are divided where a part can stand alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.drafting.clauses import LEAST_WORDS, as_sentence, split_clauses


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "The ministry will close the courts in May, and it will move the cases to the capital.",
            [
                "The ministry will close the courts in May,",
                "and it will move the cases to the capital.",
            ],
        ),
        (
            "The river rose by two metres overnight; hundreds of people left their homes.",
            [
                "The river rose by two metres overnight;",
                "hundreds of people left their homes.",
            ],
        ),
        (
            "Prices of rice went up last year because the harvest was the worst in ten years.",
            [
                "Prices of rice went up last year",
                "because the harvest was the worst in ten years.",
            ],
        ),
    ],
)
def test_it_is_divided_between_clauses(sentence: str, parts: list[str]) -> None:
    assert split_clauses(sentence) == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "He left, and she stayed.",
        "It sells rice, fish, and fruit to the hotels of the capital.",
        "“We will close the courts in May, and we will move the cases,” the minister said today.",
    ],
    ids=["short", "list", "quotation"],
)
def test_it_is_left_whole(sentence: str) -> None:
    assert split_clauses(sentence) == [sentence]


def test_a_clause_is_given_a_full_stop() -> None:
    assert as_sentence("The river rose,") == "The river rose."
    assert as_sentence("Did the river rise?") == "Did the river rise?"


@given(st.lists(st.sampled_from(["rice,", "and", "river", "because", "who", "fell;"]), min_size=1))
def test_no_word_is_lost_and_no_part_is_short(words: list[str]) -> None:
    parts = split_clauses(" ".join(words))
    assert " ".join(parts) == " ".join(words)
    assert len(parts) == 1 or all(len(part.split()) >= LEAST_WORDS for part in parts)

"""Hyphens at the ends of lines: kept in compounds, dropped in words that a line end cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.articles.hyphens import join_hyphen, words_of

LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("last", "following", "joined"),
    [
        ("because of infla-", "tion,", "because of inflation,"),
        ("the gov-", "ernment said", "the government said"),
        ("the INFLA-", "TION rate", "the INFLATION rate"),
        ("short-", "age", "shortage"),
        ("self-", "ish", "selfish"),
        ("the high-", "way", "the highway"),
        ("nine-", "teen", "nineteen"),
        ("it met on Tues-", "day, when", "it met on Tuesday, when"),
        ("a state-", "ment by", "a statement by"),
        ("some-", "thing else", "something else"),
        ("inter-", "national law", "international law"),
    ],
)
def test_a_word_that_was_cut_is_one_again(last: str, following: str, joined: str) -> None:
    assert join_hyphen(last, following) == joined


@pytest.mark.parametrize(
    ("last", "following"),
    [
        ("a well-", "known adviser"),
        ("the Asia-", "Pacific bank"),
        ("COVID-", "19"),
        ("a two-", "storey house"),
        ("a Chinese-", "owned mill"),
        ("a year-", "long ban"),
        ("anti-", "corruption unit"),
        ("state-of-", "the-art mills"),
        ("self-", "defence"),
        ("the vice-", "president"),
        ("a 12-", "month term"),
        ("the US-", "led force"),
        ("the Anglo-", "Saxon king"),
        ("labour-", "intensive work"),
        ("flood-", "affected villages"),
    ],
)
def test_a_compound_keeps_its_hyphen(last: str, following: str) -> None:
    assert join_hyphen(last, following) == last + following


def test_a_suspended_hyphen_keeps_its_space() -> None:
    assert join_hyphen("two-", "and three-storey houses") == "two- and three-storey houses"


def test_a_dash_is_no_hyphen() -> None:
    assert join_hyphen("the mill -", "a large one") == "the mill - a large one"


def test_a_soft_hyphen_never_stays() -> None:
    assert join_hyphen("well\u00ad", "known") == "wellknown"


@given(LETTERS, LETTERS)
def test_nothing_but_the_hyphen_is_ever_lost(last: str, following: str) -> None:
    joined = join_hyphen(f"{last}-", following)
    assert joined.replace("-", "").replace(" ", "") == last + following
    assert joined.endswith(following)


def test_the_rest_of_the_article_decides() -> None:
    known = words_of("His re-election was near. Each longshoreman was paid.")
    assert join_hyphen("the re-", "election", known) == "the re-election"
    assert join_hyphen("a long-", "shoreman", known) == "a longshoreman"

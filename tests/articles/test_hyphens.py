"""A hyphen at the end of a line is kept where the word has one, and only there."""

import pytest

from summarize.articles.hyphens import keeps_hyphen, words_of


@pytest.mark.parametrize(
    ("last", "following"),
    [
        ("the rate of infla-", "tion fell"),
        ("it met on Tues-", "day, when"),
        ("the govern-", "ment said"),
        ("a state-", "ment by"),
        ("some-", "thing else"),
        ("inter-", "national law"),
    ],
)
def test_a_word_that_was_parted_is_joined(last: str, following: str) -> None:
    assert not keeps_hyphen(last, following)


@pytest.mark.parametrize(
    ("last", "following"),
    [
        ("the well-", "known man"),
        ("a 12-", "month term"),
        ("a two-", "storey house"),
        ("the state-", "owned mill"),
        ("the US-", "led force"),
        ("the Anglo-", "Saxon king"),
        ("a 19-", "year-old man"),
        ("labour-", "intensive work"),
    ],
)
def test_a_compound_keeps_its_hyphen(last: str, following: str) -> None:
    assert keeps_hyphen(last, following)


def test_the_rest_of_the_article_decides() -> None:
    assert keeps_hyphen("the re-", "election of", words_of("His re-election was near."))
    assert not keeps_hyphen("a long-", "shoreman", words_of("Each longshoreman was paid."))

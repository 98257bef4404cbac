"""Phrases of English that may be terms."""

from summarize.learning.phrases import LONGEST, phrases


def test_a_phrase_begins_and_ends_with_a_word_that_carries_content() -> None:
    assert set(phrases("the port of Sihanoukville")) == {
        "port",
        "Sihanoukville",
        "port of Sihanoukville",
    }


def test_no_phrase_reaches_over_a_sign_or_a_number() -> None:
    found = set(phrases("Garment workers, 12 officials"))
    assert found == {"Garment", "workers", "Garment workers", "officials"}


def test_a_possessive_is_the_same_phrase() -> None:
    assert "Phnom Penh" in set(phrases("Phnom Penh's mayor"))


def test_no_phrase_is_longer_than_terms_are() -> None:
    found = list(phrases("deep water port authority board chairman"))
    assert max(len(one.split()) for one in found) == LONGEST

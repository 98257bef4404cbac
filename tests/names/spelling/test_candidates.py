"""Khmer spellings of Latin names by the model that ships."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.khmer.clusters import check
from summarize.khmer.normalise import clean
from summarize.names.spelling import Candidate, Kind, candidates, kind_of

LETTERS = "abcdefghijklmnopqrstuvwxyz'- "


@given(st.text(LETTERS, max_size=24), st.sampled_from([None, *Kind]), st.integers(1, 7))
@settings(max_examples=60, deadline=None)
def test_every_spelling_is_well_formed_khmer(latin: str, kind: Kind | None, count: int) -> None:
    found = candidates(latin, count, kind)
    assert len(found) <= count
    for candidate in found:
        assert candidate.khmer.strip()
        assert not check(candidate.khmer)
        assert clean(candidate.khmer) == candidate.khmer


@given(st.text(LETTERS, max_size=24), st.sampled_from(list(Kind)))
@settings(max_examples=30, deadline=None)
def test_probabilities_fall_and_add_up_to_at_most_one(latin: str, kind: Kind) -> None:
    chances = [candidate.probability for candidate in candidates(latin, 5, kind)]
    assert chances == sorted(chances, reverse=True)
    assert all(0.0 < chance <= 1.0 for chance in chances)
    assert sum(chances) <= 1.0 + 1e-9


@pytest.mark.parametrize(
    "latin", ["", "   ", "123", "សុខា", "a" * 41, "One Two Three Four Five Six Seven"]
)
def test_what_is_no_name_has_no_spelling(latin: str) -> None:
    assert candidates(latin) == ()


def test_the_same_name_has_the_same_spellings_each_time() -> None:
    assert candidates("Sok Dara") == candidates("Sok Dara")
    assert candidates("Sok Dara", 1) == candidates("Sok Dara", 5)[:1]


def test_spellings_of_one_name_differ() -> None:
    found = [candidate.khmer for candidate in candidates("Sophorn", 5)]
    assert len(set(found)) == len(found) == 5


def test_a_family_name_stands_apart_and_given_names_together() -> None:
    assert candidates("Bou Seng Hong", 1, Kind.PERSON)[0].khmer.count(" ") == 1


def test_the_words_of_a_place_are_written_together() -> None:
    assert " " not in candidates("Prey Chhor", 1, Kind.PLACE)[0].khmer


def test_foreign_words_stand_apart_but_particles_and_syllables_join() -> None:
    def gaps(latin: str) -> int:
        return candidates(latin, 1, Kind.FOREIGN)[0].khmer.count(" ")

    assert (gaps("John Kennedy"), gaps("Charles de Gaulle"), gaps("Pham Minh Chinh")) == (1, 1, 1)


def test_case_and_accents_make_no_difference() -> None:
    assert candidates("SOK DARA") == candidates("Sok Dara")
    assert candidates("Nguyễn") == candidates("Nguyen")


@pytest.mark.parametrize(
    ("latin", "kind"), [("Sok Chanthou", Kind.PERSON), ("Smith", Kind.FOREIGN)]
)
def test_the_letters_tell_a_cambodian_from_a_foreigner(latin: str, kind: Kind) -> None:
    assert kind_of(latin) is kind


def test_a_candidate_is_frozen() -> None:
    with pytest.raises(AttributeError):
        Candidate("សុខ", 0.5).khmer = "សុក"  # type: ignore[misc]

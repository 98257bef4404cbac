"""What was replaced between two Khmer texts, in whole words; for any texts, nothing is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.khmer.clusters import clusters
from summarize.learning.replaced import aligned, projected, replacements

PARTS = ("តុលាការ", "ការងារ", "ពលកម្ម", "ភ្នំពេញ", "ភ្នំពិញ", "ដ្ឋ", "ឌី", " ", "។", "12", "ACU")
KHMER = st.lists(st.sampled_from(PARTS), max_size=8).map("".join)


def pairs(draft: str, target: str) -> list[tuple[str, str]]:
    return [(one.before, one.after) for one in replacements(draft, target)]


def test_a_word_gives_way_to_a_word() -> None:
    assert pairs("តុលាការការងារបានបើក។", "តុលាការពលកម្មបានបើក។") == [("ការងារ", "ពលកម្ម")]


def test_a_change_of_one_letter_is_a_change_of_the_whole_word() -> None:
    assert pairs("នៅភ្នំពេញនេះ", "នៅភ្នំពិញនេះ") == [("ភ្នំពេញ", "ភ្នំពិញ")]


def test_what_was_only_put_in_or_taken_out_replaces_nothing() -> None:
    assert pairs("សាលាបានបើក។", "សាលាថ្មីបានបើក។") == []
    assert pairs("សាលាថ្មីបានបើក។", "សាលាបានបើក។") == []


def test_the_words_beside_it_are_those_that_stayed() -> None:
    (found,) = replacements("កំពង់ផែស្ងួតថ្មី", "កំពង់ផែគោកថ្មី")
    assert (found.left, found.right) == ("កំពង់ផែ", "ថ្មី")
    wider = found.with_words(found.left, "")
    assert (wider.before, wider.after, wider.start) == ("កំពង់ផែស្ងួត", "កំពង់ផែគោក", 0)


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("លោក សុខ បានមក", "សុខ"),
        ("លោក សុក បានមក", "សុក"),
        ("លោក ចាន់ សុខ បានមក", "សុខ"),
        ("នាងបានមក", None),
    ],
)
def test_a_stretch_of_the_draft_is_found_again_unless_a_change_reaches_over_its_end(
    target: str, found: str | None
) -> None:
    draft = "លោក សុខ បានមក"
    start = draft.index("សុខ")
    assert projected(aligned(draft, target), target, start, start + 3) == found


@given(KHMER, KHMER)
def test_the_spans_are_both_texts_without_a_gap(draft: str, target: str) -> None:
    spans = aligned(draft, target)
    assert "".join(draft[one.start : one.end] for one in spans) == draft
    assert "".join(target[one.new_start : one.new_end] for one in spans) == target
    assert all(one.is_same != other.is_same for one, other in pairwise(spans))


@given(KHMER, KHMER)
def test_replacements_stand_where_they_say_apart_and_in_whole_clusters(
    draft: str, target: str
) -> None:
    found = replacements(draft, target)
    assert all(draft[one.start : one.end] == one.before for one in found)
    assert all(one.after in target for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for one in found:
        parts = (draft[: one.start], one.before, draft[one.end :])
        assert [cluster for part in parts for cluster in clusters(part)] == clusters(draft)


@given(KHMER)
def test_equal_texts_have_none(text: str) -> None:
    assert replacements(text, text) == []

"""What the work on drafts took: seconds that add up, and characters changed, by model."""

from dataclasses import replace

import pytest

from summarize.errors import UsageError
from summarize.review.effort import efforts, sums
from summarize.review.records import Edit
from summarize.review.store import ReviewStore
from tests.review.conftest import ARTICLE, PAIRS, RESULT, build_result


def test_seconds_of_a_segment_add_up_and_outlive_the_program(store: ReviewStore) -> None:
    store.spend(ARTICLE, "k1", 10)
    store.spend(ARTICLE, "k1", 4.5)
    store.close()
    (found,) = efforts(store)
    assert (found.key, found.model, found.state) == (f"{ARTICLE}:k1", "book", "draft")
    assert (found.seconds, found.distance) == (14.5, 0.0)


def test_work_is_no_change_of_a_segment(store: ReviewStore) -> None:
    before = store.segments()
    store.spend(ARTICLE, "k1", 10)
    assert store.segments() == before


def test_the_time_goes_with_the_sentence_not_with_its_place(store: ReviewStore) -> None:
    store.spend(ARTICLE, "k1", 10)
    store.add([build_result(dict(reversed(PAIRS.items())))])
    assert [one.key for one in efforts(store)] == [f"{ARTICLE}:k3"]


def test_a_sentence_that_an_article_has_twice_counts_once(store: ReviewStore) -> None:
    assert RESULT.draft is not None
    first, *others = RESULT.draft.segments
    again = replace(RESULT.draft, segments=(first, *others, replace(first, id="k4")))
    store.add([replace(RESULT, draft=again)])
    store.spend(ARTICLE, "k1", 10)
    store.spend(ARTICLE, "k4", 5)
    assert [(one.key, one.seconds) for one in efforts(store)] == [(f"{ARTICLE}:k1", 15)]


def test_sums_have_the_median_of_the_time_and_the_mean_of_the_changes(store: ReviewStore) -> None:
    for number, seconds in enumerate((10, 20, 90), 1):
        store.spend(ARTICLE, f"k{number}", seconds)
    store.change([Edit(ARTICLE, "k1", 0, "ទេ", "approved")], "Dara")
    (total,) = sums(efforts(store))
    assert (total.model, total.segments, total.approved) == ("book", 3, 1)
    assert (total.seconds, total.median) == (120, 20)
    first = efforts(store)[0].distance
    assert 0 < first <= 1
    assert total.distance == pytest.approx(first / 3)


def test_without_recorded_work_there_is_nothing(store: ReviewStore) -> None:
    assert efforts(store) == []
    assert sums([]) == []


def test_a_segment_that_never_was_there_takes_no_time(store: ReviewStore) -> None:
    with pytest.raises(UsageError, match="no segment"):
        store.spend(ARTICLE, "k9", 1)

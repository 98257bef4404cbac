"""Changes put to the rule: the text that counts is the one that would stand."""

import pytest

from summarize.review.records import Edit, State
from summarize.review.store import ReviewStore
from summarize.review.weighing import weigh
from tests.review.conftest import ARTICLE

WRONG = "តុលាការបានបើកសំណុំរឿង ១៣។"
RIGHT = "តុលាការបានបើកសំណុំរឿងចំនួន ១២។"


@pytest.fixture
def wrong(store: ReviewStore) -> ReviewStore:
    """A review whose first segment has an error."""
    store.change([Edit(ARTICLE, "k1", 0, WRONG)], "Dara")
    return store


@pytest.mark.parametrize(
    ("target", "reason"), [(None, "error"), (RIGHT, None), ("", "error"), (f"{WRONG} ", "error")]
)
def test_an_approval_is_of_the_text_as_it_would_stand(
    wrong: ReviewStore, target: str | None, reason: str | None
) -> None:
    (weighed,) = weigh(wrong, [Edit(ARTICLE, "k1", 1, target, "approved")])
    assert weighed.reason == reason
    assert bool(weighed.findings) >= bool(reason)


@pytest.mark.parametrize("state", [None, "draft", "edited", "needs-work"])
def test_nothing_stands_against_other_changes(wrong: ReviewStore, state: State | None) -> None:
    (weighed,) = weigh(wrong, [Edit(ARTICLE, "k1", 1, None, state)], in_bulk=True)
    assert weighed.reason is None


def test_a_change_on_an_old_version_is_left_to_be_a_conflict(wrong: ReviewStore) -> None:
    (weighed,) = weigh(wrong, [Edit(ARTICLE, "k1", 0, WRONG, "approved")])
    assert weighed.reason is None


def test_a_segment_that_is_not_there_is_left_to_be_told(wrong: ReviewStore) -> None:
    (weighed,) = weigh(wrong, [Edit(ARTICLE, "k9", 0, None, "approved")])
    assert (weighed.segment, weighed.reason) == (None, None)


def test_each_edit_is_weighed_and_force_lets_all_through(wrong: ReviewStore) -> None:
    edits = [Edit(ARTICLE, "k1", 1, state="approved"), Edit(ARTICLE, "k2", 0, state="approved")]
    assert [one.reason for one in weigh(wrong, edits)] == ["error", None]
    assert [one.reason for one in weigh(wrong, edits, in_bulk=True, force=True)] == [None, None]

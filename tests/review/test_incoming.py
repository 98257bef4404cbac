"""Results that come again: what people wrote stays theirs."""

import pytest

from summarize.review.records import Added, Edit, State
from summarize.review.store import ReviewStore
from tests.review.conftest import ARTICLE, PAIRS, RESULT, build_result

FIRST, SECOND, THIRD = PAIRS
OTHER_DRAFTS = {source: f"{draft[:-1]}ថ្មី។" for source, draft in PAIRS.items()}
BETTER = "អត្ថបទដែលមនុស្សសរសេរ។"


def change(store: ReviewStore, id: str, target: str | None, state: State | None = None) -> None:
    (current,) = [one for one in store.segments(ARTICLE) if one.id == id]
    (outcome,) = store.change([Edit(ARTICLE, id, current.version, target, state)], "Dara")
    assert outcome.done


def test_the_same_results_again_change_nothing(store: ReviewStore) -> None:
    before = store.segments()
    assert store.add([RESULT]) == Added()
    assert store.segments() == before


def test_what_is_new_is_counted(store: ReviewStore) -> None:
    assert store.add([build_result(title="Other")]) == Added(articles=1, segments=3)


def test_a_new_draft_takes_the_place_of_an_untouched_one(store: ReviewStore) -> None:
    assert store.add([build_result(OTHER_DRAFTS)]) == Added(redrafted=3)
    found = store.segments()[0]
    assert (found.target, found.draft, found.state) == (OTHER_DRAFTS[FIRST],) * 2 + ("draft",)
    assert [one.target for one in store.history(ARTICLE, "k1")] == [
        PAIRS[FIRST],
        OTHER_DRAFTS[FIRST],
    ]


@pytest.mark.parametrize(
    ("target", "state", "stays"),
    [
        (BETTER, None, "edited"),
        (BETTER, "approved", "approved"),
        (None, "approved", "approved"),
        (BETTER, "needs-work", "needs-work"),
    ],
)
def test_a_new_draft_leaves_the_text_of_a_person(
    store: ReviewStore, target: str | None, state: State | None, stays: State
) -> None:
    change(store, "k1", target, state)
    before = store.segments()[0]
    assert store.add([build_result(OTHER_DRAFTS)]) == Added(redrafted=2)
    assert store.segments()[0] == before
    assert (before.state, before.draft) == (stays, PAIRS[FIRST])


def test_a_new_draft_for_one_that_needs_work_still_needs_it(store: ReviewStore) -> None:
    change(store, "k1", None, "needs-work")
    store.add([build_result(OTHER_DRAFTS)])
    found = store.segments()[0]
    assert (found.target, found.state) == (OTHER_DRAFTS[FIRST], "needs-work")


def test_a_segment_whose_english_changed_begins_anew_and_loses_its_approval(
    store: ReviewStore,
) -> None:
    change(store, "k1", BETTER, "approved")
    other = build_result({"It opened 13 cases.": "ថ្មី។", **_without(FIRST)})
    assert store.add([other]) == Added(changed=1)
    found = store.segments()[0]
    assert (found.source, found.target, found.state) == ("It opened 13 cases.", "ថ្មី។", "draft")
    assert [(one.source, one.target) for one in store.history(ARTICLE, "k1")] == [
        (FIRST, PAIRS[FIRST]),
        (FIRST, BETTER),
        ("It opened 13 cases.", "ថ្មី។"),
    ]
    assert not store.undo(ARTICLE, "k1", "Dara").done


def test_the_work_on_a_sentence_follows_it_to_another_place(store: ReviewStore) -> None:
    change(store, "k2", BETTER, "approved")
    store.add([build_result(_without(FIRST))])
    found = store.segments()[0]
    assert (found.id, found.source, found.target) == ("k1", SECOND, BETTER)
    assert (found.state, found.who) == ("approved", "Dara")


def test_the_work_on_a_sentence_comes_back_with_it(store: ReviewStore) -> None:
    change(store, "k1", BETTER)
    store.add([build_result({"Another sentence.": "ផ្សេង។"})])
    store.add([RESULT])
    assert [(one.target, one.state) for one in store.segments()] == [
        (BETTER, "edited"),
        (PAIRS[SECOND], "draft"),
        (PAIRS[THIRD], "draft"),
    ]


def test_segments_that_results_no_longer_have_are_hidden_not_lost(store: ReviewStore) -> None:
    change(store, "k3", BETTER)
    two = {FIRST: PAIRS[FIRST], SECOND: PAIRS[SECOND]}
    assert store.add([build_result(two)]) == Added(removed=1)
    assert [one.id for one in store.segments()] == ["k1", "k2"]
    assert [one.target for one in store.history(ARTICLE, "k3")] == [PAIRS[THIRD], BETTER]
    (outcome,) = store.change([Edit(ARTICLE, "k3", 1, "យឺតពេល។")], "Sophea")
    assert not outcome.done


def _without(source: str) -> dict[str, str]:
    return {key: value for key, value in PAIRS.items() if key != source}

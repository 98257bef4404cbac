"""A review: states, versions, conflicts, history, and taking back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.errors import ReviewError, UsageError
from summarize.review.records import Edit, Reviewed, State
from summarize.review.store import ReviewStore
from tests.review.conftest import ARTICLE, PAIRS, RESULT, build_result

BETTER = "តុលាការបើកសំណុំរឿងចំនួន ១២។"
SOURCES, DRAFTS = list(PAIRS), list(PAIRS.values())


def segment(store: ReviewStore, number: int = 1) -> Reviewed:
    return store.segments(ARTICLE)[number - 1]


def edit(store: ReviewStore, target: str | None, state: State | None = None) -> Reviewed:
    """Change the first segment on top of its current version."""
    edit = Edit(ARTICLE, "k1", segment(store).version, target, state)
    (outcome,) = store.change([edit], "Dara")
    assert outcome.done
    return outcome.segment


def test_segments_come_in_as_drafts_in_order(store: ReviewStore) -> None:
    found = store.segments()
    assert [(one.id, one.source, one.target) for one in found] == [
        ("k1", SOURCES[0], DRAFTS[0]),
        ("k2", SOURCES[1], DRAFTS[1]),
        ("k3", SOURCES[2], DRAFTS[2]),
    ]
    assert {(one.state, one.version, one.who) for one in found} == {("draft", 0, "")}


def test_segments_can_be_asked_for_by_state(store: ReviewStore) -> None:
    edit(store, None, "approved")
    assert [one.id for one in store.segments(states=["approved"])] == ["k1"]
    assert [one.id for one in store.segments(states=["draft", "edited"])] == ["k2", "k3"]


def test_the_result_is_kept_whole(store: ReviewStore) -> None:
    assert store.article(ARTICLE) == RESULT


def test_an_unknown_article_is_named_in_the_error(store: ReviewStore) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        store.article("nowhere")


def test_a_changed_text_makes_a_segment_edited(store: ReviewStore) -> None:
    found = edit(store, BETTER)
    assert (found.state, found.target, found.draft) == ("edited", BETTER, DRAFTS[0])
    assert (found.version, found.who) == (1, "Dara")
    assert found == segment(store)


def test_text_and_state_can_change_together(store: ReviewStore) -> None:
    assert edit(store, BETTER, "approved").state == "approved"


def test_a_changed_text_takes_an_approval_away(store: ReviewStore) -> None:
    edit(store, None, "approved")
    assert edit(store, BETTER).state == "edited"


def test_text_is_normalised_and_loses_word_breaks(store: ReviewStore) -> None:
    assert edit(store, "  តុលា\u200bការ \n ថ្មី\x00 ។").target == "តុលាការ ថ្មី។"


def test_a_change_that_changes_nothing_leaves_no_trace(store: ReviewStore) -> None:
    assert edit(store, DRAFTS[0] + "\u200b").version == 0
    assert edit(store, None, "draft").version == 0
    assert len(store.history(ARTICLE, "k1")) == 1


def test_a_change_on_an_old_version_is_a_conflict_and_shows_what_stands(
    store: ReviewStore,
) -> None:
    edit(store, BETTER)
    (outcome,) = store.change([Edit(ARTICLE, "k1", 0, "ខ្ញុំ។")], "Sophea")
    assert not outcome.done
    assert outcome.segment.target == segment(store).target == BETTER


def test_a_conflict_does_not_hold_up_the_other_changes(store: ReviewStore) -> None:
    edits = [Edit(ARTICLE, "k1", 7, BETTER), Edit(ARTICLE, "k2", 0, None, "approved")]
    assert [one.done for one in store.change(edits, "Dara")] == [False, True]


def test_two_changes_of_one_segment_at_once_conflict(store: ReviewStore) -> None:
    edits = [Edit(ARTICLE, "k1", 0, BETTER), Edit(ARTICLE, "k1", 0, "ទីពីរ។")]
    assert [one.done for one in store.change(edits, "Dara")] == [True, False]


def test_an_unknown_segment_is_an_error_and_nothing_is_changed(store: ReviewStore) -> None:
    edits = [Edit(ARTICLE, "k1", 0, BETTER), Edit(ARTICLE, "k9", 0, BETTER)]
    with pytest.raises(UsageError, match="k9"):
        store.change(edits, "Dara")
    assert segment(store).target == DRAFTS[0]


@pytest.mark.parametrize("who", ["", "  ", "\x00"])
def test_somebody_must_be_named(store: ReviewStore, who: str) -> None:
    with pytest.raises(UsageError, match="nobody is named"):
        store.change([Edit(ARTICLE, "k1", 0, BETTER)], who)


@pytest.mark.parametrize(
    ("column", "state"), [("source", "draft"), ("target", "edited")], ids=["source", "target"]
)
def test_an_approval_lapses_when_a_text_is_changed_behind_its_back(
    store: ReviewStore, column: str, state: State
) -> None:
    edit(store, None, "approved")
    store.close()
    with closing(sqlite3.connect(store.path)) as db, db:
        db.execute(f"UPDATE segments SET {column} = 'other' WHERE id = 'k1'")
    assert segment(store).state == state


def test_history_has_every_version_with_its_distance(store: ReviewStore) -> None:
    edit(store, BETTER)
    edit(store, None, "approved")
    steps = store.history(ARTICLE, "k1")
    assert [(one.version, one.who, one.state, one.target) for one in steps] == [
        (0, "", "draft", DRAFTS[0]),
        (1, "Dara", "edited", BETTER),
        (2, "Dara", "approved", BETTER),
    ]
    assert steps[0].distance == 0.0
    assert 0 < steps[1].distance == steps[2].distance < 1
    assert store.history(ARTICLE, "k9") == []


# -- taking back --------------------------------------------------------------------------------


def test_undo_brings_back_the_text_before_as_a_new_version(store: ReviewStore) -> None:
    edit(store, BETTER)
    outcome = store.undo(ARTICLE, "k1", "Sophea")
    assert outcome.done
    assert (outcome.segment.target, outcome.segment.state) == (DRAFTS[0], "draft")
    assert (outcome.segment.version, outcome.segment.who) == (2, "Sophea")


def test_undo_again_goes_further_back_until_the_draft(store: ReviewStore) -> None:
    for text in ("មួយ។", "ពីរ។", "បី។"):
        edit(store, text)
    undone = [store.undo(ARTICLE, "k1", "Dara").segment.target for _ in range(3)]
    assert undone == ["ពីរ។", "មួយ។", DRAFTS[0]]
    assert not store.undo(ARTICLE, "k1", "Dara").done
    assert segment(store).version == 6


def test_a_change_after_an_undo_can_be_undone_like_any_other(store: ReviewStore) -> None:
    edit(store, "មួយ។")
    store.undo(ARTICLE, "k1", "Dara")
    edit(store, "ពីរ។")
    assert store.undo(ARTICLE, "k1", "Dara").segment.target == DRAFTS[0]


def test_undoing_an_edit_of_an_approved_text_brings_the_approval_back(store: ReviewStore) -> None:
    edit(store, None, "approved")
    edit(store, BETTER)
    assert store.undo(ARTICLE, "k1", "Dara").segment.state == "approved"


def test_undo_on_an_old_version_is_a_conflict(store: ReviewStore) -> None:
    edit(store, BETTER)
    assert not store.undo(ARTICLE, "k1", "Sophea", version=0).done
    assert segment(store).target == BETTER


@given(texts=st.lists(st.sampled_from(["មួយ។", "ពីរ។", "បី។"]), max_size=6))
@settings(deadline=None, max_examples=25)
def test_as_many_undos_as_changes_lead_back_to_the_draft(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    store = ReviewStore(tmp_path_factory.mktemp("undo") / "review.sqlite")
    store.add([RESULT])
    for text in texts:
        edit(store, text)
    for _ in range(segment(store).version):
        assert store.undo(ARTICLE, "k1", "Dara").done
    assert segment(store).target == DRAFTS[0]
    assert [one.version for one in store.history(ARTICLE, "k1")] == list(
        range(segment(store).version + 1)
    )
    store.close()


# -- who has had it before them -----------------------------------------------------------------


def opened(store: ReviewStore, target: str | None = None, state: State | None = None) -> Reviewed:
    """Change the first segment, or only look at it, with it before one's eyes."""
    edit = Edit(ARTICLE, "k1", segment(store).version, target, state, opened=True)
    return store.change([edit], "Dara")[0].segment


def test_to_open_a_segment_makes_no_version(store: ReviewStore) -> None:
    assert not segment(store).opened
    found = opened(store)
    assert (found.opened, found.version, found.who, found.state) == (True, 0, "", "draft")
    assert found == segment(store)
    assert len(store.history(ARTICLE, "k1")) == 1


def test_only_an_approval_of_what_somebody_had_before_them_is_confirmed(
    store: ReviewStore,
) -> None:
    assert not edit(store, None, "approved").is_confirmed
    assert opened(store).is_confirmed
    assert not edit(store, None, "edited").is_confirmed


def test_another_text_has_not_been_opened_and_the_first_one_still_has(store: ReviewStore) -> None:
    opened(store)
    assert not edit(store, BETTER).opened
    assert edit(store, DRAFTS[0]).opened


def test_what_somebody_wrote_or_took_back_was_open_before_them(store: ReviewStore) -> None:
    assert opened(store, BETTER).opened
    assert store.undo(ARTICLE, "k1", "Dara").segment.opened


def test_what_was_opened_moves_with_its_sentence(store: ReviewStore) -> None:
    opened(store, BETTER, "approved")
    store.add([build_result({"First of all.": "ថ្មី។", **PAIRS})])
    moved = segment(store, 2)
    assert (moved.source, moved.target, moved.is_confirmed) == (SOURCES[0], BETTER, True)
    assert not segment(store).opened


def test_one_who_has_an_old_version_has_not_opened_the_text_of_now(store: ReviewStore) -> None:
    edit(store, BETTER)
    assert not store.change([Edit(ARTICLE, "k1", 0, opened=True)], "Dara")[0].done
    assert not segment(store).opened


# -- articles -----------------------------------------------------------------------------------


def test_articles_tell_how_far_they_are_and_what_checks_find(store: ReviewStore) -> None:
    store.add([build_result({"It cost 5 dollars.": "វាមានតម្លៃ ៩ ដុល្លារ។"}, title="Prices")])
    edit(store, None, "approved")
    courts, prices = store.articles()
    assert courts.states == {"draft": 2, "needs-work": 0, "edited": 0, "approved": 1}
    assert not courts.is_done
    assert (prices.title, prices.source, prices.segments) == ("Prices", "a.txt", 1)
    assert "numbers" in {finding.check for finding in prices.findings}


def test_findings_are_of_the_text_as_it_stands(store: ReviewStore) -> None:
    edit(store, "តុលាការបានបើកសំណុំរឿង ១៣។")
    assert [f.check for f in store.findings(ARTICLE) if f.where == "k1"] == ["numbers"]
    edit(store, DRAFTS[0])
    assert [f.check for f in store.findings(ARTICLE) if f.severity == "error"] == []


# -- the file -----------------------------------------------------------------------------------


def test_another_store_sees_the_changes(
    store: ReviewStore, open_store: Callable[[], ReviewStore]
) -> None:
    edit(store, BETTER)
    assert segment(open_store()).target == BETTER


def test_a_file_that_is_no_database_is_reported_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "review.sqlite"
    path.write_bytes(b"certainly not a database" * 100)
    with pytest.raises(ReviewError, match="damaged"):
        ReviewStore(path).segments()
    assert path.read_bytes().startswith(b"certainly")


def test_a_file_of_a_later_program_is_refused(store: ReviewStore) -> None:
    store.close()
    with closing(sqlite3.connect(store.path)) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(ReviewError, match="schema 99"):
        store.segments()


def test_a_file_of_the_program_before_keeps_its_work_and_nothing_in_it_counts_as_opened(
    store: ReviewStore,
) -> None:
    edit(store, BETTER, "approved")
    store.close()
    with closing(sqlite3.connect(store.path)) as db:
        db.executescript(
            "DROP TABLE notes; DROP TABLE opened; DROP TABLE effort; "
            "ALTER TABLE changes DROP COLUMN note; PRAGMA user_version = 1"
        )
    found = segment(store)
    assert (found.target, found.state, found.opened) == (BETTER, "approved", False)
    assert opened(store).is_confirmed
    assert (store.effort(), store.notes(ARTICLE)) == ({}, [])


def test_a_folder_that_cannot_be_made_is_an_error_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ReviewError, match="cannot be used") as caught:
        ReviewStore(tmp_path / "file" / "review.sqlite").segments()
    assert "rights" in caught.value.hint


def test_listeners_are_told_of_what_has_changed(tmp_path: Path) -> None:
    told: list[tuple[str, State]] = []
    store = ReviewStore(
        tmp_path / "review.sqlite",
        on_change=lambda segments: told.extend((one.id, one.state) for one in segments),
    )
    store.add([RESULT])
    told.clear()
    edit(store, None, "approved")
    store.change([Edit(ARTICLE, "k2", 9, BETTER)], "Dara")
    store.undo(ARTICLE, "k1", "Dara")
    for _ in range(2):
        store.change([Edit(ARTICLE, "k2", 0, opened=True)], "Dara")
    store.close()
    assert told == [("k1", "approved"), ("k1", "draft"), ("k2", "draft")]

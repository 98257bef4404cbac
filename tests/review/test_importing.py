"""What a file may do to a review, and what not: only what somebody changed in it comes in."""

import hashlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from summarize.review.formats.records import Imported
from summarize.review.importing import Report, bring_in
from summarize.review.records import Edit, Reviewed, State
from summarize.review.store import ReviewStore
from tests.review.conftest import ARTICLE, build_result

NEW = "តុលាការបានបើកសំណុំរឿងចំនួន ១២។"


def exported(one: Reviewed, **changes: object) -> Imported:
    """The segment as any format gives it away, and then changed."""
    given = Imported(one.key, one.target, one.source, one.source_sha256, one.version, one.state)
    return replace(given, **changes)  # type: ignore[arg-type]


@pytest.fixture
def first(store: ReviewStore) -> Reviewed:
    return store.segments()[0]


@pytest.fixture
def take(store: ReviewStore) -> Callable[..., Report]:
    return lambda *segments: bring_in(store, segments, "Dara")


def set_state(store: ReviewStore, state: State, target: str | None = None) -> Reviewed:
    one = store.segments()[0]
    return store.change([Edit(ARTICLE, one.id, one.version, target, state)], "Sok")[0].segment


def test_a_changed_text_is_edited_by_whoever_imports_it(
    store: ReviewStore, first: Reviewed, take: Callable[..., Report]
) -> None:
    report = take(exported(first, target=NEW))
    now = store.segments()[0]
    assert (now.target, now.state, now.who) == (NEW, "edited", "Dara")
    assert [(one.before.target, one.after.target) for one in report.changed] == [
        (first.target, NEW)
    ]


def test_word_breaks_and_odd_spaces_go_and_the_report_says_so(
    store: ReviewStore, first: Reviewed, take: Callable[..., Report]
) -> None:
    (changed,) = take(exported(first, target="តុលាការ\u200bបាន\u200bបើក  ១២ ។\n")).changed
    assert changed.after.target == "តុលាការបានបើក ១២។"
    assert changed.tidied


def test_word_breaks_alone_are_no_change(first: Reviewed, take: Callable[..., Report]) -> None:
    report = take(exported(first, target="\u200b".join(first.target)))
    assert (report.changed, report.unchanged) == ((), 1)


@pytest.mark.parametrize(
    ("before", "told", "after"),
    [
        ("draft", "approved", "approved"),
        ("draft", "edited", "edited"),
        ("draft", "needs-work", "needs-work"),
        ("draft", "draft", "draft"),
        ("draft", None, "draft"),
        ("needs-work", "edited", "edited"),
        ("edited", "approved", "approved"),
        ("edited", "draft", "edited"),
        ("approved", "edited", "approved"),
        ("approved", "draft", "approved"),
        ("approved", "needs-work", "needs-work"),
    ],
)
def test_a_state_set_outside_counts_for_the_same_text(
    before: State, told: State | None, after: State, store: ReviewStore, take: Callable[..., Report]
) -> None:
    take(exported(set_state(store, before), state=told))
    assert store.segments()[0].state == after


@pytest.mark.parametrize(
    ("before", "told", "after"),
    [
        ("draft", "draft", "edited"),
        ("draft", None, "edited"),
        ("draft", "approved", "approved"),
        ("draft", "needs-work", "needs-work"),
        ("edited", "approved", "approved"),
        ("approved", "approved", "edited"),
        ("needs-work", "needs-work", "edited"),
    ],
)
def test_a_state_left_as_it_was_says_nothing_about_a_new_text(
    before: State, told: State | None, after: State, store: ReviewStore, take: Callable[..., Report]
) -> None:
    take(exported(set_state(store, before), state=told, target=NEW))
    assert (store.segments()[0].target, store.segments()[0].state) == (NEW, after)


@pytest.mark.parametrize("target", ["", " \n", "\u200b"])
def test_an_empty_text_says_that_nobody_worked_on_it(
    target: str, first: Reviewed, take: Callable[..., Report]
) -> None:
    assert take(exported(first, target=target, state="edited")).unchanged == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"source": "The court opened 13 cases.", "sha256": ""},
        {"source": "The court opened 13 cases."},
        {"sha256": hashlib.sha256(b"The court opened 13 cases.").hexdigest()},
        {"source": "", "sha256": ""},
    ],
)
def test_a_segment_of_other_english_is_refused_by_name(
    changes: dict[str, str], store: ReviewStore, first: Reviewed, take: Callable[..., Report]
) -> None:
    (refused,) = take(exported(first, target=NEW, **changes)).refused
    assert refused.key == first.key
    assert "its English is not that of the review" in refused.reason
    assert store.segments()[0] == first


@pytest.mark.parametrize(
    "changes",
    [
        {"source": " The court opened\u00a012\n cases. ", "sha256": ""},
        {"source": "The court opened 12 cases.", "sha256": ""},
        {"source": ""},
    ],
)
def test_how_a_tool_writes_the_spaces_of_the_english_does_not_count(
    changes: dict[str, str], first: Reviewed, take: Callable[..., Report]
) -> None:
    assert len(take(exported(first, target=NEW, **changes)).changed) == 1


def test_a_segment_that_is_not_there_is_refused_and_the_others_are_taken(
    first: Reviewed, take: Callable[..., Report]
) -> None:
    report = take(exported(first, key="nothing:k9"), exported(first, target=NEW))
    assert [one.key for one in report.refused] == ["nothing:k9"]
    assert len(report.changed) == 1


def test_an_old_file_that_nobody_edited_takes_nothing_back(
    store: ReviewStore, first: Reviewed, take: Callable[..., Report]
) -> None:
    edited = set_state(store, "approved", NEW)
    report = take(exported(first))
    assert (report.changed, report.refused, report.unchanged) == ((), (), 1)
    assert store.segments()[0] == edited


def test_what_both_have_changed_stays_as_it_is_in_the_review(
    store: ReviewStore, first: Reviewed, take: Callable[..., Report]
) -> None:
    edited = set_state(store, "edited", NEW)
    (refused,) = take(exported(first, target="ពាក្យផ្សេង។")).refused
    assert "by Sok" in refused.reason
    assert store.segments()[0] == edited


def test_an_approval_of_an_old_text_is_none_of_the_new_one(
    store: ReviewStore, first: Reviewed, take: Callable[..., Report]
) -> None:
    set_state(store, "edited", NEW)
    assert len(take(exported(first, state="approved")).refused) == 1
    assert store.segments()[0].state == "edited"


def test_the_same_change_on_both_sides_is_no_conflict(
    store: ReviewStore, first: Reviewed, take: Callable[..., Report]
) -> None:
    set_state(store, "edited", NEW)
    assert take(exported(first, target=NEW)).unchanged == 1


def test_importing_twice_changes_once(first: Reviewed, take: Callable[..., Report]) -> None:
    file = exported(first, target=NEW)
    assert len(take(file).changed) == 1
    assert take(file).unchanged == 1


def test_a_version_from_elsewhere_is_refused(first: Reviewed, take: Callable[..., Report]) -> None:
    (refused,) = take(exported(first, target=NEW, version=7)).refused
    assert "version 7" in refused.reason


def test_without_a_version_a_file_is_of_the_current_one(
    store: ReviewStore, first: Reviewed, take: Callable[..., Report]
) -> None:
    set_state(store, "needs-work")
    assert len(take(exported(first, target=NEW, version=None)).changed) == 1


def test_an_old_file_without_versions_takes_nothing_back_either(
    store: ReviewStore, first: Reviewed, take: Callable[..., Report]
) -> None:
    edited = set_state(store, "edited", NEW)
    assert take(exported(first, version=None)).unchanged == 1
    assert len(take(exported(first, version=None, state="approved")).refused) == 1
    assert store.segments()[0] == edited


def test_two_texts_for_one_segment_are_both_refused(
    store: ReviewStore, first: Reviewed, take: Callable[..., Report]
) -> None:
    report = take(exported(first, target=NEW), exported(first, target="ពាក្យផ្សេង។"))
    assert [one.key for one in report.refused] == [first.key]
    assert store.segments()[0] == first


def test_one_text_in_two_files_is_taken_once(first: Reviewed, take: Callable[..., Report]) -> None:
    report = take(exported(first, target=NEW), exported(first), exported(first, target=NEW))
    assert (len(report.changed), report.unchanged, report.refused) == (1, 1, ())


def test_khmer_that_a_program_turned_into_question_marks_is_refused(
    store: ReviewStore, first: Reviewed, take: Callable[..., Report]
) -> None:
    (refused,) = take(exported(first, target="????????? ??។")).refused
    assert "lost" in refused.reason
    assert store.segments()[0] == first


def test_what_is_refused_has_its_place_in_the_file(
    store: ReviewStore, first: Reviewed, take: Callable[..., Report]
) -> None:
    lost = exported(first, target="?????", place="a.csv, row 2")
    assert take(lost).refused[0].place == "a.csv, row 2"
    two = [exported(first, target=text, place=f"{text}.csv, row 2") for text in ("ក", "ខ")]
    assert take(*two).refused[0].place == "ក.csv, row 2; ខ.csv, row 2"
    edited = exported(first, target=NEW, place="b.csv, row 2")
    set_state(store, "needs-work")
    assert take(edited).refused[0].place == "b.csv, row 2"


def test_a_sentence_that_is_no_longer_in_the_results_is_refused(
    store: ReviewStore, take: Callable[..., Report]
) -> None:
    last = store.segments()[2]
    store.add([build_result({"The court opened 12 cases.": "តុលាការ។"})])
    assert "no such segment" in take(exported(last, target=NEW)).refused[0].reason


# -- approvals over errors ----------------------------------------------------------------------

WRONG = "តុលាការបានបើកសំណុំរឿង ១៣។"


def test_a_text_with_errors_comes_in_without_its_approval(
    store: ReviewStore, first: Reviewed, take: Callable[..., Report]
) -> None:
    report = take(exported(first, target=WRONG, state="approved"))
    now = store.segments()[0]
    assert (now.target, now.state) == (WRONG, "edited")
    assert [one.after for one in report.changed] == [now]
    (refused,) = report.refused
    assert refused.key == first.key
    assert "its approval is not" in refused.reason
    assert f"--segment {first.key} --force" in refused.reason


def test_an_approval_alone_of_a_text_with_errors_is_refused(
    store: ReviewStore, take: Callable[..., Report]
) -> None:
    wrong = set_state(store, "edited", WRONG)
    report = take(exported(wrong, state="approved"))
    assert (report.changed, len(report.refused)) == ((), 1)
    assert store.segments()[0] == wrong


def test_an_approval_over_an_error_can_be_forced(store: ReviewStore, first: Reviewed) -> None:
    file = exported(first, target=WRONG, state="approved")
    report = bring_in(store, [file], "Dara", force=True)
    assert (len(report.changed), report.refused) == (1, ())
    assert store.segments()[0].state == "approved"


def test_nothing_in_a_file_confirms_an_approval(
    store: ReviewStore, first: Reviewed, take: Callable[..., Report]
) -> None:
    take(exported(first, target=NEW, state="approved"))
    now = store.segments()[0]
    assert (now.state, now.is_confirmed) == ("approved", False)

"""The confidence learns from what people approved, changed or sent back."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from summarize.confidence.regression import Regression
from summarize.errors import UsageError
from summarize.review.calibration import Decision, calibrate, decisions
from summarize.review.records import Edit
from summarize.review.store import ReviewStore
from tests.review.conftest import ARTICLE, RESULT

BLIND = Regression(0.0, {})


@pytest.fixture
def scored(open_store: Callable[[], ReviewStore]) -> ReviewStore:
    """A review of three drafts whose translator told how sure it was."""
    store = open_store()
    assert RESULT.draft
    segments = tuple(replace(one, score=-0.3) for one in RESULT.draft.segments)
    store.add([replace(RESULT, draft=replace(RESULT.draft, segments=segments))])
    return store


def decided(count: int, usable: int) -> list[Decision]:
    """Decisions that the score of the model alone explains."""
    rows = [-0.1 if n < usable else -0.9 for n in range(count)]
    return [
        Decision(f"sentence {n}", features(score), (), n < usable) for n, score in enumerate(rows)
    ]


def features(score: float) -> dict[str, float]:
    none = dict.fromkeys(("errors", "warnings", "infos", "words", "length"), 0.0)
    return {"score": score, **none}


def test_an_approved_draft_was_usable_and_one_sent_back_was_not(scored: ReviewStore) -> None:
    edits = [
        Edit(ARTICLE, "k1", 0, state="approved", opened=True),
        Edit(ARTICLE, "k2", 0, state="needs-work"),
    ]
    scored.change(edits, "Dara")
    assert [one.is_usable for one in decisions(scored)] == [True, False]


def test_a_draft_that_was_written_anew_was_not_usable(scored: ReviewStore) -> None:
    anew = "គ្មាននរណារងគ្រោះ ហើយផ្លូវបានបើកវិញនៅពេលព្រឹក។"
    scored.change([Edit(ARTICLE, "k3", 0, anew, "approved", opened=True)], "Dara")
    assert [one.is_usable for one in decisions(scored)] == [False]


def test_what_nobody_has_looked_at_is_no_decision(scored: ReviewStore) -> None:
    scored.change([Edit(ARTICLE, "k1", 0, state="approved")], "Dara")  # in bulk
    assert decisions(scored) == []


def test_a_draft_without_a_score_teaches_nothing(store: ReviewStore) -> None:
    store.change([Edit(ARTICLE, "k1", 0, state="approved", opened=True)], "Dara")
    assert decisions(store) == []


def test_what_is_fitted_is_measured_on_decisions_it_has_not_seen() -> None:
    made = calibrate(decided(80, 30), BLIND)
    assert (made.decisions, made.usable) == (80, 30)
    assert made.is_better
    assert made.brier < 0.1 < made.before == pytest.approx(0.25)


def test_chance_is_not_taken_for_better() -> None:
    mixed = [replace(one, features=features(-0.5)) for one in decided(80, 40)]
    assert not calibrate(mixed, BLIND).is_better


@pytest.mark.parametrize(("count", "usable"), [(59, 30), (80, 9), (80, 75), (0, 0)])
def test_too_few_decisions_are_told(count: int, usable: int) -> None:
    with pytest.raises(UsageError, match="too few to learn from"):
        calibrate(decided(count, usable), BLIND)

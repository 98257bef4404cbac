"""The rule of what may be approved: alone, in bulk, and by force."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.records import Finding
from summarize.review.approvable import REASONS, Reason, errors_of, in_words, reason_against
from summarize.review.records import STATES, State

ERROR = Finding("numbers", "error", "16 became 36.", "k1")
WARNING = Finding("length", "warning", "It is short.", "k1")
INFO = Finding("from_memory", "info", "From memory.", "k1")
FINDINGS = st.lists(st.sampled_from([ERROR, WARNING, INFO]), max_size=4)


@pytest.mark.parametrize(
    ("findings", "state", "alone", "in_bulk"),
    [
        ([], "draft", None, None),
        ([INFO], "edited", None, None),
        ([WARNING], "draft", None, "warning"),
        ([WARNING, ERROR], "draft", "error", "error"),
        ([], "needs-work", None, "needs-work"),
        ([ERROR], "needs-work", "error", "needs-work"),
    ],
)
def test_more_stands_against_an_approval_in_bulk(
    findings: list[Finding], state: State, alone: Reason | None, in_bulk: Reason | None
) -> None:
    assert reason_against(state, findings) == alone
    assert reason_against(state, findings, in_bulk=True) == in_bulk


@given(st.sampled_from(STATES), FINDINGS)
def test_what_cannot_be_approved_alone_cannot_be_approved_in_bulk(
    state: State, findings: list[Finding]
) -> None:
    if reason_against(state, findings):
        assert reason_against(state, findings, in_bulk=True)


@given(st.sampled_from(STATES), FINDINGS, st.booleans())
def test_force_overrides_checks_and_not_a_person(
    state: State, findings: list[Finding], in_bulk: bool
) -> None:
    forced = reason_against(state, findings, in_bulk=in_bulk, force=True)
    assert forced == ("needs-work" if in_bulk and state == "needs-work" else None)


def test_only_errors_stand_against_every_approval() -> None:
    assert errors_of([INFO, ERROR, WARNING]) == (ERROR,)


def test_reasons_are_counted_in_words_in_one_order() -> None:
    told = in_words(["warning", "error", "warning"])
    assert told == "1 with errors, 2 with warnings"
    assert in_words([]) == ""
    assert all(in_words([reason]).startswith("1 ") for reason in REASONS)

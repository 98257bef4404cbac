"""Weights and calibration."""

import numpy as np
import pytest

from summarize.names.spelling.kinds import Kind
from summarize.names.spelling.ranking import calibrated
from training.names.measure import distance, reliability, score
from training.names.tune import Case, calibration, fitted


def case(right: int, *rows: float) -> Case:
    forms = tuple("កខគឃ"[: len(rows)])
    table = np.array([[row] for row in rows])
    return Case("person", Kind.PERSON, "x", forms, table, frozenset(forms[right : right + 1]))


CASES = [case(0, 2.0, 1.0), case(1, 0.0, 3.0), case(0, 1.0, 0.5), case(0, 0.0, 0.4), case(9, 1.0)]


def test_what_is_more_like_what_is_right_is_worth_more() -> None:
    low, high = fitted(CASES).scores(np.array([[0.5], [2.5]]))
    assert low < high


def test_without_a_case_that_has_an_accepted_form_all_is_worth_the_same() -> None:
    ranker = fitted([case(9, 1.0, 2.0)])
    assert ranker.scores(np.array([[1.0], [2.0]])).tolist() == [0.0, 0.0]


def test_the_same_cases_give_the_same_ranker() -> None:
    rows = np.array([[0.1], [7.0]])
    assert fitted(CASES).scores(rows).tolist() == fitted(CASES).scores(rows).tolist()


def test_calibration_brings_the_mean_probability_to_the_share_right() -> None:
    ranker = fitted(CASES)
    told = calibration(CASES, ranker)
    _, ((probability, right),) = reliability(CASES, ranker, *told, parts=1)
    assert probability == pytest.approx(right, abs=0.02)


def test_calibrated_probabilities_stay_between_none_and_all() -> None:
    assert (
        0.0
        < calibrated(0.0, 0.0, 1.0)
        < calibrated(0.5, 0.0, 1.0)
        < calibrated(1.0, 0.0, 1.0)
        < 1.0
    )


def test_the_score_counts_first_five_errors_and_proposed() -> None:
    found = score([(one, one.features[:, 0]) for one in (case(0, 2.0, 1.0), case(0, 1.0, 2.0))])
    assert (found.names, found.first, found.five, found.proposed) == (2, 0.5, 1.0, 1.0)
    assert found.errors == 0.5


@pytest.mark.parametrize(("one", "other", "edits"), [("", "កខ", 2), ("កខ", "កគ", 1), ("ក", "ក", 0)])
def test_distance_is_in_edits(one: str, other: str, edits: int) -> None:
    assert distance(one, other) == edits

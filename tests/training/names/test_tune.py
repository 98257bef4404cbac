"""Weights and calibration."""

import numpy as np
import pytest

from summarize.names.spelling.kinds import Kind
from summarize.names.spelling.ranking import calibrated
from training.names.measure import distance, reliability, score
from training.names.tune import Case, calibration, weights


def case(right: int, *rows: float) -> Case:
    forms = tuple("កខគឃ"[: len(rows)])
    table = np.array([[row] for row in rows])
    return Case("person", Kind.PERSON, "x", forms, table, frozenset(forms[right : right + 1]))


CASES = [case(0, 2.0, 1.0), case(1, 0.0, 3.0), case(0, 1.0, 0.5), case(0, 0.0, 0.4), case(9, 1.0)]


def test_a_feature_of_what_is_right_gets_a_weight_above_zero() -> None:
    assert weights(CASES)[0] > 0


def test_no_case_with_an_accepted_form_gives_weights_of_zero() -> None:
    assert weights([case(9, 1.0, 2.0)]).tolist() == [0.0]


def test_calibration_brings_the_mean_probability_to_the_share_right() -> None:
    weight = weights(CASES)
    told = calibration(CASES, weight)
    _, ((probability, right),) = reliability(CASES, weight, *told, parts=1)
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
    found = score([case(0, 2.0, 1.0), case(0, 1.0, 2.0)], np.ones(1))
    assert (found.names, found.first, found.five, found.proposed) == (2, 0.5, 1.0, 1.0)
    assert found.errors == 0.5


@pytest.mark.parametrize(("one", "other", "edits"), [("", "កខ", 2), ("កខ", "កគ", 1), ("ក", "ក", 0)])
def test_distance_is_in_edits(one: str, other: str, edits: int) -> None:
    assert distance(one, other) == edits

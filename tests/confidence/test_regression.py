import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.confidence.regression import Regression, parse_regression

FINITE = st.floats(-1e6, 1e6)


def test_the_probability_is_that_of_the_logit() -> None:
    regression = Regression(0.5, {"score": 2.0, "errors": -1.0})
    assert regression.probability({"score": 0.25, "errors": 1.0}) == pytest.approx(0.5)
    expected = 1 / (1 + math.exp(-2.5))
    assert regression.probability({"score": 1.0, "errors": 0.0}) == pytest.approx(expected)


@given(FINITE, FINITE, FINITE)
def test_it_is_a_probability_whatever_comes_in(intercept: float, weight: float, x: float) -> None:
    assert 0 <= Regression(intercept, {"x": weight}).probability({"x": x}) <= 1


def test_a_feature_that_is_missing_is_told() -> None:
    with pytest.raises(KeyError):
        Regression(0.0, {"score": 1.0}).probability({})


def test_the_file_is_read() -> None:
    text = "intercept = 1.5\n[weights]\nscore = 2.0\nwords = 1\n"
    assert parse_regression(text) == Regression(1.5, {"score": 2.0, "words": 1.0})

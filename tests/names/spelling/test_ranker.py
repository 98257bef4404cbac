"""What a spelling is worth."""

import numpy as np
import pytest

from summarize.names.spelling.ranker import Ranker, linear, read

ROWS = np.array([[1.0, 0.0], [0.0, 2.0], [3.0, 1.0]])


def test_without_hidden_units_features_are_weighed() -> None:
    assert linear(np.array([1.0, -1.0])).scores(ROWS).tolist() == [1.0, -2.0, 2.0]


def test_a_hidden_unit_bends_what_it_adds() -> None:
    ranker = Ranker(np.array([[1.0], [0.0]]), np.zeros(1), np.ones(1), np.zeros(2))
    assert ranker.scores(ROWS) == pytest.approx(np.tanh([1.0, 0.0, 3.0]))


def test_what_is_written_is_read_back() -> None:
    chance = np.random.default_rng(1)
    ranker = Ranker(*(chance.normal(size=shape) for shape in ((2, 3), 3, 3, 2)))
    assert read(ranker.arrays()).scores(ROWS) == pytest.approx(ranker.scores(ROWS), abs=1e-5)


def test_no_spelling_is_worth_nothing() -> None:
    assert linear(np.zeros(2)).scores(np.zeros((0, 2))).tolist() == []

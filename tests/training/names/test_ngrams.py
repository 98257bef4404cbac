"""Smoothed n-gram models."""

from math import exp

import pytest

from summarize.names.spelling.automaton import END, Automaton
from training.names.ngrams import Smoothing, model

TEXT = [(0, [1, 2, 3]), (0, [1, 2]), (0, [2, 3, 1]), (0, [3]), (0, [1, 2, 3, 1])]


@pytest.mark.parametrize("smoothing", list(Smoothing))
@pytest.mark.parametrize("order", [2, 3, 5])
def test_what_follows_any_context_adds_up_to_one(smoothing: Smoothing, order: int) -> None:
    automaton = Automaton(model(TEXT, order, smoothing))
    states = {0, automaton.starts[0]}
    for symbol in (1, 2, 3):
        states |= {automaton.step(state, symbol)[1] for state in set(states)}
    for state in sorted(states):
        total = sum(exp(automaton.step(state, symbol)[0]) for symbol in (1, 2, 3, END))
        assert total == pytest.approx(1.0, abs=0.03)


def test_a_longer_context_remembers_more() -> None:
    short, long = (Automaton(model(TEXT, order)) for order in (2, 4))
    assert long.score(long.starts[0], [2, 3, 1]) > short.score(short.starts[0], [2, 3, 1])

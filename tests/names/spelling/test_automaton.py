"""A back-off model as an automaton."""

from math import exp

import pytest

from summarize.names.spelling.automaton import END, UNSEEN, Automaton
from training.names.ngrams import model

A, B, C = 1, 2, 3


@pytest.fixture(scope="module")
def automaton() -> Automaton:
    return Automaton(model([(0, [A, B]), (0, [A, B]), (1, [B, C])], order=3, starts=2))


def test_what_was_seen_is_likelier_than_what_was_not(automaton: Automaton) -> None:
    start = automaton.starts[0]
    assert automaton.score(start, [A, B]) > automaton.score(start, [B, A])


def test_each_start_has_its_own_habits(automaton: Automaton) -> None:
    first, second = automaton.starts
    assert automaton.score(first, [A, B]) > automaton.score(second, [A, B])
    assert automaton.score(second, [B, C]) > automaton.score(first, [B, C])


def test_an_unknown_symbol_costs_much_and_leads_to_the_empty_context(automaton: Automaton) -> None:
    cost, state = automaton.step(automaton.starts[0], 99)
    assert cost <= UNSEEN
    assert state == 0


def test_the_probabilities_after_a_start_add_up_to_one(automaton: Automaton) -> None:
    total = sum(exp(automaton.step(automaton.starts[0], s)[0]) for s in (A, B, C, END))
    assert total == pytest.approx(1.0, abs=0.03)  # costs are rounded


def test_likely_symbols_cost_what_a_step_to_each_costs(automaton: Automaton) -> None:
    for state in (*automaton.starts, 0):
        ways = automaton.likely(state, (A, B, C, 99), within=1000.0)
        assert [symbol for *_, symbol in ways] == [A, B, C, 99]
        for cost, after, symbol in ways:
            assert (cost, after) == (pytest.approx(automaton.step(state, symbol)[0]), after)
            assert automaton.step(state, symbol)[1] == after


def test_symbols_far_behind_the_likeliest_are_left_out(automaton: Automaton) -> None:
    assert [symbol for *_, symbol in automaton.likely(automaton.starts[0], (A, 99), 3.0)] == [A]

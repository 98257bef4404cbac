"""Beam search for the Khmer spellings of a Latin word under a joint model."""

from collections.abc import Mapping, Sequence
from math import exp, log
from typing import Final

from summarize.khmer.clusters import check
from summarize.khmer.normalise import clean, key
from summarize.names.spelling.automaton import END, Automaton

BEAM: Final = 24
KEPT: Final = 48
"""Spellings of a word that go on to the ranking."""
_ENDS: Final = 96
_WIDTH: Final = 12.0  # nats below the best; what is further behind is dropped
_FAR: Final = 7.0  # nats below the best unit for the same letters in the same state
_SAME: Final = 6  # hypotheses of one state: alike from here on, so few are enough
_CHUNK: Final = 4  # Latin letters of a unit at most

Table = Mapping[str, tuple[int, ...]]
Hypothesis = tuple[float, int, tuple[int, ...]]


def spellings(
    word: str, model: Automaton, start: int, table: Table, khmer: Sequence[str]
) -> dict[str, tuple[str, float]]:
    """Well-formed spellings by :func:`summarize.khmer.normalise.key`, likeliest first.

    Each has the form to show and the log of the probability (nats), summed over the ways to cut
    ``word``. ``table`` has the units by their Latin side, ``khmer`` the Khmer sides of all units.
    """
    found: dict[str, tuple[str, float]] = {}
    for cost, _, path in _ends(word, model, start, table):
        text = clean("".join([khmer[unit] for unit in path]))
        form = key(text)
        if form in found:
            shown, sofar = found[form]
            found[form] = shown, sofar + log(1.0 + exp(cost - sofar))
        elif form and len(found) < KEPT and not check(text):
            found[form] = text, cost
    return found


def _ends(word: str, model: Automaton, start: int, table: Table) -> list[Hypothesis]:
    length = len(word)
    at: list[list[Hypothesis]] = [[] for _ in range(length + 1)]
    at[0] = [(0.0, start, ())]
    for place in range(length):
        hypotheses = _kept(at[place])
        if not hypotheses:
            continue
        for stop in range(place + 1, min(place + _CHUNK, length) + 1):
            units, arrived = table.get(word[place:stop]), at[stop]
            if units:
                for cost, state, path in hypotheses:
                    for more, after, unit in model.likely(state, units, _FAR):
                        arrived.append((cost + more, after, (*path, unit)))
    ends = [(cost + model.step(state, END)[0], state, path) for cost, state, path in at[length]]
    return sorted(ends, reverse=True)[:_ENDS]


def _kept(hypotheses: list[Hypothesis]) -> list[Hypothesis]:
    hypotheses.sort(reverse=True)
    kept: list[Hypothesis] = []
    states: dict[int, int] = {}
    for hypothesis in hypotheses:
        cost, state, _ = hypothesis
        if cost < hypotheses[0][0] - _WIDTH or len(kept) == BEAM:
            break
        states[state] = states.get(state, 0) + 1
        if states[state] <= _SAME:
            kept.append(hypothesis)
    return kept

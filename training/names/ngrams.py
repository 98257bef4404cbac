"""Smoothed n-gram models of sequences of numbers, as arrays for :class:`Automaton`.

Interpolated: modified Kneser-Ney (Chen and Goodman, 1999) or Witten-Bell (1991).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from summarize.names.spelling.automaton import END

STEPS: Final = 32
"""Of a stored log probability, in one nat."""

Gram = tuple[int, ...]
Counts = dict[Gram, int]


class Smoothing(StrEnum):
    """How unseen n-grams get their share."""

    KNESER_NEY = "kneser-ney"
    WITTEN_BELL = "witten-bell"


def model(
    sequences: Sequence[tuple[int, Sequence[int]]],
    order: int,
    smoothing: Smoothing = Smoothing.KNESER_NEY,
    starts: int = 1,
) -> dict[str, NDArray[np.generic]]:
    """The arrays of an :class:`Automaton`, from sequences with the number of their start.

    Symbols are positive; ``starts`` is how many starts there are. A word's start is the first
    symbol of its contexts: it tells the kinds of words apart, for as long as it is remembered.
    """
    counted = _counts(sequences, order)
    if smoothing is Smoothing.KNESER_NEY:
        counted = _continuations(counted)
    chances: dict[Gram, float] = {}
    rests: dict[Gram, float] = {}
    uniform = 1.0 / max(1, len(counted[0]))
    for grams in counted:
        _smooth(grams, smoothing, uniform, chances, rests)
    return _arrays(chances, rests, order, starts)


def _counts(sequences: Sequence[tuple[int, Sequence[int]]], order: int) -> list[Counts]:
    """Counts of the n-grams of each length up to ``order``; a start is -1 or below."""
    counted: list[Counts] = [Counter() for _ in range(order)]
    for start, symbols in sequences:
        whole = (-1 - start, *symbols, END)
        for stop in range(2, len(whole) + 1):
            for length in range(1, min(order, stop) + 1):
                counted[length - 1][whole[stop - length : stop]] += 1
    return counted


def _continuations(counted: Sequence[Counts]) -> list[Counts]:
    """Below the highest order, the number of symbols before an n-gram; at a start, its count."""
    found = []
    for grams, longer in pairwise(counted):
        before = Counter(gram[1:] for gram in longer)
        found.append({gram: n if gram[0] < 0 else before[gram] or n for gram, n in grams.items()})
    return [*found, counted[-1]]


def _smooth(
    grams: Counts,
    smoothing: Smoothing,
    uniform: float,
    chances: dict[Gram, float],
    rests: dict[Gram, float],
) -> None:
    """Add the n-grams of one length, and what their contexts leave to shorter ones."""
    totals: Counter[Gram] = Counter()
    kinds: dict[Gram, list[int]] = defaultdict(lambda: [0, 0, 0])
    for gram, n in grams.items():
        totals[gram[:-1]] += n
        kinds[gram[:-1]][min(n, 3) - 1] += 1
    if smoothing is Smoothing.KNESER_NEY:
        discounts = _discounts(grams)
        for context, total in totals.items():
            taken = sum(d * k for d, k in zip(discounts, kinds[context], strict=True))
            rests[context] = taken / total
    else:
        discounts = (0.0, 0.0, 0.0)
        for context, total in totals.items():
            rests[context] = sum(kinds[context]) / (total + sum(kinds[context]))
    for gram, n in grams.items():
        context = gram[:-1]
        shorter = chances[gram[1:]] if context else uniform
        rest = rests[context]
        if smoothing is Smoothing.KNESER_NEY:
            own = max(n - discounts[min(n, 3) - 1], 0.0) / totals[context]
        else:
            own = (1.0 - rest) * n / totals[context]
        chances[gram] = own + rest * shorter


def _discounts(grams: Counts) -> tuple[float, float, float]:
    """Of counts of one, two, and three or more; bounded, for small data bends the estimates."""
    of = Counter(min(n, 4) for n in grams.values())
    one, two, three, four = (max(1, of[n]) for n in (1, 2, 3, 4))
    share = one / (one + 2 * two)
    return (
        min(max(1 - 2 * share * two / one, 0.1), 0.95),
        min(max(2 - 3 * share * three / two, 0.2), 1.6),
        min(max(3 - 4 * share * four / three, 0.3), 2.2),
    )


def _arrays(
    chances: Mapping[Gram, float], rests: Mapping[Gram, float], order: int, starts: int
) -> dict[str, NDArray[np.generic]]:
    contexts = sorted(rests, key=lambda context: (len(context), context))
    states = {context: state for state, context in enumerate(contexts)}
    after: list[list[Gram]] = [[] for _ in contexts]
    for gram in sorted(chances):
        after[states[gram[:-1]]].append(gram)
    grams = [gram for group in after for gram in group]
    return {
        "first": np.array([0, *accumulate(map(len, after))], np.uint32),
        "symbols": np.array([gram[-1] for gram in grams], np.uint16),
        "costs": _rounded(chances[gram] for gram in grams),
        "next": np.array([_state(gram[1 - order :], states) for gram in grams], np.uint32),
        "back": np.array([_state(context[1:], states) for context in contexts], np.uint32),
        "weights": _rounded(rests[context] for context in contexts),
        "starts": np.array([_state((-1 - n,), states) for n in range(starts)], np.uint32),
    }


def _rounded(shares: Iterable[float]) -> NDArray[np.generic]:
    """Logs (nats) in steps that pack well and change no ranking that is not close anyway."""
    logs = np.array([math.log(share) for share in shares], np.float64)
    return np.asarray((np.round(logs * STEPS) / STEPS).astype(np.float16))


def _state(context: Gram, states: Mapping[Gram, int]) -> int:
    """The state of the longest end of ``context`` that has one."""
    while context not in states:
        context = context[1:]
    return states[context]

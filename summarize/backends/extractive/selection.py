"""Which sets of sentences may be chosen, and the greedy choice where they are too many to list."""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import combinations

Needs = Sequence[Collection[int]]
"""For each sentence, earlier ones of which at least one must be chosen with it; empty: none."""

Value = Callable[[Collection[int]], float]


def admissible(candidates: Sequence[int], needs: Needs, size: int) -> Iterator[tuple[int, ...]]:
    """List the sets of ``size`` candidates in which every need is met, each rising."""
    for chosen in combinations(candidates, size):
        if all(not needs[i] or any(need in chosen for need in needs[i]) for i in chosen):
            yield chosen


def select(candidates: Collection[int], needs: Needs, length: int, value: Value) -> list[int]:
    """Choose at most ``length`` of the candidates, in rising order.

    Whatever a sentence needs is chosen with it or was chosen before; where that does not fit, the
    sentence stays out. Greedy choice is within a constant factor of the best for coverage
    (Lin and Bilmes, "A class of submodular functions for document summarization", 2011).
    """
    chosen: frozenset[int] = frozenset()
    while extended := _extensions(chosen, candidates, needs, length):
        chosen = max(sorted(extended, key=sorted), key=_gain_over(chosen, value))
    return sorted(chosen)


def _gain_over(chosen: frozenset[int], value: Value) -> Value:
    """Gain for each sentence added: two at once must be worth two."""
    before = value(chosen)
    return lambda extended: (value(extended) - before) / (len(extended) - len(chosen))


def _extensions(
    chosen: frozenset[int], candidates: Collection[int], needs: Needs, length: int
) -> set[frozenset[int]]:
    """Every larger choice that one candidate leads to."""
    wider = (with_needs(chosen, index, needs) for index in candidates if index not in chosen)
    allowed = frozenset(candidates)
    return {each for each in wider if len(each) <= length and each <= allowed}


def with_needs(chosen: frozenset[int], index: int, needs: Needs) -> frozenset[int]:
    """Add a sentence and, as long as a need is unmet, the nearest sentence that meets it."""
    chosen |= {index}
    while index >= 0 and needs[index] and chosen.isdisjoint(needs[index]):
        index = max(needs[index])
        chosen |= {index}
    return chosen

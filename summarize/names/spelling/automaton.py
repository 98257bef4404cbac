"""A back-off n-gram model as an automaton: what comes next, at what cost, and where that leads."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Arrays = Mapping[str, NDArray[np.generic]]

END: Final = 0
"""The symbol after the last one of a word."""
REMEMBERED: Final = 1 << 14
"""States with symbols whose likely ones are remembered."""
UNSEEN: Final = -14.0
"""Log probability of a symbol that no context has."""

Ways = tuple[tuple[float, int, int], ...]


class Automaton:
    """States are the contexts that training saw; state 0 is the empty one.

    ``starts`` are the states at the beginning of a word, one for each kind of word that the model
    tells apart. A state's edges become a dictionary when it is first asked for, so that loading
    costs nothing.
    """

    def __init__(self, arrays: "Arrays") -> None:
        self._first = arrays["first"]
        self._symbols = arrays["symbols"]
        self._costs = arrays["costs"]
        self._next = arrays["next"]
        self._back: list[int] = arrays["back"].tolist()
        self._weights: list[float] = arrays["weights"].astype("float32").tolist()
        self.starts: tuple[int, ...] = tuple(arrays["starts"].tolist())
        self._likely: dict[tuple[int, tuple[int, ...]], Ways] = {}
        self._ways: dict[tuple[int, tuple[int, ...]], Ways] = {}
        self._edges: dict[int, dict[int, tuple[float, int]]] = {}

    def step(self, state: int, symbol: int) -> tuple[float, int]:
        """Log probability (nats) of ``symbol`` in ``state``, and the state after it."""
        cost = 0.0
        while True:
            edges = self._edges.get(state)
            if edges is None:
                edges = self._open(state)
            found = edges.get(symbol)
            if found is not None:
                return cost + found[0], found[1]
            if state == 0:
                return cost + UNSEEN, 0
            cost += self._weights[state]
            state = self._back[state]

    def score(self, state: int, symbols: Sequence[int]) -> float:
        """Log probability (nats) that ``symbols`` and then the end follow ``state``."""
        total = 0.0
        for symbol in (*symbols, END):
            cost, state = self.step(state, symbol)
            total += cost
        return total

    def likely(self, state: int, symbols: tuple[int, ...], within: float) -> Ways:
        """Those of ``symbols`` that are ``within`` so many nats of the likeliest of them.

        Each with its log probability (nats), the state after it, and itself. Remembered, for names
        are alike.
        """
        found = self._likely.get((state, symbols))
        if found is None:
            ways = self._after(state, symbols)
            least = max(ways)[0] - within
            found = tuple(way for way in ways if way[0] >= least)
            if len(self._likely) == REMEMBERED:
                self._likely.clear()
            self._likely[state, symbols] = found
        return found

    def _after(self, state: int, symbols: tuple[int, ...]) -> Ways:
        """What :meth:`step` says of each of ``symbols``, mostly by shorter contexts."""
        found = self._ways.get((state, symbols))
        if found is None:
            edges = self._edges.get(state)
            if edges is None:
                edges = self._open(state)
            if state == 0:
                found = tuple((*edges.get(s, (UNSEEN, 0)), s) for s in symbols)
            else:
                weight, shorter = self._weights[state], self._after(self._back[state], symbols)
                found = tuple(
                    (*edges[s], s) if s in edges else (cost + weight, after, s)
                    for cost, after, s in shorter
                )
            if len(self._ways) == REMEMBERED:
                self._ways.clear()
            self._ways[state, symbols] = found
        return found

    def _open(self, state: int) -> dict[int, tuple[float, int]]:
        part = slice(int(self._first[state]), int(self._first[state + 1]))
        costs: list[float] = self._costs[part].astype("float32").tolist()
        leads: list[int] = self._next[part].tolist()
        found = dict(zip(self._symbols[part].tolist(), zip(costs, leads, strict=True), strict=True))
        self._edges[state] = found
        return found

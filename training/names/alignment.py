"""Which Latin letters stand for which Khmer ones: units of both, learned from pairs of words.

Expectation maximisation over all ways to cut both sides into units (many-to-many alignment after
Jiampojamarn, Kondrak and Sherif, 2007). A unit weighs less the larger it is, so that a name is cut
finely and its units are met again in others.
"""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from summarize.khmer.alphabet import BASE
from summarize.names.spelling.letters import symbols

SHAPES: Final = ((1, 0), (1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (4, 1), (2, 0), (2, 2))
"""Latin letters and Khmer symbols of a unit."""
LARGER: Final = 0.3
"""What a unit weighs for each symbol beyond one on each side; one without Khmer, once more."""
ROUNDS: Final = 6
_UNSEEN: Final = 1e-9
_BASES: Final = frozenset(map(chr, range(ord(BASE[0]), 0x17B4)))

Unit = tuple[str, str]
Units = Mapping[Unit, float]


class Arc(NamedTuple):
    """A unit between two places in the pair; a place counts Latin letters and Khmer symbols."""

    start: tuple[int, int]
    stop: tuple[int, int]
    unit: Unit


def learn(pairs: Sequence[tuple[str, str]], rounds: int = ROUNDS) -> dict[Unit, float]:
    """Probabilities of the units that cut ``pairs`` of Latin words and Khmer words best."""
    number: dict[Unit, int] = {}
    lattices = [_numbered(arcs((latin,), khmer), number) for latin, khmer in pairs]
    weights = [_weight(unit) for unit in number]
    chances = weights
    for _ in range(rounds):
        expected = [0.0] * len(number)
        for lattice in lattices:
            _expect(lattice, chances, expected)
        total = sum(expected)
        chances = [e / total * w for e, w in zip(expected, weights, strict=True)]
    return {unit: chance for unit, chance in zip(number, chances, strict=True) if chance > 0.0}


def arcs(latin: Sequence[str], khmer: str) -> list[Arc]:
    """All units that lie on a way through the pair, from the start on; empty if there is no way.

    None crosses from one Latin word into the next, and each word begins with a Khmer base.
    """
    text, signs = "".join(latin), symbols(khmer)
    borders, end = _borders(latin), (len(text), len(signs))
    reached, forward = {(0, 0)}, []
    for start in _places(end):
        if start in reached:
            for stop in _stops(start, end, borders, signs):
                reached.add(stop)
                sides = text[start[0] : stop[0]], "".join(signs[start[1] : stop[1]])
                forward.append(Arc(start, stop, sides))
    leads, found = {end}, []
    for arc in reversed(forward):
        if arc.stop in leads:
            leads.add(arc.start)
            found.append(arc)
    return found[::-1]


def cut(latin: Sequence[str], khmer: str, units: Units) -> tuple[list[Unit], float] | None:
    """The likeliest units of a pair and the log of their probability; ``None`` without a way."""
    best: dict[tuple[int, int], tuple[float, Arc | None]] = {(0, 0): (0.0, None)}
    ways = arcs(latin, khmer)
    for arc in ways:
        cost = best[arc.start][0] + _log(units.get(arc.unit), arc.unit)
        if arc.stop not in best or cost > best[arc.stop][0]:
            best[arc.stop] = cost, arc
    if not ways:
        return None
    place, path = ways[-1].stop, []
    while last := best[place][1]:
        path.append(last.unit)
        place = last.start
    return path[::-1], best[ways[-1].stop][0]


def apart(latin: Sequence[str], path: Sequence[Unit]) -> list[tuple[str, str]]:
    """Each Latin word with its Khmer, of a name that :func:`cut` has cut into ``path``."""
    found, borders = [], _borders(latin) | {sum(map(len, latin))}
    read, word, form = 0, "", ""
    for side, khmer in path:
        read, word, form = read + len(side), word + side, form + khmer
        if read in borders:
            found.append((word, form))
            word = form = ""
    return found


def _borders(latin: Sequence[str]) -> set[int]:
    return {sum(map(len, latin[:n])) for n in range(1, len(latin))}


def _places(end: tuple[int, int]) -> list[tuple[int, int]]:
    return [(letter, sign) for letter in range(end[0] + 1) for sign in range(end[1] + 1)]


def _stops(
    start: tuple[int, int], end: tuple[int, int], borders: set[int], signs: Sequence[str]
) -> list[tuple[int, int]]:
    found = []
    for letters, length in SHAPES:
        letter, sign = start[0] + letters, start[1] + length
        if letter > end[0] or sign > end[1]:
            continue
        if borders:
            if any(border in borders for border in range(start[0] + 1, letter)):
                continue
            if letter in borders and (sign == end[1] or signs[sign] not in _BASES):
                continue
        found.append((letter, sign))
    return found


@lru_cache(maxsize=1 << 18)
def _weight(unit: Unit) -> float:
    latin, khmer = unit
    larger = max(0, len(latin) + len(symbols(khmer)) - 2) + (not khmer)
    return float(LARGER**larger)


def _log(chance: float | None, unit: Unit) -> float:
    return math.log(chance if chance else _UNSEEN * _weight(unit))


_Lattice = tuple[list[tuple[int, int, int]], int]


def _numbered(ways: Sequence[Arc], number: dict[Unit, int]) -> _Lattice:
    """Arcs by the numbers of their places and units, and how many places there are."""
    places: dict[tuple[int, int], int] = {}
    for arc in ways:
        places.setdefault(arc.start, len(places))
    if ways:
        places[ways[-1].stop] = len(places)
    numbered = [(places[a], places[b], number.setdefault(u, len(number))) for a, b, u in ways]
    return numbered, len(places)


def _expect(lattice: _Lattice, chances: Sequence[float], expected: list[float]) -> None:
    """Add how often each unit is expected in one pair (forward and backward)."""
    ways, size = lattice
    if not ways:
        return
    forward = [0.0] * size
    forward[0] = 1.0
    for start, stop, unit in ways:
        forward[stop] += forward[start] * chances[unit]
    if forward[-1] <= 0.0:
        return
    backward = [0.0] * size
    backward[-1] = 1.0 / forward[-1]
    for start, stop, unit in reversed(ways):
        share = chances[unit] * backward[stop]
        backward[start] += share
        expected[unit] += forward[start] * share

"""How good a confidence is: Brier score, area under the curve, reliability, quartile gap."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from typing import Final

EDGES: Final = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """Drafts whose confidence is from ``low`` to ``high``: the mean of it, and what came true."""

    low: float
    high: float
    drafts: int
    expected: float
    usable: float


def auc(chances: Sequence[float], usable: Sequence[bool]) -> float:
    """How often a usable draft has the higher confidence than one that is not; 0.5 is chance."""
    good = [p for p, u in zip(chances, usable, strict=True) if u]
    bad = [p for p, u in zip(chances, usable, strict=True) if not u]
    return fmean((p > q) + (p == q) / 2 for p in good for q in bad)


def reliability(chances: Sequence[float], usable: Sequence[bool]) -> list[Bin]:
    """Between :data:`EDGES`, the bins that hold a draft."""
    found = []
    for low, high in pairwise(EDGES):
        last = high == EDGES[-1]
        own = [
            (p, u)
            for p, u in zip(chances, usable, strict=True)
            if low <= p < high or (last and p == high)
        ]
        if own:
            expected, true = fmean(p for p, _ in own), fmean(u for _, u in own)
            found.append(Bin(low, high, len(own), expected, true))
    return found


def quartiles(chances: Sequence[float], chrf: Sequence[float]) -> list[float]:
    """Mean chrF of the four quarters of the drafts, the least sure first."""
    order = [c for _, c in sorted(zip(chances, chrf, strict=True))]
    size = len(order) / 4
    return [fmean(order[round(n * size) : round((n + 1) * size)]) for n in range(4)]

"""Weights of the features and the calibration, fitted on names that the models did not see."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from summarize.confidence.newton import newton
from summarize.names.spelling.kinds import Kind
from summarize.names.spelling.ranking import softmax

STEPS: Final = 300
RATE: Final = 0.1
_SHRINK: Final = 0.002  # of the penalty on the squares of the weights
_RIDGE: Final = 1e-3

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A word of a name with what is proposed for it, a row of features each, and what is right."""

    group: str
    kind: Kind
    latin: str
    forms: tuple[str, ...]
    features: Floats
    accepted: frozenset[str]

    def right(self) -> NDArray[np.bool_]:
        """Which of the forms are accepted."""
        return np.array([form in self.accepted for form in self.forms], np.bool_)


def weights(cases: Sequence[Case]) -> Floats:
    """The weights under which the accepted forms are likeliest (conditional logit, by Adam)."""
    useful = [case for case in cases if case.right().any()]
    if not useful:
        return np.zeros(cases[0].features.shape[1]) if cases else np.zeros(0)
    table = np.concatenate([case.features for case in useful])
    right = np.concatenate([case.right() for case in useful]).astype(np.float64)
    lengths = np.array([len(case.forms) for case in useful])
    scale = table.std(0) + 1e-6
    scaled = table / scale
    found = np.zeros(table.shape[1])
    mean, square = np.zeros_like(found), np.zeros_like(found)
    for step in range(1, STEPS + 1):
        slope = _slope(scaled, right, lengths, found) / len(useful) + _SHRINK * found
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        rate = np.sqrt(square / (1 - 0.99**step)) + 1e-8
        found = found - RATE * (mean / (1 - 0.9**step)) / rate
    return np.asarray(found / scale)


def _slope(table: Floats, right: Floats, lengths: NDArray[np.intp], at: Floats) -> Floats:
    starts = np.cumsum(lengths) - lengths
    scores = table @ at
    raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), lengths))
    among_all = raised / np.repeat(np.add.reduceat(raised, starts), lengths)
    accepted = raised * right
    among_right = accepted / np.repeat(np.add.reduceat(accepted, starts), lengths)
    return np.asarray(table.T @ (among_all - among_right))


def calibration(cases: Sequence[Case], weight: Floats) -> tuple[float, float]:
    """Offset and slope from the logit of the best's share to that of its being right."""
    if not cases:
        return 0.0, 1.0
    shares, right = zip(*(best(case, weight) for case in cases), strict=True)
    inside = np.clip(np.array(shares), 1e-6, 1 - 1e-6)
    given = np.stack([np.ones(len(inside)), np.log(inside / (1 - inside))], 1)
    offset, slope = newton(given, np.array(right, np.float64), np.full(2, _RIDGE))
    return float(offset), float(slope)


def best(case: Case, weight: Floats) -> tuple[float, bool]:
    """The share of the best form, and whether it is right; none is proposed: 0 and wrong."""
    if not case.forms:
        return 0.0, False
    shares = softmax(case.features @ weight)
    top = int(np.argmax(shares))
    return float(shares[top]), case.forms[top] in case.accepted

"""How spellings are ranked and the calibration, fitted on names that the models did not see."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from summarize.confidence.newton import newton
from summarize.names.spelling.kinds import Kind
from summarize.names.spelling.ranker import Ranker, linear
from summarize.names.spelling.ranking import softmax

NETS: Final = 4
HIDDEN: Final = 16
STEPS: Final = 600
RATE: Final = 0.03
_LEAST_RATE: Final = 0.001
_SHRINK, _SHRINK_DIRECT = 0.005, 0.0015  # of the penalty on the squares of the weights
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


def fitted(cases: Sequence[Case]) -> Ranker:
    """The mean of networks under which the accepted forms are likeliest; each has its own seed."""
    useful = [case for case in cases if case.right().any()]
    if not useful:
        return linear(np.zeros(cases[0].features.shape[1] if cases else 0))
    table = np.concatenate([case.features for case in useful])
    right = np.concatenate([case.right() for case in useful]).astype(np.float64)
    lengths = np.array([len(case.forms) for case in useful])
    mean, scale = table.mean(0), table.std(0) + 1e-6
    scaled = (table - mean) / scale
    nets = [_network(scaled, right, lengths, seed) for seed in range(NETS)]
    inner = np.concatenate([net[0] for net in nets], axis=1) / scale[:, None]
    bias = np.concatenate([net[1] for net in nets]) - mean @ inner
    outer = np.concatenate([net[2] for net in nets]) / NETS
    direct = np.mean([net[3] for net in nets], axis=0) / scale
    return Ranker(inner, bias, outer, direct)


def _network(table: Floats, right: Floats, lengths: NDArray[np.intp], seed: int) -> list[Floats]:
    """Conditional logit over the spellings of each word, by Adam, with weights that shrink."""
    chance = np.random.default_rng(seed)
    width = table.shape[1]
    net = [
        chance.normal(0, width**-0.5, (width, HIDDEN)),
        np.zeros(HIDDEN),
        chance.normal(0, 0.3, HIDDEN),
        np.zeros(width),
    ]
    shrink = (_SHRINK, 0.0, _SHRINK, _SHRINK_DIRECT)
    means, squares = [np.zeros_like(p) for p in net], [np.zeros_like(p) for p in net]
    for step in range(1, STEPS + 1):
        hidden = np.tanh(table @ net[0] + net[1])
        slope = _slope(hidden @ net[2] + table @ net[3], right, lengths)
        back = np.outer(slope, net[2]) * (1 - hidden**2)
        slopes = (table.T @ back, back.sum(0), hidden.T @ slope, table.T @ slope)
        rate = RATE * (1 - step / STEPS) + _LEAST_RATE
        for part, found in enumerate(slopes):
            found = found + shrink[part] * net[part]
            means[part] = 0.9 * means[part] + 0.1 * found
            squares[part] = 0.99 * squares[part] + 0.01 * found**2
            steep = np.sqrt(squares[part] / (1 - 0.99**step)) + 1e-8
            net[part] = net[part] - rate * (means[part] / (1 - 0.9**step)) / steep
    return net


def _slope(scores: Floats, right: Floats, lengths: NDArray[np.intp]) -> Floats:
    """Of the loss of a word, by the score of each of its spellings."""
    starts = np.cumsum(lengths) - lengths
    raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), lengths))
    among_all = raised / np.repeat(np.add.reduceat(raised, starts), lengths)
    accepted = raised * right
    among_right = accepted / np.repeat(np.add.reduceat(accepted, starts), lengths)
    return np.asarray((among_all - among_right) / len(lengths))


def calibration(cases: Sequence[Case], ranker: Ranker) -> tuple[float, float]:
    """Offset and slope from the logit of the best's share to that of its being right."""
    if not cases:
        return 0.0, 1.0
    shares, right = zip(*(best(case, ranker) for case in cases), strict=True)
    inside = np.clip(np.array(shares), 1e-6, 1 - 1e-6)
    given = np.stack([np.ones(len(inside)), np.log(inside / (1 - inside))], 1)
    offset, slope = newton(given, np.array(right, np.float64), np.full(2, _RIDGE))
    return float(offset), float(slope)


def best(case: Case, ranker: Ranker) -> tuple[float, bool]:
    """The share of the best form, and whether it is right; none is proposed: 0 and wrong."""
    if not case.forms:
        return 0.0, False
    shares = softmax(ranker.scores(case.features))
    top = int(np.argmax(shares))
    return float(shares[top]), case.forms[top] in case.accepted

"""Logistic regression by Newton's method with a ridge (le Cessie and van Houwelingen, 1992)."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_ROUNDS: Final = 50
_CLOSE: Final = 1e-9
_MOST: Final = 30.0
"""Log odds beyond which a probability is 0 or 1 to all digits that count."""


def newton(design: Floats, target: Floats, penalty: Floats) -> Floats:
    """The likeliest weights of the columns of ``design`` (rows, columns) for ``target`` (rows).

    ``penalty`` (columns) is what half the square of each weight costs, in nats.
    """
    weights = np.zeros(design.shape[1])
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -_MOST, _MOST)))
        slope = design.T @ (chance - target) + penalty * weights
        bend = (design.T * (chance * (1 - chance))) @ design + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if float(np.abs(step).max()) < _CLOSE:
            break
    return weights

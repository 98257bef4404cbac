"""Logistic regression by Newton's method, for a handful of features.

Weights are kept small by a ridge on standardised features (Hoerl and Kennard, 1970; le Cessie and
van Houwelingen, 1992), so that a feature that never occurred gets none.
"""

from collections.abc import Container, Hashable, Sequence
from statistics import fmean
from typing import Final

import numpy as np

from summarize.confidence.features import Features
from summarize.confidence.newton import newton
from summarize.confidence.regression import Regression

FOLDS: Final = 10


def cross_validated(
    rows: Sequence[Features],
    usable: Sequence[bool],
    groups: Sequence[Hashable],
    falling: Container[str] = (),
    seed: int = 1,
) -> list[float]:
    """The probability of each row by a fit on the nine tenths of the ``groups`` it is not in."""
    different = list(dict.fromkeys(groups))
    places = np.random.default_rng(seed).permutation(len(different))
    fold_of = {group: int(place) % FOLDS for group, place in zip(different, places, strict=True)}
    chances = [0.0] * len(rows)
    for fold in range(FOLDS):
        own = [i for i, group in enumerate(groups) if fold_of[group] == fold]
        rest = [i for i, group in enumerate(groups) if fold_of[group] != fold]
        fitted = fit([rows[i] for i in rest], [usable[i] for i in rest], falling)
        for i in own:
            chances[i] = fitted.probability(rows[i])
    return chances


def brier(chances: Sequence[float], usable: Sequence[bool]) -> float:
    """Mean squared difference from the truth, 0 to 1, the lower the better (Brier, 1950)."""
    return fmean((p - u) ** 2 for p, u in zip(chances, usable, strict=True))


def fit(
    rows: Sequence[Features],
    usable: Sequence[bool],
    falling: Container[str] = (),
    ridge: float = 1.0,
) -> Regression:
    """The likeliest regression of ``usable`` on ``rows``, all of the same features.

    Those in ``falling`` never speak for a draft: where chance gave one such a weight it is left
    out. Raises ``ValueError`` where nothing or everything is usable.
    """
    if len(set(usable)) != 2:
        raise ValueError("usable and unusable drafts are needed to tell them apart")
    names = list(rows[0])
    while True:
        found = _fit(names, rows, usable, ridge)
        kept = [name for name in names if name not in falling or found.weights[name] <= 0]
        if kept == names:
            return found
        names = kept


def _fit(
    names: Sequence[str], rows: Sequence[Features], usable: Sequence[bool], ridge: float
) -> Regression:
    table = np.array([[row[name] for name in names] for row in rows], dtype=float)
    mean, spread = table.mean(axis=0), table.std(axis=0)
    spread[spread == 0] = 1.0
    scaled = (table - mean) / spread
    penalty = np.array([0.0, *[ridge] * len(names)])  # none on the intercept
    design = np.column_stack([np.ones(len(rows)), scaled])
    weights = newton(design, np.array(usable, float), penalty)
    own = weights[1:] / spread
    intercept = float(weights[0] - own @ mean)
    return Regression(intercept, dict(zip(names, map(float, own), strict=True)))

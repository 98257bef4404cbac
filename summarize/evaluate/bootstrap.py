"""Paired bootstrap: in what range a mean difference between two systems lies.

Koehn, "Statistical significance tests for machine translation evaluation" (2004).
"""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy import float64
    from numpy.typing import NDArray

RESAMPLES: Final = 10_000
SEED: Final = 1


def interval(differences: "NDArray[float64] | Sequence[float]") -> tuple[float, float]:
    """The 95 % interval of the mean of ``differences``, shape (n,), one for each text.

    Percentiles of the means of ``RESAMPLES`` samples drawn with a fixed seed.
    """
    import numpy as np

    values = np.asarray(differences, dtype=np.float64)
    draws = np.random.default_rng(SEED).integers(0, len(values), (RESAMPLES, len(values)))
    low, high = np.percentile(values[draws].mean(axis=1), (2.5, 97.5))
    return float(low), float(high)

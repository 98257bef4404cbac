"""Logistic regression: a few coefficients, applied without any package."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Regression:
    """``P = 1 / (1 + exp(-(intercept + sum of weight * feature)))``, with weights by feature."""

    intercept: float
    weights: Mapping[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """From 0 to 1. Raises ``KeyError`` for a feature that is missing."""
        logit = self.intercept + sum(w * features[name] for name, w in self.weights.items())
        if logit < 0:  # the other form would overflow
            return math.exp(logit) / (1 + math.exp(logit))
        return 1 / (1 + math.exp(-logit))


def parse_regression(text: str) -> Regression:
    """Read a file that :mod:`training.confidence.fit` has written."""
    data = tomllib.loads(text)
    return Regression(data["intercept"], data["weights"])

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
    """Read what :func:`dump_regression` has written. Raises ``ValueError`` on anything else."""
    data = tomllib.loads(text)
    try:
        weights = {str(name): float(weight) for name, weight in data["weights"].items()}
        return Regression(float(data["intercept"]), weights)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("it does not hold an intercept and weights") from error


def dump_regression(fitted: Regression, *remarks: str) -> str:
    """A TOML file with ``remarks`` at its head."""
    head = "".join(f"# {line}\n" for line in remarks)
    weights = "".join(f"{name} = {weight:.4f}\n" for name, weight in fitted.weights.items())
    return f"{head}intercept = {fitted.intercept:.4f}\n\n[weights]\n{weights}"

"""Fit the weights of :mod:`summarize.alignment.omission`: ``python -m training.checks.coverage``.

On one half of the corpus and on ``--text``, each pair as it is and with a clause dropped; the
links have to be there. Logistic regression by Newton's method with a small ridge.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from summarize.alignment.omission import PAGE, features
from summarize.confidence.newton import Floats, newton
from summarize.evaluate.damage_meaning import drop_clause
from summarize.evaluate.pairs import Pair, read_pairs
from summarize.khmer.normalise import draft_text
from training.corpus.read import pairs

EVERY: Final = 24
"""Of the corpus one pair in so many is taken, so that other text weighs as much."""
RIDGE: Final = 1e-3
"""Penalty for each example."""


def examples(found: Sequence[Pair]) -> Iterator[tuple[list[float], int]]:
    """Features of each pair as it is (0) and with a clause dropped (1)."""
    chance = random.Random(1)
    for pair in found:
        good = Pair(pair.source, draft_text(pair.target))
        yield list(features(good.source, good.target).values()), 0
        if bad := drop_clause(good, chance):
            yield list(features(good.source, bad).values()), 1


def fitted(rows: Floats, labels: Floats) -> Floats:
    """Weights of a logistic regression; the first column is constant."""
    middle, spread = rows.mean(0), rows.std(0)
    middle[0], spread[0] = 0, 1
    scaled = (rows - middle) / spread
    penalty = np.full(rows.shape[1], RIDGE * len(labels))
    weights = newton(scaled, labels, penalty) / spread
    weights[0] -= weights @ middle
    return np.asarray(weights)


def main() -> None:
    """Read the arguments, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, nargs="*", default=())
    found = [Pair(english, khmer) for english, khmer in pairs()[::EVERY]]
    found += [pair for path in parser.parse_args().text for pair in read_pairs(path)]
    rows, labels = zip(*examples(found), strict=True)
    weights = fitted(np.array(rows), np.array(labels, np.float64))
    names = features(found[0].source, found[0].target)
    lines = [f"{name}\t{weight:.4f}" for name, weight in zip(names, weights, strict=True)]
    PAGE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()

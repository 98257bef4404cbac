"""Ridge regression of the weights for sets of sentences, on the tuning half only.

Every admissible set of every article is one row: its features and its mean of ROUGE-1 and ROUGE-2,
both less those of the earliest such set of the same article. An article counts by the root of how
many sets it has, so that long ones do not outvote the rest.
"""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields

import numpy as np
from numpy.typing import NDArray

from benchmarks.extractive_tuning import SENTENCES, Scorer, Scores
from summarize.backends.base import SummarySpec
from summarize.backends.extractive.choice import OPENING, choose, listed
from summarize.backends.extractive.field import survey
from summarize.backends.extractive.parameters import Parameters
from summarize.backends.extractive.selection import admissible
from summarize.backends.extractive.sets import Features
from summarize.evaluate.corpus import Summarised

RIDGE = 10.0
"""Penalty on the squared weights of standardised features."""
FOLDS = 10
REPEATS = 10


@dataclass(frozen=True, slots=True)
class Sets:
    """The sets of one article: features (sets, 6), scores less lead-3 (sets,), earliest first.

    ``full`` marks those the program may choose; the shorter ones are there to learn from.
    """

    features: Scores
    gains: Scores
    full: NDArray[np.bool_]

    def best(self, weights: Scores) -> float:
        """Gain of the set that the program would choose with these weights."""
        values = np.where(self.full, self.features @ weights, -np.inf)
        return float(self.gains[np.argmax(values)])


def fit(pairs: Sequence[Summarised]) -> dict[str, object]:
    """Fit the weights, and say what cross-validation inside the tuning half expects of them.

    The gain is over lead-3, in the mean of ROUGE-1 and ROUGE-2; the spread is over the repeats,
    the error over the articles.
    """
    articles = _all_sets(pairs)
    gains = np.array([_cross_validated(articles, seed) for seed in range(REPEATS)])
    names = [field.name for field in fields(Features)]
    return {
        "weights": dict(zip(names, map(float, _weights(articles)), strict=True)),
        "sets": sum(len(each.gains) for each in articles),
        "cross_validated_gain": float(gains.mean()),
        "spread": float(gains.mean(axis=1).std()),
        "standard_error": float(gains.mean(axis=0).std() / np.sqrt(len(articles))),
    }


def _all_sets(pairs: Sequence[Summarised]) -> list[Sets]:
    scorer = Scorer(pairs)
    return [_sets(index, pair, scorer) for index, pair in enumerate(pairs)]


def _sets(index: int, pair: Summarised, scorer: Scorer) -> Sets:
    article, parameters = pair.article, Parameters()
    field = survey(article, SENTENCES, parameters)
    full = listed(field) or [tuple(choose(article, SummarySpec(SENTENCES), parameters))]
    opening = field.candidates[:OPENING]
    sizes = range(1, SENTENCES + 1)
    every = {*full, *(each for size in sizes for each in admissible(opening, field.needs, size))}
    sets = sorted(every, key=lambda chosen: (-len(chosen), sum(chosen), chosen))
    lead = scorer.one(index, tuple(range(min(SENTENCES, len(article.sentences)))))
    return Sets(
        np.array([astuple(field.table.features(chosen)) for chosen in sets]),
        np.array([scorer.one(index, chosen) - lead for chosen in sets]),
        np.array([chosen in full for chosen in sets]),
    )


def _weights(articles: Sequence[Sets]) -> Scores:
    """Weights of the six features, unstandardised, shape (6,)."""
    scale = np.concatenate([each.features for each in articles]).std(axis=0)
    counts = [len(each.gains) ** -0.5 for each in articles]
    rows = [
        (each.features - each.features[0]) / scale * count
        for each, count in zip(articles, counts, strict=True)
    ]
    targets = [
        (each.gains - each.gains[0]) * count for each, count in zip(articles, counts, strict=True)
    ]
    left, right = np.concatenate(rows), np.concatenate(targets)
    solved = np.linalg.solve(left.T @ left + RIDGE * np.eye(left.shape[1]), left.T @ right)
    weights: Scores = solved / scale
    return weights


def _cross_validated(articles: Sequence[Sets], seed: int) -> Scores:
    """Gain of each article with weights learnt without its fold, shape (articles,)."""
    folds = np.random.default_rng(seed).permutation(len(articles)) % FOLDS
    gains = np.zeros(len(articles))
    for fold in range(FOLDS):
        kept = [each for each, other in zip(articles, folds, strict=True) if other != fold]
        weights = _weights(kept)
        for index in np.flatnonzero(folds == fold):
            gains[index] = articles[int(index)].best(weights)
    return gains

"""Random search for the parameters of the greedy choice, on the tuning half only."""

import random
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rouge_score.rouge_scorer import RougeScorer
from rouge_score.tokenizers import DefaultTokenizer

from summarize.backends.extractive.choice import choose_greedily
from summarize.backends.extractive.field import survey
from summarize.backends.extractive.parameters import Parameters
from summarize.evaluate.corpus import Summarised
from summarize.records import Article

Scores = NDArray[np.float64]

GRID: dict[str, tuple[float, ...]] = {
    "odds": (0.15, 0.25, 0.45),
    "frequency": (0.5, 0.75, 1.0),
    "decay": (1.0, 1.2, 1.5),
    "lead": (0.01, 0.02, 0.04, 0.08),
    "words": (15, 20, 25, 30),
}
TRIALS = 100
FOLDS = 5
SENTENCES = 3


def tune(pairs: Sequence[Summarised]) -> dict[str, object]:
    """Search, and say what cross-validation inside the tuning half expects of the choice.

    A setting is worth the mean of its ROUGE-1 and ROUGE-2 gains over lead-3, less one standard
    error: of settings that do equally well, the steadier one.
    """
    scorer = Scorer(pairs)
    settings = list(_settings())
    lead = scorer.mean([tuple(range(min(SENTENCES, len(p.article.sentences)))) for p in pairs])
    gains = np.array([scorer.of(setting) - lead for setting in settings])
    best = int(np.argmax(_worth(gains)))
    return {
        "chosen": str(settings[best]),
        "trials": TRIALS,
        "gain_on_tuning_half": float(gains[best].mean()),
        "cross_validated_gain": _cross_validated(gains),
    }


class Scorer:
    """Mean of ROUGE-1 and ROUGE-2 for settings, remembering what was scored before."""

    def __init__(self, pairs: Sequence[Summarised]) -> None:
        self._pairs = pairs
        self._rouge = RougeScorer(["rouge1", "rouge2"], tokenizer=DefaultTokenizer(True))
        self._known: dict[tuple[int, tuple[int, ...]], float] = {}

    def of(self, setting: Parameters) -> Scores:
        """Scores of each article with this setting, shape (articles,)."""
        return self.mean([_greedily(p.article, setting) for p in self._pairs])

    def mean(self, choices: Sequence[tuple[int, ...]]) -> Scores:
        """Scores of these sentences of each article, shape (articles,)."""
        return np.array([self.one(index, chosen) for index, chosen in enumerate(choices)])

    def one(self, index: int, chosen: tuple[int, ...]) -> float:
        """Score of these sentences of one article."""
        if (index, chosen) not in self._known:
            pair = self._pairs[index]
            text = " ".join(pair.article.sentences[i].text for i in chosen)
            scores = self._rouge.score(pair.reference, text)
            self._known[index, chosen] = float(np.mean([s.fmeasure for s in scores.values()]))
        return self._known[index, chosen]


def _greedily(article: Article, setting: Parameters) -> tuple[int, ...]:
    return tuple(choose_greedily(article, survey(article, SENTENCES, setting)))


def _settings() -> Iterator[Parameters]:
    chance = random.Random(1)
    for _ in range(TRIALS):
        yield Parameters(**{name: chance.choice(values) for name, values in GRID.items()})


def _worth(gains: Scores) -> Scores:
    """Lower bound of the mean gain of each setting; shape (settings, articles) to (settings,)."""
    bound: Scores = gains.mean(axis=1) - gains.std(axis=1) / np.sqrt(gains.shape[1])
    return bound


def _cross_validated(gains: Scores) -> float:
    """Mean gain of the setting chosen without the fold it is measured on."""
    folds = np.arange(gains.shape[1]) % FOLDS
    kept = [
        gains[np.argmax(_worth(gains[:, folds != fold])), folds == fold] for fold in range(FOLDS)
    ]
    return float(np.concatenate(kept).mean())

"""ROUGE by the ``rouge-score`` package: overlap with a reference summary, in F1 from 0 to 1.

Lin, "ROUGE: a package for automatic evaluation of summaries" (2004). Stemmed, as the field reports
it. Scores of Khmer text mean nothing here: the tokenizer keeps only Latin letters and digits.
"""

from collections.abc import Sequence
from statistics import fmean
from typing import Any

from summarize.errors import UsageError

METRICS = ("rouge1", "rouge2", "rougeLsum")


def rouge(hypotheses: Sequence[str], references: Sequence[str]) -> dict[str, float]:
    """Mean F1 of ROUGE-1, ROUGE-2 and ROUGE-Lsum over pairs of hypothesis and reference.

    Put each sentence on a line of its own: ROUGE-Lsum compares line by line. Raises ``UsageError``
    when the lists are empty or of different lengths, or ``rouge-score`` is not installed.
    """
    scores = rouge_each(hypotheses, references)
    if not scores:
        raise UsageError("There is nothing to score.", "Give a summary and its reference.")
    return {metric: fmean(score[metric] for score in scores) for metric in METRICS}


def rouge_each(hypotheses: Sequence[str], references: Sequence[str]) -> list[dict[str, float]]:
    """F1 of each metric for each pair, in order; raises as :func:`rouge` does."""
    if len(hypotheses) != len(references):
        raise UsageError(
            f"There are {len(hypotheses)} summaries but {len(references)} references.",
            "Give one reference for each summary, in the same order.",
        )
    scorer = require_scorer()(METRICS, use_stemmer=True)
    return [
        {metric: float(score.fmeasure) for metric, score in scorer.score(reference, text).items()}
        for text, reference in zip(hypotheses, references, strict=True)
    ]


def require_scorer() -> Any:
    """The class that computes the scores. Raises ``UsageError`` where it is not installed."""
    try:
        from rouge_score.rouge_scorer import RougeScorer
    except ImportError as error:
        raise UsageError(
            "ROUGE needs the package rouge-score, which is not installed.",
            'Install it: pip install "summarize-km[evaluate]"',
        ) from error
    return RougeScorer

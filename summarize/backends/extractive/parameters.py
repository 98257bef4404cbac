"""The tuned numbers of the extractive summariser, all in one place."""

from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Parameters:
    """Chosen on the even-numbered half of News Summary, which the benchmark keeps for tuning.

    Chance that a pair of neighbouring words is in a summary, by random search
    (``benchmarks/extractive.py --tune``): ``odds``, of a pair which occurs once, in the first
    sentence; ``frequency`` and ``decay``, exponents with which they grow with the number of
    sentences that have the pair and fall with the place of the first of them.

    Greedy choice, for more than three sentences, by the same search: ``lead``, the prior of the
    first sentence, in F1, shrinking with the place; ``words``, the usual length of a sentence.

    Choice among sets, for up to three: how much F1 each feature of
    :class:`~summarize.backends.extractive.sets.Features` is worth, by ridge regression
    (``benchmarks/extractive.py --fit``) and a small grid over ``depth``, ``quotation`` and
    ``outcome`` on the same half, once fewer sentences than asked for were no longer allowed.
    """

    odds: float = 0.25
    frequency: float = 0.5
    decay: float = 1.5
    lead: float = 0.04
    words: float = 25
    coverage: float = 2.08
    depth: float = -0.08
    echo: float = 0.167
    names: float = -0.071
    quotation: float = 0.031
    outcome: float = 0.02

    def __str__(self) -> str:
        return ",".join(f"{value:g}" for value in astuple(self))

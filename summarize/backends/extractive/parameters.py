"""The tuned numbers of the extractive summariser, all in one place."""

from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Parameters:
    """Chosen on the even-numbered half of News Summary, which the benchmark keeps for tuning.

    By random search (``benchmarks/extractive.py --tune``); ``lead`` once more, by itself, after a
    later change of the rules.

    ``odds``: that a pair of neighbouring words which occurs once, in the first sentence, is in a
    summary; ``frequency`` and ``decay``: exponents with which they grow with the number of
    sentences that have the pair and fall with the place of the first of them; ``lead``: the prior
    of the first sentence, in F1, shrinking with the place; ``words``: the usual length of a summary
    sentence.
    """

    odds: float = 0.25
    frequency: float = 0.5
    decay: float = 1.5
    lead: float = 0.04
    words: float = 25

    def __str__(self) -> str:
        return ",".join(f"{value:g}" for value in astuple(self))

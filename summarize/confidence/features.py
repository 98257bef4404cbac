"""What the confidence in a draft rests on, as numbers."""

import math
from collections.abc import Iterable
from typing import Final

from summarize.alignment.coverage import coverage
from summarize.records import Segment, Severity

TYPICAL: Final = 1.07
"""Khmer characters for one English character: the medians of human translations are 1.03 (news) and
1.11 (FLORES)."""
_MOST: Final = 3
"""More findings of one severity than this say no more."""

Features = dict[str, float]
FEATURES: Final = frozenset(
    {"score", "errors", "warnings", "infos", "words", "length", "unrendered"}
)
"""The name of each."""
DOUBTS: Final = frozenset({"errors", "warnings", "infos", "length", "unrendered"})
"""Features that speak against a draft, whatever a small sample says."""


def features(segment: Segment, severities: Iterable[Severity]) -> Features | None:
    """The features of a draft by name; ``None`` where the model's score is unknown.

    ``severities`` are those of its findings. ``words`` and ``length`` are natural logarithms: how
    long the English is, and how far the Khmer is from the usual length for it, either way;
    ``unrendered`` is the share of the English content words that no word of the Khmer renders.
    """
    if segment.score is None:
        return None
    found = list(severities)
    return {
        "score": segment.score,
        "errors": min(found.count("error"), _MOST),
        "warnings": min(found.count("warning"), _MOST),
        "infos": min(found.count("info"), _MOST),
        "words": math.log(max(1, len(segment.source.split()))),
        "length": abs(math.log(_ratio(segment) / TYPICAL)),
        "unrendered": coverage(segment.source, segment.target).unrendered,
    }


def _ratio(segment: Segment) -> float:
    """Khmer characters for one English character, at least one of each."""
    return max(1, len(segment.target)) / max(1, len(segment.source))

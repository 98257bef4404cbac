"""Khmer letters and signs in an arrangement that no word has."""

from summarize.khmer import clusters
from summarize.khmer.normalise import draft_text


def check(source: str, target: str) -> list[str]:
    """What normalisation puts right is no finding."""
    faults = {bad.text: bad.reason for bad in clusters.check(draft_text(target))}
    return [f"“{text}” is no Khmer spelling: {reason}." for text, reason in faults.items()]

"""A translation much shorter or longer than its sentence."""

from typing import Final

from summarize.khmer.normalise import draft_text

SHORTEST: Final = 0.60  # Khmer characters for one English character, on human translations:
LONGEST: Final = 2.0  # the 1st percentile is above .70, the 99th at 2.0 or below
_LEAST: Final = 40  # English characters; below, one word decides the ratio


def check(source: str, target: str) -> list[str]:
    """Short sentences are not judged."""
    english = len(" ".join(source.split()))
    khmer = len(draft_text(target))
    if english < _LEAST or not khmer or SHORTEST <= khmer / english <= LONGEST:
        return []
    if khmer < english:
        return ["The Khmer is short for this sentence. Is something left out?"]
    return ["The Khmer is long for this sentence. Is something added or repeated?"]

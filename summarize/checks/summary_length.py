"""A summary, or a sentence of it, that is far too long or too short."""

from collections.abc import Sequence
from typing import Final

from summarize.checks.evidence import Evidence
from summarize.english.words import words

LONGEST: Final = 0.6  # of the words of the article; human summaries stay below 0.4
LONGEST_SENTENCE: Final = 50  # words; human summaries stay below
SHORTEST_SENTENCE: Final = 4  # words
SHORTEST: Final = 10  # words of a whole summary
_LEAST: Final = 100  # words of an article; a shorter one can hardly be shortened


def check(sentences: Sequence[str], evidence: Evidence) -> list[tuple[int, str]]:
    """What is said of the whole summary is told at its first sentence."""
    lengths = [len(words(sentence)) for sentence in sentences]
    found = [(i, message) for i, length in enumerate(lengths) if (message := _sentence(length))]
    whole = _whole(sum(lengths), len(evidence.words)) if sentences else ""
    return [(0, whole), *found] if whole else found


def _sentence(length: int) -> str:
    if length > LONGEST_SENTENCE:
        return f"The sentence has {length} words. Split or shorten it."
    if length < SHORTEST_SENTENCE:
        return "The sentence is very short. Is something missing?"
    return ""


def _whole(length: int, article: int) -> str:
    if article < _LEAST:
        return ""
    if length > LONGEST * article:
        share = round(100 * length / article)
        return f"The summary is {share} % as long as the article. Shorten it."
    if length < SHORTEST:
        return f"The summary has only {length} words. Is something missing?"
    return ""

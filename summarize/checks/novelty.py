"""A sentence in words that the article does not use."""

from typing import Final

from summarize.checks.evidence import Evidence
from summarize.english.words import stems, words

MOST_NEW: Final = 0.75  # share of the content words; 98th percentile of human summaries
_LEAST: Final = 4  # content words; in fewer, one word decides


def check(text: str, evidence: Evidence) -> list[str]:
    """Inflected forms count as the same word; words without content do not count."""
    own = stems(words(text))
    new = own - evidence.stems
    if len(own) < _LEAST or len(new) < MOST_NEW * len(own):
        return []
    share = round(100 * len(new) / len(own))
    return [f"{share} % of its words are not in the article. Does the article say this?"]

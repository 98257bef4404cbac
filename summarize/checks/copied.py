"""A sentence that is the article's own for long, though it was written anew."""

from collections.abc import Sequence
from typing import Final

from summarize.checks.evidence import Evidence
from summarize.english.quotes import quotes
from summarize.english.words import words

LONGEST: Final = 25  # words in a row; 99th percentile of human summaries
_SHOWN: Final = 8  # words of the span in the message


def check(text: str, evidence: Evidence) -> list[str]:
    """Quotations are copied on purpose and do not count."""
    start, length = _longest(words(_unquoted(text)), evidence.phrases)
    if length < LONGEST:
        return []
    shown = " ".join(words(_unquoted(text))[start : start + _SHOWN])
    return [f"{length} words in a row are copied from the article: “{shown} …”"]


def _unquoted(text: str) -> str:
    parts, end = [], 0
    for quote in quotes(text):
        parts.append(text[end : quote.start])
        end = quote.end
    return "\n\u2026\n".join([*parts, text[end:]])


def _longest(own: Sequence[str], phrases: str) -> tuple[int, int]:
    """Where the longest run of words that stands in ``phrases`` begins, and its length."""
    best = best_start = 0
    for start in range(len(own)):
        while start + best < len(own) and f" {' '.join(own[start : start + best + 1])} " in phrases:
            best, best_start = best + 1, start
    return best_start, best

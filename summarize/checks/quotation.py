"""Quotations that the article does not have in these words, or has from somebody else."""

import re
from typing import Final

from summarize.checks.evidence import Evidence
from summarize.english.common import is_common
from summarize.english.quotes import Quote, quotes, speakers

_LEAST: Final = 3  # words; fewer are a title, a nickname or a doubtful term
_LONGEST_SHOWN: Final = 8  # words of a quotation in the message
_WORD: Final = re.compile(r"[\w-]+")
_NEAR: Final = 2  # sentences before and behind a quotation that may tell who speaks


def check(text: str, evidence: Evidence) -> list[str]:
    """Marks and capitals may differ, and words may be left out where dots or brackets say so."""
    found = [q for q in quotes(text) if sum(map(len, q.runs)) >= _LEAST and not q.is_title]
    messages = [_verbatim(quote, evidence) or _speaker(quote, text, evidence) for quote in found]
    return [message for message in messages if message]


def _verbatim(quote: Quote, evidence: Evidence) -> str:
    if all(_has(evidence.phrases, run) or _has(evidence.bare_phrases, run) for run in quote.runs):
        return ""
    return f"“{_shown(quote)}” is not in the article in these words. Take off the quotation marks."


def _speaker(quote: Quote, text: str, evidence: Evidence) -> str:
    """A message when sentence and article name different speakers.

    A part of the name will do: who is Nitish Kumar in the sentence may be Nitish in the article.
    """
    claimed = {part for name in _people(text) for part in name.split() if not is_common(part)}
    around = _around(quote, evidence)
    actual = _people(around)
    if not claimed or not actual or not claimed.isdisjoint(_WORD.findall(around)):
        return ""
    return f"“{_shown(quote)}” is said by {min(actual)} in the article."


def _people(text: str) -> frozenset[str]:
    """Who speaks; what is called by a common word ("Police said") is nobody."""
    return frozenset(name for name in speakers(text) if not is_common(name.split()[-1]))


def _around(quote: Quote, evidence: Evidence) -> str:
    """The article sentences that hold the quotation or may tell who speaks."""
    for index, words in enumerate(evidence.sentence_words):
        if _has(f" {' '.join(words)} ", quote.runs[0]):
            near = evidence.article.sentences[max(0, index - _NEAR) : index + _NEAR + 1]
            return " ".join(s.text for s in near)
    return ""


def _has(phrases: str, run: list[str]) -> bool:
    return f" {' '.join(run)} " in phrases


def _shown(quote: Quote) -> str:
    words = quote.text.split()
    shown = " ".join(words[:_LONGEST_SHOWN])
    return f"{shown} …" if len(words) > _LONGEST_SHOWN else shown.rstrip(".,")

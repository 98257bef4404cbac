"""Which summary sentences have errors, and of what kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from summarize.checks import Context, check_summary
from summarize.records import Article, Summary, SummarySentence

LONG: Final = 4
"""Letters of the longest words that are no names and yet small in a headline (over, with, from)."""


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence of ``summary`` with errors, whose messages are ``faults``."""

    article: Article
    summary: Summary
    sentence: SummarySentence
    faults: tuple[str, ...]


def cases_of(summary: Summary, article: Article, context: Context) -> list[Case]:
    """The faulty sentences of ``summary``; nothing is checked that is copied from the article.

    Headlines are left to the reader: where every word has a capital, none tells a name.
    """
    copied = {sentence.text for sentence in article.sentences}
    if all(sentence.text in copied for sentence in summary.sentences):
        return []
    errors = errors_of(summary, article, context)
    return [
        Case(article, summary, sentence, errors[sentence.id])
        for sentence in summary.sentences
        if sentence.id in errors and not is_headline(sentence.text)
    ]


def is_headline(text: str) -> bool:
    """Whether ``text`` is written In Title Case, without a mark at its end."""
    long = [word for word in text.split() if len(word) > LONG and word[0].isalpha()]
    return text[-1:].isalnum() and len(long) > 1 and all(word[0].isupper() for word in long)


def errors_of(
    summary: Summary, article: Article, context: Context
) -> Mapping[str, tuple[str, ...]]:
    """The messages of all errors of hop one, by the ids of their sentences."""
    found: dict[str, tuple[str, ...]] = {}
    for finding in check_summary(summary.sentences, article, context):
        if finding.severity == "error":
            found[finding.where] = (*found.get(finding.where, ()), finding.message)
    return found

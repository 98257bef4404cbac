"""Hop one: the checks of a summary against its article, measured on summaries people wrote."""

from collections.abc import Iterator, Sequence
from typing import Final

from summarize.articles.sentences import split_sentences
from summarize.checks import CHECKS, Context, check_summary
from summarize.evaluate.corpus import Summarised
from summarize.evaluate.figures import Alarm, Figure, alarms, detection
from summarize.evaluate.hops import hops
from summarize.evaluate.rate import Rate
from summarize.evaluate.summary_damage import SWAPS, swapped
from summarize.records import Article, SummarySentence

NEIGHBOURS: Final = 20
"""Summaries from which a swapped fact may come."""


def measure_summary_checks(
    data: str, corpus: Sequence[Summarised], context: Context, seed: int
) -> Iterator[Figure]:
    """False alarms, counted by sentences of the references; then what was detected.

    A damaged sentence is compared with the sound one, each as a summary of its own.
    """
    summaries = [item.sentences for item in corpus]
    found = [
        (finding.check, i, finding.where)
        for i, (item, sentences) in enumerate(zip(corpus, summaries, strict=True))
        for finding in check_summary(summary_of(sentences), item.article, context)
    ]
    total = sum(map(len, summaries))
    for name, hop in hops().items():
        if hop == 1:
            places = {(i, where) for check, i, where in found if check == name}
            rate = Rate(len(places), total)
            yield Figure(data, 1, "false alarms", name, rate, CHECKS[name].severity)
    articles = [item.article for item in corpus]
    for name in SWAPS:
        yield _detected(data, name, articles, summaries, context, seed)


def _detected(
    data: str,
    name: str,
    articles: Sequence[Article],
    summaries: Sequence[list[str]],
    context: Context,
    seed: int,
) -> Figure:
    before, after = [], []
    for i, article in enumerate(articles):
        others = _others(summaries, i)
        for n, sentence in enumerate(summaries[i]):
            damaged = swapped(name, sentence, article.text, others, f"{seed}|{i}|{n}")
            if damaged is not None:
                before.append(_alarms(sentence, article, context))
                after.append(_alarms(damaged, article, context))
    rate, checks = detection(before, after)
    return Figure(data, 1, "detected", name, rate, checks=checks)


def _others(summaries: Sequence[list[str]], index: int) -> list[str]:
    """Sentences of the summaries that follow, the first one after the last."""
    following = [*summaries[index + 1 :], *summaries[:index]][:NEIGHBOURS]
    return [sentence for sentences in following for sentence in sentences]


def summary_of(sentences: Sequence[str]) -> list[SummarySentence]:
    """The sentences of a summary from elsewhere, as records."""
    return [SummarySentence(f"s{n}", text) for n, text in enumerate(sentences, start=1)]


def sentences_of(text: str) -> list[str]:
    """The sentences of an English text."""
    return [text[start:end] for start, end in split_sentences(text)]


def _alarms(sentence: str, article: Article, context: Context) -> set[Alarm]:
    return alarms(check_summary(summary_of([sentence]), article, context))

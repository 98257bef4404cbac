"""The ladder: each faulty sentence is replaced by the first thing offered that is sound.

Three things are tried in turn: the same sentence in another hypothesis of the model, a rewrite by
the model that is told the fault, and the sentence of the article that comes closest. What takes the
place has passed the checks there.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Final

from summarize.backends.align import trace, words
from summarize.backends.base import Summarizer
from summarize.checks import USUAL, Context
from summarize.mending.cases import Case, cases_of, errors_of
from summarize.mending.offers import offers
from summarize.options import silent
from summarize.records import Article, Summary, SummarySentence

VERSION: Final = 1
"""To be raised when the same faults would be mended in another way."""
REPEATED: Final = 0.75
"""Share of the shorter sentence's words from which it repeats the other."""


def mend(
    summaries: Sequence[Summary],
    articles: Sequence[Article],
    summarizer: Summarizer,
    context: Context = USUAL,
    notify: Callable[[str], None] = silent,
) -> list[Summary]:
    """Each of ``summaries`` without errors of hop one, in order; ``notify`` is told of changes.

    A sentence in whose place nothing can stand is left out. Raises ``ModelError``.
    """
    mended = list(summaries)
    faulty = [i for i, own in enumerate(mended) if cases_of(own, articles[i], context)]
    for origin, offer in offers(summarizer):
        cases = [(i, case) for i in faulty for case in cases_of(mended[i], articles[i], context)]
        found = offer([case for _, case in cases]) if cases else []
        for (i, case), texts in zip(cases, found, strict=True):
            mended[i] = _replaced(mended[i], case, texts, origin, context)
    for i in faulty:
        left = cases_of(mended[i], articles[i], context)
        mended[i] = _without(mended[i], {case.sentence.id for case in left})
        _tell(notify, articles[i].source, summaries[i], mended[i])
    return mended


def _replaced(
    summary: Summary, case: Case, texts: Sequence[str], origin: str, context: Context
) -> Summary:
    """``summary`` with the first of ``texts`` that is sound in the place of the faulty sentence.

    Sound means: without errors, resting on the article, and no repetition of another sentence.
    """
    before = errors_of(summary, case.article, context).keys()
    others = [own.text for own in summary.sentences if own.id != case.sentence.id]
    for text in texts:
        new = _replacement(case, text, origin)
        if not new.sources or any(repeats(text, other) for other in others):
            continue
        trial = _with(summary, new)
        if errors_of(trial, case.article, context).keys() <= before - {case.sentence.id}:
            return trial
    return summary


def _replacement(case: Case, text: str, origin: str) -> SummarySentence:
    reason = f"{origin}, in place of one that a check objected to: {' '.join(case.faults)}"
    return trace(case.sentence.id, text, case.article.sentences, reason)


def _with(summary: Summary, new: SummarySentence) -> Summary:
    found = (new if sentence.id == new.id else sentence for sentence in summary.sentences)
    return replace(summary, sentences=tuple(found))


def repeats(one: str, other: str) -> bool:
    """Whether the shorter of two sentences says little that the other does not."""
    left, right = words(one), words(other)
    return len(left & right) >= REPEATED * min(len(left), len(right))


def _without(summary: Summary, ids: Collection[str]) -> Summary:
    """``summary`` without the sentences ``ids``; the others are numbered anew."""
    kept = [sentence for sentence in summary.sentences if sentence.id not in ids]
    numbered = (replace(sentence, id=f"s{n}") for n, sentence in enumerate(kept, 1))
    return replace(summary, sentences=tuple(numbered))


def _tell(notify: Callable[[str], None], name: str, before: Summary, after: Summary) -> None:
    reasons = [sentence.replaced for sentence in after.sentences if sentence.replaced]
    if reasons:
        told = " ".join(f"{reason[0].lower()}{reason[1:]}" for reason in reasons)
        notify(f"{_count(len(reasons), name)} replaced: {told}")
    if dropped := len(before.sentences) - len(after.sentences):
        notify(f"{_count(dropped, name)} left out: the article has nothing to put in the place.")


def _count(number: int, name: str) -> str:
    return f"1 sentence of {name} was" if number == 1 else f"{number} sentences of {name} were"

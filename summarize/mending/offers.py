"""What may stand in place of a faulty summary sentence: from the model, or from the article."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from summarize.backends.align import GAIN, support, words
from summarize.backends.base import FaultySentence, OffersRewrites, OffersSummaries, Summarizer
from summarize.mending.cases import Case

HYPOTHESES: Final = 3
"""Further summaries that the model is asked for."""
EVIDENCE: Final = 3
"""Article sentences shown with a sentence that is to be rewritten."""
SAME: Final = 0.3
"""Share of common words from which two wordings are taken for the same statement."""

Offer = Callable[[Sequence[Case]], list[list[str]]]
"""What may stand in place of the sentence of each case, the best first."""


def offers(summarizer: Summarizer) -> Iterator[tuple[str, Offer]]:
    """What can be tried with ``summarizer``, in order, each with the words that name it."""
    if isinstance(summarizer, OffersSummaries):
        yield "Another wording by the model", partial(_hypotheses, summarizer)
    if isinstance(summarizer, OffersRewrites):
        yield "A rewrite by the model", partial(_rewrites, summarizer)
    yield "A sentence of the article", lambda cases: [closest(case) for case in cases]


def _hypotheses(summarizer: OffersSummaries, cases: Sequence[Case]) -> list[list[str]]:
    articles = {case.article.sha256: case.article for case in cases}
    found = summarizer.further_summaries(list(articles.values()), HYPOTHESES)
    summaries = dict(zip(articles, found, strict=True))
    return [aligned(case, summaries[case.article.sha256]) for case in cases]


def aligned(case: Case, summaries: Sequence[Sequence[str]]) -> list[str]:
    """Sentences of ``summaries`` that say the same as the faulty one, the likest first.

    Of the sentences of its own summary, the faulty one must be the likest to them.
    """
    texts = dict.fromkeys(text for sentences in summaries for text in sentences)
    likeness = {text: overlap(text, case.sentence.text) for text in texts}
    same = [
        text
        for text in texts
        if likeness[text] >= SAME
        and likeness[text] >= max(overlap(text, own.text) for own in case.summary.sentences)
    ]
    return sorted(same, key=likeness.__getitem__, reverse=True)


def overlap(one: str, other: str) -> float:
    """Words in both, as a share (0 to 1) of the words in either."""
    left, right = words(one), words(other)
    return len(left & right) / max(1, len(left | right))


def _rewrites(summarizer: OffersRewrites, cases: Sequence[Case]) -> list[list[str]]:
    requests = [
        FaultySentence(case.sentence.text, case.faults, tuple(_evidence(case))) for case in cases
    ]
    return [[text] if text else [] for text in summarizer.rewrites(requests)]


def _evidence(case: Case) -> list[str]:
    shares = support(case.sentence.text, case.article.sentences)
    best = sorted(range(len(shares)), key=lambda i: -shares[i])[:EVIDENCE]
    return [case.article.sentences[i].text for i in sorted(best)]


def closest(case: Case) -> list[str]:
    """Sentences of the article by what they share with the faulty one, the most first.

    Those that can stand in its place come before all others. Where they share next to nothing, the
    order is that of the article, which tells first what matters most.
    """
    article = case.article.sentences
    found = [share if share >= GAIN else 0.0 for share in support(case.sentence.text, article)]
    misfit = _misfit(case)
    order = sorted(range(len(article)), key=lambda i: (misfit[i], -found[i], i))
    return [article[i].text for i in order]


def _misfit(case: Case) -> list[int]:
    """0 for an article sentence that may stand there, 1 for one that dangles, 2 for a fragment.

    Behind other sentences one may take up their topic, and may lean on the one before it where the
    faulty sentence did as well.
    """
    from summarize.backends.extractive.context import Need, need_of
    from summarize.backends.extractive.field import usable_indices

    sentences, usable = case.article.sentences, set(usable_indices(case.article.sentences))
    met = {Need.NOTHING}
    if case.sentence.id != case.summary.sentences[0].id:
        met |= {Need.TOPIC, need_of(case.sentence.text)}
    return [
        2 if i not in usable else int(i > 0 and need_of(sentence.text) not in met)
        for i, sentence in enumerate(sentences)
    ]

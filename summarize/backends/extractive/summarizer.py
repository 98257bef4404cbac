"""The summariser that needs no model: it chooses sentences, and never changes one."""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from summarize.backends.base import BackendOptions, SummarySpec
from summarize.backends.extractive.context import Need, need_of
from summarize.backends.extractive.parameters import Parameters
from summarize.backends.extractive.scoring import Worth, weigh
from summarize.backends.extractive.selection import Needs, select
from summarize.backends.extractive.usable import inside_quotations, is_usable
from summarize.backends.extractive.words import tokens
from summarize.records import Article, Sentence, Source, Summary, SummarySentence

VERSION = 1
"""To be raised when the same parameters would choose other sentences."""

ALIKE = 0.5
"""Share of common pairs of words from which two sentences say the same."""


class ExtractiveSummarizer:
    """Chooses the sentences that cover most of what an article says early and often.

    Sentences are copied whole and in order. None is chosen that hangs on a sentence left out, as
    long as the article has another.
    """

    def __init__(self, options: BackendOptions, parameters: Parameters | None = None) -> None:
        del options  # nothing to load, no device to choose
        self._parameters = parameters or Parameters()

    @property
    def signature(self) -> str:
        """Version and parameters: together they determine every choice."""
        return f"extractive-{VERSION}|python|{self._parameters}"

    def summarize(self, articles: Sequence[Article], spec: SummarySpec) -> list[Summary]:
        """Summarise each article in at most ``spec.sentences`` sentences; an empty one in none."""
        return [self._summary(article, spec.sentences) for article in articles]

    def _summary(self, article: Article, length: int) -> Summary:
        chosen = choose(article, length, self._parameters)
        sentences = (article.sentences[index] for index in chosen)
        return Summary(tuple(map(_quoted, range(1, length + 1), sentences)), self.signature)


def choose(article: Article, length: int, parameters: Parameters) -> list[int]:
    """Indices of the chosen sentences, rising.

    They obey every rule, however few they are. Where none does, the best single sentence is
    chosen without regard to context, and where none is usable, the best there is.
    """
    sentences = article.sentences
    usable = usable_indices(sentences)
    worth = _weigh(article, usable, length, parameters)
    candidates = _without_repeats(usable, worth)
    needs = needs_of(sentences, candidates)
    anything = [i for i, sentence in enumerate(sentences) if tokens(sentence.text)]
    free: Needs = [()] * len(sentences)
    return (
        select(candidates, needs, length, worth.of)
        or select(usable, free, min(1, length), worth.of)
        or select(anything, free, min(1, length), worth.of)
    )


def usable_indices(sentences: Sequence[Sentence]) -> list[int]:
    """Indices of the sentences that may stand in a summary."""
    inside = inside_quotations(sentences)
    return [i for i, s in enumerate(sentences) if s.id not in inside and is_usable(s.text)]


def needs_of(sentences: Sequence[Sentence], candidates: Sequence[int]) -> Needs:
    """For each sentence, those of which one must be chosen with it (see :class:`Need`)."""
    lead = candidates[0] if candidates else 0
    return [
        _needed(index, need_of(sentence.text), lead) for index, sentence in enumerate(sentences)
    ]


def _needed(index: int, need: Need, lead: int) -> Collection[int]:
    if index == 0:  # nothing was left out before it
        return ()
    if need is Need.PREVIOUS:
        return {index - 1}
    if need is Need.TOPIC and index > lead:
        return {index - 1, lead}
    return ()


def _weigh(article: Article, usable: Sequence[int], length: int, parameters: Parameters) -> Worth:
    texts = [sentence.text for sentence in article.sentences]
    places = [bisect_left(usable, index) for index in range(len(texts))]
    return weigh(texts, places, article.title, length, parameters)


def _without_repeats(usable: Sequence[int], worth: Worth) -> list[int]:
    """Leave out what repeats an earlier sentence."""
    kept: list[int] = []
    for index in usable:
        if all(worth.alike(index, other) < ALIKE for other in kept):
            kept.append(index)
    return kept


def _quoted(number: int, sentence: Sentence) -> SummarySentence:
    source = Source(sentence.id, sentence.start, sentence.end)
    return SummarySentence(f"s{number}", sentence.text, (source,))

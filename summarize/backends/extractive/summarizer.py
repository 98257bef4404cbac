"""The summariser that needs no model: it chooses sentences, and puts in no more than a name."""

from collections.abc import Sequence

from summarize.backends.base import SummarySpec
from summarize.backends.extractive.parameters import Parameters
from summarize.options import BackendOptions
from summarize.records import Article, Summary

VERSION = 3
"""To be raised when the same parameters would choose other sentences."""


class ExtractiveSummarizer:
    """Chooses the sentences that cover most of what an article says early and often.

    Sentences are copied whole and in order. None is chosen that hangs on a sentence left out, as
    long as the article has another; where only the name of a speaker is missing, it is put in, and
    the edit told.
    """

    def __init__(self, options: BackendOptions, parameters: Parameters | None = None) -> None:
        del options  # nothing to load, no device to choose
        self._parameters = parameters or Parameters()

    @property
    def signature(self) -> str:
        """Version and parameters: together they determine every choice."""
        return f"extractive-{VERSION}|python|{self._parameters}"

    def summarize(self, articles: Sequence[Article], spec: SummarySpec) -> list[Summary]:
        """Summarise each within ``spec``; a brief whole, an empty article in no sentence."""
        return [self._summary(article, spec) for article in articles]

    def _summary(self, article: Article, spec: SummarySpec) -> Summary:
        from summarize.backends.extractive.choice import choose  # not for the signature alone
        from summarize.backends.extractive.copying import copied
        from summarize.backends.extractive.naming import names_of

        names = names_of(article)
        chosen = choose(article, spec, self._parameters, names)
        return Summary(tuple(copied(article, chosen, spec, names)), self.signature)

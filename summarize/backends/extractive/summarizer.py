"""The summariser that needs no model: it chooses sentences, and never changes one."""

from collections.abc import Sequence

from summarize.backends.base import BackendOptions, SummarySpec
from summarize.backends.extractive.parameters import Parameters
from summarize.records import Article, Sentence, Source, Summary, SummarySentence

VERSION = 2
"""To be raised when the same parameters would choose other sentences."""


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
        from summarize.backends.extractive.choice import choose  # not for the signature alone

        chosen = choose(article, length, self._parameters)
        sentences = (article.sentences[index] for index in chosen)
        return Summary(tuple(map(_quoted, range(1, length + 1), sentences)), self.signature)


def _quoted(number: int, sentence: Sentence) -> SummarySentence:
    source = Source(sentence.id, sentence.start, sentence.end)
    return SummarySentence(f"s{number}", sentence.text, (source,), support=1.0)

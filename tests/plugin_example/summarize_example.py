"""A plug-in for summarize: a summariser that takes the lead, a translator that looks up phrases."""

from collections.abc import Sequence

from summarize.backends.base import SummarySpec, TranslationSpec
from summarize.errors import ModelError
from summarize.options import BackendOptions
from summarize.records import Article, Source, Summary, SummarySentence

PHRASES = {"Heavy rain fell on Monday.": "ភ្លៀងធ្លាក់ខ្លាំងនៅថ្ងៃចន្ទ។"}


class FirstSentences:
    """The first sentences of an article, each with the sentence it is as its source."""

    signature = "first-sentences|1"

    def __init__(self, options: BackendOptions) -> None:
        self._notify = options.notify

    def summarize(self, articles: Sequence[Article], spec: SummarySpec) -> list[Summary]:
        """One summary for each article, in order."""
        return [self._summary(article, spec.sentences) for article in articles]

    def _summary(self, article: Article, length: int) -> Summary:
        chosen = article.sentences[:length]
        return Summary(
            tuple(
                SummarySentence(
                    f"s{number}", found.text, (Source(found.id, found.start, found.end),)
                )
                for number, found in enumerate(chosen, start=1)
            ),
            self.signature,
        )


class Phrasebook:
    """Khmer for the sentences that it knows, and a clear error for all others."""

    signature = "phrasebook|1"

    def __init__(self, options: BackendOptions) -> None:
        self._notify = options.notify

    def translate(self, sentences: Sequence[str], spec: TranslationSpec) -> list[str]:
        """One translation for each sentence, in order. Raises ``ModelError``."""
        return [self._look_up(sentence) for sentence in sentences]

    def _look_up(self, sentence: str) -> str:
        if sentence not in PHRASES:
            raise ModelError(
                f"the phrasebook has nothing for “{sentence}”", "Use --translator embedded."
            )
        return PHRASES[sentence]

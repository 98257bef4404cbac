"""Backends that follow a script and keep a history: for tests of what stands around a model."""

from collections.abc import Mapping, Sequence

from summarize.backends.base import FaultySentence, SummarySpec, TranslationSpec
from summarize.records import Article, Source, Summary, SummarySentence


class LeadSummarizer:
    """Takes the first sentences, and remembers which articles it was given."""

    signature = "lead|test"

    def __init__(self) -> None:
        self.seen: list[str] = []

    def summarize(self, articles: Sequence[Article], spec: SummarySpec) -> list[Summary]:
        self.seen += [article.text for article in articles]
        return [self._lead(article, spec.sentences) for article in articles]

    def _lead(self, article: Article, count: int) -> Summary:
        chosen = article.sentences[:count]
        return Summary(
            tuple(
                SummarySentence(f"s{n}", s.text, (Source(s.id, s.start, s.end),))
                for n, s in enumerate(chosen, start=1)
            ),
            self.signature,
        )


class ScriptedTranslator:
    """Answers from a phrase book; ``careful`` answers come from a second one."""

    signature = "phrase-book|test"

    def __init__(
        self, phrases: Mapping[str, str], careful: Mapping[str, str] | None = None
    ) -> None:
        self.phrases = phrases
        self.careful = careful or {}
        self.calls: list[tuple[tuple[str, ...], bool]] = []

    def translate(self, sentences: Sequence[str], spec: TranslationSpec) -> list[str]:
        self.calls.append((tuple(sentences), spec.careful))
        book = {**self.phrases, **self.careful} if spec.careful else self.phrases
        return [book[sentence] for sentence in sentences]


class WritingSummarizer:
    """Writes the given sentences about every article, as a model does that can be wrong."""

    signature = "writing|test"

    def __init__(self, *sentences: str) -> None:
        self.sentences = sentences
        self.calls: list[str] = []

    def summarize(self, articles: Sequence[Article], spec: SummarySpec) -> list[Summary]:
        self.calls.append("summarize")
        written = tuple(SummarySentence(f"s{n}", t) for n, t in enumerate(self.sentences, 1))
        return [Summary(written[: spec.sentences], self.signature) for _ in articles]


class BeamSummarizer(WritingSummarizer):
    """Has further summaries of every article."""

    further: Sequence[list[str]] = ()

    def further_summaries(self, articles: Sequence[Article], most: int) -> list[list[list[str]]]:
        self.calls.append(f"further of {len(articles)}")
        return [list(self.further[:most]) for _ in articles]


class RewritingSummarizer(WritingSummarizer):
    """Rewrites faulty sentences from a phrase book, and keeps what it was told about them."""

    rewritten: Mapping[str, str] = {}

    def __init__(self, *sentences: str) -> None:
        super().__init__(*sentences)
        self.told: list[FaultySentence] = []

    def rewrites(self, faulty: Sequence[FaultySentence]) -> list[str]:
        self.calls.append("rewrite")
        self.told += faulty
        return [self.rewritten.get(one.text, "") for one in faulty]

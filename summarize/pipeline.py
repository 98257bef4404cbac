"""The way of an article: read, summarise, translate, check. For one article or for many.

The only place that knows the order of the steps, and the only one that knows the cache.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Protocol

from summarize._version import __version__
from summarize.backends.base import Summarizer, SummarySpec, Translator
from summarize.cache import Cache, Codec, Key, NoCache, Remembered, remember, sha256
from summarize.checks import Context, check_draft, check_summary
from summarize.drafting import draft, is_failure
from summarize.errors import SummarizeError
from summarize.khmer.digits import DigitStyle, restyle_digits
from summarize.records import (
    Article,
    Draft,
    Finding,
    Provenance,
    Result,
    Segment,
    Summary,
    summary_from_dict,
)

SUMMARIES: Codec[Summary] = Codec(dump=asdict, load=summary_from_dict)
TARGETS: Codec[str] = Codec(dump=str, load=str)


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be processed, and why."""

    source: str
    error: SummarizeError


@dataclass(frozen=True, slots=True)
class Step:
    """One step that a run would take: the texts that the model ``signature`` would be sent.

    ``inputs`` is empty where they are not known before an earlier step has run.
    """

    article: str
    name: str
    signature: str
    inputs: tuple[str, ...]
    cached: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """Milliseconds spent in each step, summed over the articles that went through together."""

    milliseconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def time(self, step: str) -> Iterator[None]:
        """Add the time of the block to ``step``."""
        start = time.perf_counter()
        try:
            yield
        finally:
            spent = (time.perf_counter() - start) * 1000
            self.milliseconds[step] = self.milliseconds.get(step, 0.0) + spent

    def share(self, articles: int) -> dict[str, float]:
        """Mean milliseconds an article, to the microsecond."""
        return {step: round(spent / articles, 3) for step, spent in self.milliseconds.items()}


class English(Protocol):
    """A sentence to translate: of a summary, or of an article."""

    @property
    def id(self) -> str:
        """Its identifier within the result."""

    @property
    def text(self) -> str:
        """Its English."""


class Pipeline:
    """Summarises with ``summarizer`` and drafts Khmer with ``translator``, through ``cache``.

    Without a summariser every sentence of the article is drafted; without a translator there is
    no draft. ``digits`` is the style of digits in the Khmer.
    """

    def __init__(
        self,
        summarizer: Summarizer | None,
        translator: Translator | None,
        cache: Cache | None = None,
        spec: SummarySpec | None = None,
        digits: DigitStyle = "khmer",
        context: Context | None = None,
    ) -> None:
        self._summarizer = summarizer
        self._translator = translator
        self._cache = cache or NoCache()
        self._spec = spec or SummarySpec()
        self._digits = digits
        self._context = context or Context()

    def process(
        self, sources: Sequence[str], read: Callable[[str], Article]
    ) -> list[Result | Failure]:
        """One outcome for each source, in order: a result, or why it could not be read.

        Raises ``ModelError`` when a model fails, since it would fail for every article.
        """
        clock, outcomes, articles = Clock(), list[Failure | None](), list[Article]()
        for source in sources:
            try:
                with clock.time("read"):
                    articles.append(read(source))
                outcomes.append(None)
            except SummarizeError as error:
                outcomes.append(Failure(source, error))
        results = iter(self.run(articles, clock))
        return [outcome or next(results) for outcome in outcomes]

    def run(self, articles: Sequence[Article], clock: Clock | None = None) -> list[Result]:
        """One result for each article, in order. Raises ``ModelError``."""
        clock = clock or Clock()
        self._require_models()
        with clock.time("summary"):
            summaries = self._summaries(articles)
        with clock.time("draft"):
            drafts = self._drafts(
                [
                    summary.value.sentences if summary else article.sentences
                    for article, summary in zip(articles, summaries, strict=True)
                ]
            )
        with clock.time("check"):
            findings = [
                self._check(article, summary, found)
                for article, summary, found in zip(articles, summaries, drafts, strict=True)
            ]
        return [
            Result(
                article,
                summary.value if summary else None,
                draft.value if draft else None,
                found,
                self._provenance({"summary": summary, "draft": draft}, clock.share(len(articles))),
            )
            for article, summary, draft, found in zip(
                articles, summaries, drafts, findings, strict=True
            )
        ]

    def _require_models(self) -> None:
        """Ask every model who it is, so that a missing one fails before any has run."""
        for backend in (self._summarizer, self._translator):
            if backend is not None:
                _ = backend.signature

    def plan(self, articles: Sequence[Article]) -> list[Step]:
        """What :meth:`run` would send to which model; runs none, stores nothing."""
        return [step for article in articles for step in self._plan(article)]

    def _plan(self, article: Article) -> Iterator[Step]:
        sentences: Sequence[English] = article.sentences
        if self._summarizer is not None:
            key = self._summary_key(article, self._summarizer)
            known = self._cache.get_many([key.digest()]).get(key.digest())
            inputs = (article.text,)
            yield Step(article.source, "summary", key.signature, inputs, known is not None)
            sentences = SUMMARIES.load(json.loads(known)).sentences if known else ()
        if self._translator is not None:
            digests = [self._segment_key(s.text, self._translator).digest() for s in sentences]
            known_targets = self._cache.get_many(digests)
            missing = tuple(
                sentence.text
                for sentence, digest in zip(sentences, digests, strict=True)
                if digest not in known_targets
            )
            cached = bool(sentences) and not missing
            yield Step(article.source, "draft", self._translator.signature, missing, cached)

    def _summary_key(self, article: Article, summarizer: Summarizer) -> Key:
        return Key(
            "summary",
            article.sha256,
            summarizer.signature,
            __version__,
            options=asdict(self._spec),
        )

    def _segment_key(self, text: str, translator: Translator) -> Key:
        return Key("segment", sha256(text), translator.signature, __version__, target="km")

    def _summaries(self, articles: Sequence[Article]) -> Sequence[Remembered[Summary] | None]:
        summarizer, spec = self._summarizer, self._spec
        if summarizer is None:
            return [None] * len(articles)
        return remember(
            self._cache,
            [self._summary_key(article, summarizer) for article in articles],
            lambda missing: summarizer.summarize([articles[i] for i in missing], spec),
            SUMMARIES,
            keep=lambda _, summary: bool(summary.sentences),
        )

    def _drafts(self, groups: Sequence[Sequence[English]]) -> Sequence[Remembered[Draft] | None]:
        """The sentences of all groups are pooled, so that the engine gets full batches."""
        translator = self._translator
        if translator is None:
            return [None] * len(groups)
        texts = [sentence.text for group in groups for sentence in group]
        targets = iter(
            remember(
                self._cache,
                [self._segment_key(text, translator) for text in texts],
                lambda missing: draft(translator, [texts[i] for i in missing], self._context),
                TARGETS,
                keep=lambda i, target: not is_failure(texts[i], target),
            )
        )
        return [
            self._assemble(group, [next(targets) for _ in group], translator.signature)
            for group in groups
        ]

    def _assemble(
        self, group: Sequence[English], targets: Sequence[Remembered[str]], signature: str
    ) -> Remembered[Draft]:
        segments = tuple(
            Segment(
                id=f"k{number}",
                sentence=sentence.id,
                source=sentence.text,
                target=restyle_digits(target.value, sentence.text, self._digits),
            )
            for number, (sentence, target) in enumerate(zip(group, targets, strict=True), start=1)
        )
        return Remembered(Draft(segments, signature), hit=all(target.hit for target in targets))

    def _check(
        self,
        article: Article,
        summary: Remembered[Summary] | None,
        draft: Remembered[Draft] | None,
    ) -> tuple[Finding, ...]:
        sentences = summary.value.sentences if summary else ()
        segments = draft.value.segments if draft else ()
        found = check_summary(sentences, article, self._context)
        return (*found, *check_draft(segments, self._context))

    def _provenance(
        self,
        steps: Mapping[str, Remembered[Summary] | Remembered[Draft] | None],
        milliseconds: Mapping[str, float],
    ) -> Provenance:
        done = {step: outcome for step, outcome in steps.items() if outcome is not None}
        return Provenance(
            version=__version__,
            signatures={step: outcome.value.signature for step, outcome in done.items()},
            cache_hits={step: outcome.hit for step, outcome in done.items()},
            milliseconds=milliseconds,
        )

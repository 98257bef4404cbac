"""The way of an article: read, summarise, translate, check. For one article or for many.

The only place that knows the order of the steps, and the only one that knows the cache.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import asdict, dataclass, field, replace
from typing import Final, Protocol

from summarize._version import __version__
from summarize.backends.base import Summarizer, SummarySpec, TranslationSpec, Translator, silent
from summarize.cache import Cache, Codec, Key, NoCache, Remembered, remember, sha256
from summarize.checks import Context, check_draft, check_summary
from summarize.confidence import with_confidence
from summarize.confidence.regression import Regression
from summarize.drafting import VERSION as DRAFTING
from summarize.drafting import Drafted, draft, is_failure, spelt
from summarize.errors import SummarizeError
from summarize.glossary import Glossary
from summarize.glossary.match import occurrences
from summarize.json_text import read_json
from summarize.khmer.digits import restyle_digits
from summarize.khmer.style import HouseStyle
from summarize.khmer.style.apply import apply_style
from summarize.khmer.style.story import close_story
from summarize.memory.lookup import Lookup, know_nothing
from summarize.mending import VERSION as MENDING
from summarize.mending import mend
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
DRAFTS: Codec[Drafted] = Codec(
    dump=asdict, load=lambda data: Drafted(**{**data, "alternatives": tuple(data["alternatives"])})
)

WARM_UP: Final = "Good morning."


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


class English(Protocol):
    """A sentence to translate: of a summary, or of an article."""

    @property
    def id(self) -> str:
        """Its identifier within the result."""

    @property
    def text(self) -> str:
        """Its English."""


@dataclass(frozen=True, slots=True)
class Khmer:
    """The Khmer of sentences by their English: ``approved`` by people, or by a model."""

    approved: Mapping[str, str]
    drafted: Mapping[str, Remembered[Drafted]]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one article has come."""

    article: Article
    summary: Remembered[Summary] | None = None
    draft: Remembered[Draft] | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def english(self) -> Sequence[English]:
        """What is to be drafted: the summary, or the whole article where there is none."""
        return self.summary.value.sentences if self.summary else self.article.sentences


@dataclass(frozen=True, slots=True)
class Stage:
    """One step for articles that go through it together; ``apply`` keeps their order.

    ``by_model`` marks those that may take long.
    """

    name: str
    apply: Callable[[Sequence[Progress]], list[Progress]]
    by_model: bool


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


class Pipeline:
    """Summarises with ``summarizer`` and drafts Khmer with ``translator``, through ``cache``.

    Without a summariser every sentence of the article is drafted; without a translator there is
    no draft. ``style`` is how the Khmer is written. ``notify`` gets one-line messages for people.
    Sentences that ``memory`` knows are neither sent to the model nor looked up in the cache.
    ``fitted`` is a confidence fitted on the decisions of this desk.
    """

    def __init__(
        self,
        summarizer: Summarizer | None,
        translator: Translator | None,
        cache: Cache | None = None,
        spec: SummarySpec | None = None,
        style: HouseStyle | None = None,
        context: Context | None = None,
        notify: Callable[[str], None] = silent,
        memory: Lookup = know_nothing,
        fitted: Regression | None = None,
    ) -> None:
        self._summarizer = summarizer
        self._translator = translator
        self._cache = cache or NoCache()
        self._spec = spec or SummarySpec()
        self._style = style or HouseStyle()
        self._context = context or Context()
        self._notify = notify
        self._memory = memory
        self._fitted = fitted

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
        self.require_models()
        states = [Progress(article) for article in articles]
        for stage in self.stages:
            with clock.time(stage.name):
                states = stage.apply(states)
        return [self.result(state, clock.share(len(articles))) for state in states]

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The steps after reading, in order."""
        return (
            Stage("summary", self._summarise, by_model=True),
            Stage("draft", self._draft, by_model=True),
            Stage("check", self._check_all, by_model=False),
        )

    def result(self, state: Progress, milliseconds: Mapping[str, float]) -> Result:
        """What has become of an article that went through all :attr:`stages`."""
        steps = {"summary": state.summary, "draft": state.draft}
        return Result(
            state.article,
            state.summary.value if state.summary else None,
            state.draft.value if state.draft else None,
            state.findings,
            self._provenance(steps, milliseconds),
        )

    def with_spec(self, spec: SummarySpec) -> "Pipeline":
        """The same with the same models, but for the summaries that it is asked for."""
        other = copy(self)
        other._spec = spec
        return other

    @property
    def recipe(self) -> str:
        """A digest of all that steers a result besides its article. Raises ``ModelError``."""
        nothing = Article("", "", "", "", "", ())
        keys = []
        if self._summarizer is not None:
            keys.append(self._summary_key(nothing, self._summarizer).digest())
        if self._translator is not None:
            keys.append(self._segment_key("", self._translator).digest())
        fitted = asdict(self._fitted) if self._fitted else None
        steering = (__version__, keys, asdict(self._style), asdict(self._context), fitted)
        return sha256(json.dumps(steering, default=sorted, sort_keys=True))

    def require_models(self) -> dict[str, str]:
        """The signature of each model, by step; a missing one fails before any has run."""
        models = {"summary": self._summarizer, "draft": self._translator}
        return {step: model.signature for step, model in models.items() if model is not None}

    def load(self) -> None:
        """Load the weights now, not with the first text. Raises ``ModelError``."""
        if self._translator is not None:
            self._translator.translate([WARM_UP], TranslationSpec())

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
            sentences = _stored_sentences(known)
        if self._translator is not None:
            approved = self._memory([sentence.text for sentence in sentences])
            texts = [sentence.text for sentence in sentences if sentence.text not in approved]
            digests = [self._segment_key(text, self._translator).digest() for text in texts]
            known_targets = self._cache.get_many(digests)
            missing = tuple(
                text
                for text, digest in zip(texts, digests, strict=True)
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
            options={**asdict(self._spec), "mending": MENDING, "skip": self._skip},
        )

    def _segment_key(self, text: str, translator: Translator) -> Key:
        """Of the glossary only the terms in ``text`` count: they steer the model and the checks."""
        terms = Glossary(tuple(occurrences(self._context.glossary, text)))
        return Key(
            "segment",
            sha256(text),
            translator.signature,
            __version__,
            target="km",
            glossary_sha256=terms.sha256,
            options={"drafting": DRAFTING, "skip": self._skip},
        )

    @property
    def _skip(self) -> str:
        return " ".join(sorted(self._context.skip))

    def _summaries(self, articles: Sequence[Article]) -> Sequence[Remembered[Summary] | None]:
        summarizer = self._summarizer
        if summarizer is None:
            return [None] * len(articles)
        return remember(
            self._cache,
            [self._summary_key(article, summarizer) for article in articles],
            lambda missing: self._written([articles[i] for i in missing], summarizer),
            SUMMARIES,
            keep=lambda _, summary: bool(summary.sentences),
        )

    def _written(self, articles: Sequence[Article], summarizer: Summarizer) -> list[Summary]:
        found = summarizer.summarize(articles, self._spec)
        return mend(found, articles, summarizer, self._context, self._notify)

    def _summarise(self, states: Sequence[Progress]) -> list[Progress]:
        found = self._summaries([state.article for state in states])
        return [replace(state, summary=s) for state, s in zip(states, found, strict=True)]

    def _draft(self, states: Sequence[Progress]) -> list[Progress]:
        """The sentences of all articles are pooled."""
        if self._translator is None:
            return list(states)
        khmer = self.khmer([sentence.text for state in states for sentence in state.english])
        return [self.drafted(state, khmer) for state in states]

    def _check_all(self, states: Sequence[Progress]) -> list[Progress]:
        return [self._checked(state) for state in states]

    def _checked(self, state: Progress) -> Progress:
        """With the findings, and the confidence that they leave in each sentence."""
        found = self._check(state.article, state.summary, state.draft)
        if state.draft is None:
            return replace(state, findings=found)
        value = state.draft.value
        weighed = replace(value, segments=with_confidence(value.segments, found, self._fitted))
        return replace(state, findings=found, draft=replace(state.draft, value=weighed))

    def khmer(self, texts: Sequence[str]) -> Khmer:
        """The Khmer of English sentences, all at once, so that the engine gets full batches.

        Raises ``ModelError``. Not for a pipeline without a translator.
        """
        assert self._translator is not None
        translator, approved = self._translator, self._memory(texts)
        left = [text for text in texts if text not in approved]
        found = remember(
            self._cache,
            [self._segment_key(text, translator) for text in left],
            lambda missing: draft(translator, [left[i] for i in missing], self._context),
            DRAFTS,
            keep=lambda i, drafted: not is_failure(left[i], drafted.target),
        )
        return Khmer(approved, dict(zip(left, found, strict=True)))

    def segment(self, number: int, sentence: English, khmer: Khmer) -> Segment:
        """Sentence ``number``, from 1 on, from the memory, else from the model; as if alone."""
        name, text = f"k{number}", sentence.text
        if text in khmer.approved:
            return self._approved(name, sentence, khmer.approved[text])
        return self._drafted(name, sentence, khmer.drafted[text].value)

    def drafted(self, state: Progress, khmer: Khmer) -> Progress:
        """``state`` with its draft, of ``khmer``, which has all of its sentences."""
        assert self._translator is not None
        segments = [self.segment(n, one, khmer) for n, one in enumerate(state.english, start=1)]
        glossary = self._context.glossary
        closed = close_story(segments, self._style, glossary, spelt(segments, glossary))
        found = [khmer.drafted.get(one.text) for one in state.english]
        hit = all(one.hit for one in found if one is not None)
        return replace(state, draft=Remembered(Draft(closed, self._translator.signature), hit))

    def _approved(self, name: str, sentence: English, target: str) -> Segment:
        """What a person approved keeps its wording; only digits follow the house style."""
        styled = restyle_digits(target, sentence.text, self._style.digits)
        return Segment(name, sentence.id, sentence.text, styled, origin="memory")

    def _drafted(self, name: str, sentence: English, drafted: Drafted) -> Segment:
        texts = (drafted.target, *drafted.alternatives)
        styled, *others = dict.fromkeys(
            apply_style(text, sentence.text, self._style) for text in texts
        )
        return Segment(
            name,
            sentence.id,
            sentence.text,
            styled,
            drafted.mended,
            alternatives=tuple(others),
            score=drafted.score,
        )

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


def _stored_sentences(known: str | None) -> Sequence[English]:
    """Those of a summary as the cache has it; what cannot be read counts as missing."""
    try:
        return SUMMARIES.load(read_json(known)).sentences if known else ()
    except (AttributeError, KeyError, TypeError, ValueError):
        return ()

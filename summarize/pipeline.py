"""The way of an article: read, summarise, translate, check. For one article or for many.

The only place that knows the order of the steps, and the only one that knows the cache.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import asdict, replace
from typing import Final

from summarize._version import __version__
from summarize.backends.base import Summarizer, SummarySpec, TranslationSpec, Translator
from summarize.cache import Cache, Key, NoCache, Remembered, remember, sha256
from summarize.checks import Context, check_bounds, check_result
from summarize.confidence import with_confidence
from summarize.confidence.regression import Regression
from summarize.drafting import VERSION as DRAFTING
from summarize.drafting import Drafted, drafts, is_failure
from summarize.drafting.assemble import Assembly, English
from summarize.errors import SummarizeError
from summarize.glossary import Glossary
from summarize.glossary.match import occurrences
from summarize.headlines import VERSION as HEADLINES
from summarize.headlines import headline_of
from summarize.khmer.style import HouseStyle
from summarize.memory.lookup import Lookup, know_nothing
from summarize.mending import VERSION as MENDING
from summarize.mending import mend
from summarize.options import silent
from summarize.records import (
    Article,
    Draft,
    Finding,
    Headline,
    Provenance,
    Result,
    Segment,
    Summary,
)
from summarize.steps import (
    DRAFTS,
    SUMMARIES,
    Asked,
    Clock,
    Failure,
    Khmer,
    Stage,
    Step,
    Underway,
    asked_of,
    stored_summary,
)
from summarize.watching import NOBODY, Watcher

WARM_UP: Final = "Good morning."


class Pipeline:
    """Summarises with ``summarizer`` and drafts Khmer with ``translator``, through ``cache``.

    Without a summariser every sentence of the article is drafted; without a translator there is
    no draft. ``style`` is how the Khmer is written. ``notify`` gets one-line messages for people.
    Sentences that ``memory`` knows are neither sent to the model nor looked up in the cache.
    ``fitted`` is a confidence fitted on the decisions of this desk. ``watcher`` is told of every
    step at once.
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
        watcher: Watcher = NOBODY,
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
        self._watcher = watcher
        self._assembly = Assembly(self._style, self._context.glossary)

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
        states = [Underway(article) for article in articles]
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

    def result(self, state: Underway, milliseconds: Mapping[str, float]) -> Result:
        """What has become of an article that went through all :attr:`stages`."""
        steps = {"summary": state.summary, "draft": state.draft}
        return Result(
            state.article,
            state.summary.value if state.summary else None,
            state.draft.value if state.draft else None,
            state.findings,
            self._provenance(steps, milliseconds),
            state.headline,
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
        steering = (
            __version__,
            HEADLINES,
            keys,
            asdict(self._style),
            asdict(self._context),
            fitted,
        )
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
        summary: Summary | None = None
        if self._summarizer is not None:
            key = self._summary_key(article, self._summarizer)
            known = self._cache.get_many([key.digest()]).get(key.digest())
            inputs = (article.text,)
            yield Step(article.source, "summary", key.signature, inputs, known is not None)
            summary = stored_summary(known)
            sentences = summary.sentences if summary else ()
        if self._translator is not None:
            is_open = self._summarizer is not None and summary is None
            headline = None if is_open else headline_of(article, summary)
            asked = asked_of(headline, sentences)
            approved = self._memory([one.text for one in asked])
            texts = [one.sent for one in asked if one.text not in approved]
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
            lambda missing: self._written(missing, articles, summarizer),
            SUMMARIES,
            keep=lambda _, summary: bool(summary.sentences),
        )

    def _written(
        self, missing: Sequence[int], articles: Sequence[Article], summarizer: Summarizer
    ) -> Iterator[list[tuple[int, Summary]]]:
        """Those of the articles at the positions ``missing``, together."""
        own = [articles[i] for i in missing]
        found = summarizer.summarize(own, self._spec)
        mended = mend(found, own, summarizer, self._context, self._notify)
        yield list(zip(missing, mended, strict=True))

    def _summarise(self, states: Sequence[Underway]) -> list[Underway]:
        found = self._summaries([state.article for state in states])
        heads = [
            headline_of(state.article, one.value if one else None)
            for state, one in zip(states, found, strict=True)
        ]
        for state, one, head in zip(states, found, heads, strict=True):
            self._watcher.summarised(state.article, one.value if one else None, head)
        return [
            replace(state, summary=one, headline=head)
            for state, one, head in zip(states, found, heads, strict=True)
        ]

    def _check_all(self, states: Sequence[Underway]) -> list[Underway]:
        return [self._checked(state) for state in states]

    def _beyond_bounds(
        self, summary: Remembered[Summary] | None, draft: Remembered[Draft] | None
    ) -> tuple[Finding, ...]:
        """What is longer than was asked for; a whole text that is translated has no bounds."""
        if summary is None:
            return ()
        segments = draft.value.segments if draft else ()
        bound = (self._spec.words, self._spec.characters)
        return tuple(check_bounds(summary.value.sentences, segments, bound, self._context))

    def _checked(self, state: Underway) -> Underway:
        """With the findings, and the confidence that they leave in each sentence."""
        summary, headline, draft = state.summary, state.headline, state.draft
        found = check_result(
            state.article,
            summary.value if summary else None,
            headline,
            draft.value if draft else None,
            self._context,
        )
        found += self._beyond_bounds(summary, draft)
        if draft is not None:
            weighed = with_confidence(draft.value.segments, found, self._fitted)
            draft = replace(draft, value=replace(draft.value, segments=weighed))
        if headline is not None and headline.khmer is not None:
            [khmer] = with_confidence([headline.khmer], found, self._fitted)
            headline = replace(headline, khmer=khmer)
        return replace(state, findings=found, headline=headline, draft=draft)

    def _draft(self, states: Sequence[Underway]) -> list[Underway]:
        """The sentences of all articles are pooled."""
        if self._translator is None:
            return list(states)
        khmer = self.khmer([one for state in states for one in state.english], self._teller(states))
        return [self.drafted(state, khmer) for state in states]

    def khmer(
        self, texts: Sequence[Asked], ready: Callable[[Khmer], None] = lambda _: None
    ) -> Khmer:
        """The Khmer of ``texts``, all at once, so that the engine gets full batches.

        ``ready`` gets what there is of it whenever there is more. Raises ``ModelError``. Not for a
        pipeline without a translator.
        """
        assert self._translator is not None
        translator, approved = self._translator, self._memory([one.text for one in texts])
        left = [one for one in texts if one.text not in approved]

        def kept(found: Sequence[Remembered[Drafted] | None]) -> Khmer:
            known = zip(left, found, strict=True)
            return Khmer(approved, {one.text: value for one, value in known if value is not None})

        self._watcher.begun(len(left))
        return kept(
            remember(
                self._cache,
                [self._segment_key(one.sent, translator) for one in left],
                lambda missing: self._ready(missing, [one.sent for one in left], translator),
                DRAFTS,
                keep=lambda i, drafted: not is_failure(left[i].sent, drafted.target),
                ready=lambda found: ready(kept(found)),
            )
        )

    def _ready(
        self, missing: Sequence[int], texts: Sequence[str], translator: Translator
    ) -> Iterator[list[tuple[int, Drafted]]]:
        """The drafts of ``texts`` at the positions ``missing``, as they are ready."""
        for group in drafts(translator, [texts[i] for i in missing], self._context):
            yield [(missing[n], drafted) for n, drafted in group]

    def _teller(self, states: Sequence[Underway]) -> Callable[[Khmer], None]:
        """Tells the watcher of what there is of the drafts of ``states``."""
        asked = [one.text for state in states for one in state.english]
        shows = self._watcher.wants_khmer and len(states) == 1
        told = 0

        def tell(khmer: Khmer) -> None:
            nonlocal told
            done = sum(text in khmer.drafted for text in asked)
            more, told = done - told, done
            self._watcher.drafted(more, *(self._story(states[0], khmer) if shows else (None, ())))

        return tell

    def segment(self, state: Underway, place: int, khmer: Khmer) -> Segment:
        """The Khmer of ``state.english[place]``, as if it stood alone."""
        if state.headline is not None and place == 0:
            found = self._headline(state.headline, state, khmer).khmer
            assert found is not None
            return found
        first = 1 if state.headline is not None else 0
        number, sentence = place - first + 1, state.english[place]
        return self._assembly.segment(number, sentence, khmer.approved, khmer.values([sentence]))

    def drafted(self, state: Underway, khmer: Khmer) -> Underway:
        """``state`` with its draft, of ``khmer``, which has all of its texts."""
        assert self._translator is not None
        headline, segments = self._story(state, khmer)
        found = [khmer.drafted.get(one.text) for one in state.english]
        hit = all(one.hit for one in found if one is not None)
        draft = Remembered(Draft(segments, self._translator.signature), hit)
        return replace(state, headline=headline, draft=draft)

    def _story(self, state: Underway, khmer: Khmer) -> tuple[Headline | None, tuple[Segment, ...]]:
        """The headline and the segments of one article, as far as there is Khmer for them."""
        headline = self._headline(state.headline, state, khmer) if state.headline else None
        drafted = khmer.values(state.english)
        return headline, self._assembly.story(state.sentences, khmer.approved, drafted)

    def _headline(self, headline: Headline, state: Underway, khmer: Khmer) -> Headline:
        found = khmer.drafted.get(headline.plain)
        drafted = found.value if found else None
        approved = khmer.approved.get(headline.plain)
        return self._assembly.headline(headline, approved, drafted, state.sentences)

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

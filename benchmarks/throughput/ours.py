"""Our own program: its backends alone, and ``summarize batch`` with everything around them."""

import threading
from collections.abc import Iterator
from pathlib import Path

from benchmarks.throughput.clock import Clock
from benchmarks.throughput.plan import Plan, chosen, make_articles
from summarize.backends import registry
from summarize.backends.base import SummarySpec, TranslationSpec
from summarize.batch.local import LocalRunner
from summarize.batch.reading import windows
from summarize.batch.records import Entry, Input, Window
from summarize.cache import Store
from summarize.cli.batch import TOKENS
from summarize.options import BackendOptions
from summarize.pipeline import Pipeline
from summarize.records import Article, Result
from summarize.settings import load_settings


def backends_alone(plan: Plan, clock: Clock) -> list[str]:
    """Windows of articles through both models, one attempt at each sentence: no checks, no cache.

    What random weights write is doubtful throughout; this is what can be compared with others.
    """
    articles = make_articles(plan)
    sentences = iter(chosen(articles))
    options = _options(plan)
    summarizer = registry.summarizer(plan.summarizer or "extractive", options)
    translator = registry.translator(plan.translator or "embedded", options)
    translator.translate(["A sentence."], TranslationSpec())  # loads the weights
    if plan.summarizer:
        summarizer.summarize(articles[:1], SummarySpec())
    clock.ready()
    targets: list[str] = []
    for window in _windows(articles):
        if plan.summarizer:
            summarizer.summarize(window.articles, SummarySpec())
        todo = [text for _ in window.articles for text in next(sentences)]
        targets += translator.translate(todo, TranslationSpec())
        clock.done(len(window.articles))
    return targets


def whole_program(plan: Plan, clock: Clock) -> list[str]:
    """The runner of ``summarize batch``: cache, checks, second attempts at what they doubt."""
    options = _options(plan)
    folder = Path(plan.scratch) / f"cache-{plan.articles}-{threading.get_native_id()}"
    pipeline = Pipeline(
        registry.summarizer("extractive", options),
        registry.translator(plan.translator or "embedded", options),
        Store(folder, 10**10),
    )
    clock.ready()
    targets: list[str] = []
    for _, outcomes in LocalRunner(pipeline).run(_windows(make_articles(plan)), threading.Event()):
        for outcome in outcomes:
            assert isinstance(outcome, Result), outcome
            assert outcome.draft is not None
            targets += [segment.target for segment in outcome.draft.segments]
        clock.done(len(outcomes))
    return targets


def _options(plan: Plan) -> BackendOptions:
    own = Path(plan.scratch) / "models"
    return BackendOptions(own if plan.translator else load_settings({}).model_dir)


def _windows(articles: list[Article]) -> Iterator[Window]:
    entries = (Entry(Input(a.source, a.source, a.source), a.source, article=a) for a in articles)
    return windows(entries, TOKENS)

"""From settings to a pipeline ready to run, without loading any weights."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any, Literal, Protocol

from summarize.backends import registry
from summarize.cache import Cache, NoCache, Store, Tolerant, WriteOnly
from summarize.checks import CHECKS, Context
from summarize.confidence.own import NAME, own_regression
from summarize.errors import UsageError
from summarize.glossary.store import load_glossary
from summarize.khmer.style import HouseStyle
from summarize.memory import Memory
from summarize.memory.lookup import know_nothing, tolerant_lookup
from summarize.options import BackendOptions
from summarize.pipeline import Pipeline
from summarize.settings import Settings
from summarize.watching import NOBODY, Watcher

CacheMode = Literal["use", "refresh", "none"]
MEGABYTE = 1_000_000


class Place(Protocol):
    """Where the models of a pipeline run."""

    def model(self, role: registry.Role, name: str, options: BackendOptions) -> Any:
        """The model ``name``, or what stands in for it. Raises ``SummarizeError``."""

    def cache(self, cache: Cache) -> Cache:
        """``cache`` as a pipeline with these models needs it."""


class Here:
    """In this process."""

    def model(self, role: registry.Role, name: str, options: BackendOptions) -> Any:
        """See :class:`Place`."""
        return registry.backend(role, name, options)

    def cache(self, cache: Cache) -> Cache:
        """See :class:`Place`: as it is."""
        return cache


HERE = Here()


def open_pipeline(
    settings: Settings,
    *,
    notify: Callable[[str], None],
    summarize: bool = True,
    translate: bool = True,
    cache_mode: CacheMode = "use",
    download: bool = False,
    use_memory: bool = True,
    place: Place = HERE,
    watcher: Watcher = NOBODY,
) -> Pipeline:
    """The pipeline that ``settings`` describe. Raises ``SummarizeError``, as by name or glossary.

    ``notify`` gets one-line messages for people. ``refresh`` computes anew and rewrites the cache;
    ``none`` leaves it alone. ``download`` lets a named model be fetched from the hub. Without
    ``use_memory`` the translation memory is not asked, as to measure what a model can do.
    ``watcher`` is told what the pipeline has done, step by step.
    """
    context = check_context(settings)
    options = BackendOptions(
        model_dir=settings.model_dir,
        engine=settings.engine,
        device=settings.device,
        effort=settings.effort,
        offline=settings.offline,
        download=download and not settings.offline,
        notify=notify,
        prompt_dir=settings.own_prompts,
        summary_prompt=settings.summary_prompt,
        translation_prompt=settings.translation_prompt,
        server_url=settings.server_url,
        server_key=settings.server_key,
        glossary=context.glossary,
    )
    return Pipeline(
        place.model("summarizer", settings.summarizer, options) if summarize else None,
        place.model("translator", settings.translator, options) if translate else None,
        place.cache(_cache(settings, cache_mode, notify)),
        settings.spec,
        house_style(settings),
        context,
        notify,
        tolerant_lookup(open_memory(settings), notify, context) if use_memory else know_nothing,
        own_regression(own_confidence(settings)),
        watcher,
    )


def house_style(settings: Settings) -> HouseStyle:
    """How the Khmer is written: each choice is the setting of the same name."""
    return HouseStyle(**{field.name: getattr(settings, field.name) for field in fields(HouseStyle)})


def check_context(settings: Settings) -> Context:
    """What the checks look at besides the texts, the glossary in force among it.

    Raises ``UsageError`` for a check unknown, ``GlossaryError`` for a broken glossary.
    """
    unknown = sorted(set(settings.skip_checks) - set(CHECKS))
    if unknown:
        raise UsageError(
            f"there is no check {unknown[0]!r} to skip", f"Checks: {', '.join(sorted(CHECKS))}."
        )
    return Context(load_glossary(settings.own_glossary), frozenset(settings.skip_checks))


def own_confidence(settings: Settings) -> Path:
    """Where the confidence is kept that was fitted on the decisions of this desk."""
    return settings.memory.with_name(NAME)


def open_memory(settings: Settings) -> Memory:
    """The translation memory of the user."""
    return Memory(settings.memory)


def open_store(settings: Settings, notify: Callable[[str], None]) -> Store:
    """The store of computed results."""
    return Store(settings.cache_dir, settings.cache_size_mb * MEGABYTE, notify)


def _cache(settings: Settings, mode: CacheMode, notify: Callable[[str], None]) -> Cache:
    if mode == "none":
        return NoCache()
    cache = Tolerant(open_store(settings, notify), notify)
    return WriteOnly(cache) if mode == "refresh" else cache

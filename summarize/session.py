"""From settings to a pipeline ready to run, without loading any weights."""

from collections.abc import Callable
from typing import Literal

from summarize.backends import registry
from summarize.backends.base import BackendOptions, SummarySpec
from summarize.cache import Cache, NoCache, Store, Tolerant, WriteOnly
from summarize.checks import CHECKS, Context
from summarize.errors import UsageError
from summarize.pipeline import Pipeline
from summarize.settings import Settings

CacheMode = Literal["use", "refresh", "none"]
MEGABYTE = 1_000_000


def open_pipeline(
    settings: Settings,
    *,
    notify: Callable[[str], None],
    summarize: bool = True,
    translate: bool = True,
    cache_mode: CacheMode = "use",
    download: bool = False,
) -> Pipeline:
    """The pipeline that ``settings`` describe. Raises ``UnknownBackendError``, ``ModelError``.

    ``notify`` gets one-line messages for people. ``refresh`` computes anew and rewrites the cache;
    ``none`` leaves it alone. ``download`` lets a named model be fetched from the hub.
    """
    options = BackendOptions(
        model_dir=settings.model_dir,
        engine=settings.engine,
        device=settings.device,
        offline=settings.offline,
        download=download and not settings.offline,
        notify=notify,
        prompt_dir=settings.own_prompts,
        summary_prompt=settings.summary_prompt,
        translation_prompt=settings.translation_prompt,
        server_url=settings.server_url,
    )
    return Pipeline(
        registry.summarizer(settings.summarizer, options) if summarize else None,
        registry.translator(settings.translator, options) if translate else None,
        _cache(settings, cache_mode, notify),
        SummarySpec(settings.sentences),
        settings.digits,
        check_context(settings),
    )


def check_context(settings: Settings) -> Context:
    """What the checks look at besides the texts. Raises ``UsageError`` for a check unknown."""
    unknown = sorted(set(settings.skip_checks) - set(CHECKS))
    if unknown:
        raise UsageError(
            f"there is no check {unknown[0]!r} to skip", f"Checks: {', '.join(sorted(CHECKS))}."
        )
    return Context(skip=frozenset(settings.skip_checks))


def open_store(settings: Settings, notify: Callable[[str], None]) -> Store:
    """The store of computed results."""
    return Store(settings.cache_dir, settings.cache_size_mb * MEGABYTE, notify)


def _cache(settings: Settings, mode: CacheMode, notify: Callable[[str], None]) -> Cache:
    if mode == "none":
        return NoCache()
    cache = Tolerant(open_store(settings, notify), notify)
    return WriteOnly(cache) if mode == "refresh" else cache

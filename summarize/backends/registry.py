"""Backends by name: built in, installed as entry points, or any model; all imports are light."""

import difflib
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Any, cast

from summarize.backends.base import BackendOptions, Summarizer, Translator
from summarize.errors import UnknownBackendError
from summarize.models.resolve import is_model_name

SUMMARIZERS = {"extractive": "summarize.backends.extractive:ExtractiveSummarizer"}
TRANSLATORS = {"embedded": "summarize.backends.embedded:EmbeddedTranslator"}
"""Built-in factories, called with the options."""
SUMMARIZER_GROUP = "summarize.summarizers"
TRANSLATOR_GROUP = "summarize.translators"
"""Entry point groups; the objects they name are called with the options too."""


def summarizer(name: str, options: BackendOptions) -> Summarizer:
    """Return the summariser ``name``: a known one, a model folder or ``owner/repository``.

    Raises ``UnknownBackendError``.
    """
    if factory := _find(name, SUMMARIZERS, SUMMARIZER_GROUP):
        return cast(Summarizer, factory(options))
    if not is_model_name(name):
        raise _unknown("summariser", name, known_summarizers())
    from summarize.backends.seq2seq import Seq2SeqSummarizer

    return Seq2SeqSummarizer(name, options)


def translator(name: str, options: BackendOptions) -> Translator:
    """Return the translator ``name``: a known one, a model folder or ``owner/repository``.

    Raises ``UnknownBackendError``.
    """
    if factory := _find(name, TRANSLATORS, TRANSLATOR_GROUP):
        return cast(Translator, factory(options))
    if not is_model_name(name):
        raise _unknown("translator", name, known_translators())
    from summarize.backends.seq2seq import Seq2SeqTranslator

    return Seq2SeqTranslator(name, options)


def known_summarizers() -> list[str]:
    """Names of the summarisers that need no model name, sorted."""
    return sorted({*SUMMARIZERS, *_installed(SUMMARIZER_GROUP)})


def known_translators() -> list[str]:
    """Names of the translators that need no model name, sorted."""
    return sorted({*TRANSLATORS, *_installed(TRANSLATOR_GROUP)})


def _find(
    name: str, built_in: dict[str, str], group: str
) -> Callable[[BackendOptions], Any] | None:
    """Built-in names cannot be taken over by what else is installed."""
    if name in built_in:
        module, attribute = built_in[name].split(":")
        return cast(Callable[[BackendOptions], Any], getattr(import_module(module), attribute))
    entry = _installed(group).get(name)
    return entry.load() if entry else None


def _installed(group: str) -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=group)}


def _unknown(kind: str, name: str, known: list[str]) -> UnknownBackendError:
    near = difflib.get_close_matches(name, known, n=1)
    question = f"Did you mean {near[0]}? " if near else ""
    return UnknownBackendError(
        f"there is no {kind} {name!r}",
        f"{question}Known: {', '.join(known)}; or a model folder, or a model as owner/name.",
    )

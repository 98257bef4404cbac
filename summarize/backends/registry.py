"""Backends by name: built in, installed as entry points, or any model; all imports are light."""

import difflib
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any, Literal, cast

from summarize.backends.base import Summarizer, Translator
from summarize.errors import UnknownBackendError
from summarize.families import require_supported
from summarize.families.chat import is_chat_folder
from summarize.models.catalog import catalog, hub_name
from summarize.models.hub import find_cached, hub_cache
from summarize.models.resolve import is_model_name
from summarize.options import BackendOptions

EXTRACTIVE, EMBEDDED = "--summarizer extractive", "--translator embedded"
"""What to offer where a model is missing."""
SUMMARIZERS = {"extractive": "summarize.backends.extractive:ExtractiveSummarizer"}
TRANSLATORS = {"embedded": "summarize.backends.embedded:EmbeddedTranslator"}
"""Built-in factories, called with the options."""
SUMMARIZER_GROUP = "summarize.summarizers"
TRANSLATOR_GROUP = "summarize.translators"
"""Entry point groups; the objects they name are called with the options too."""
Role = Literal["summarizer", "translator"]


def backend(role: Role, name: str, options: BackendOptions) -> Summarizer | Translator:
    """Return the backend ``name`` of that role; raises as :func:`summarizer` does."""
    return summarizer(name, options) if role == "summarizer" else translator(name, options)


def summarizer(name: str, options: BackendOptions) -> Summarizer:
    """Return the summariser ``name``: a known one or a model, as the user names models.

    Raises ``UnknownBackendError``, ``UsageError``; ``ModelError`` where a model cannot be fetched.
    """
    if factory := _find(name, SUMMARIZERS, SUMMARIZER_GROUP):
        if name in SUMMARIZERS:
            _tell_unused(name, options.summary_prompt, options)
        return cast(Summarizer, factory(options))
    name = hub_name(name)
    if is_chat(name, options):
        from summarize.backends.chat import ChatSummarizer, chat_engine

        return ChatSummarizer(name, chat_engine(name, options, EXTRACTIVE), options)
    if not is_model_name(name):
        raise _unknown("summariser", name, known_summarizers())
    _tell_unused(name, options.summary_prompt, options)
    from summarize.backends.seq2seq import Seq2SeqSummarizer

    return Seq2SeqSummarizer(name, options)


def translator(name: str, options: BackendOptions) -> Translator:
    """Return the translator ``name``: a known one or a model, as the user names models.

    Raises ``UnknownBackendError``, ``UsageError``; ``ModelError`` where a model cannot be fetched.
    """
    if factory := _find(name, TRANSLATORS, TRANSLATOR_GROUP):
        if name in TRANSLATORS:
            _tell_unused(name, options.translation_prompt, options)
        return cast(Translator, factory(options))
    if is_embedded_folder(name):
        from summarize.backends.embedded import EmbeddedTranslator

        return EmbeddedTranslator(options, Path(name))
    name = hub_name(name)
    if is_chat(name, options):
        from summarize.backends.chat import ChatTranslator, chat_engine

        return ChatTranslator(name, chat_engine(name, options, EMBEDDED), options)
    if not is_model_name(name):
        raise _unknown("translator", name, known_translators())
    _tell_unused(name, options.translation_prompt, options)
    from summarize.backends.seq2seq import Seq2SeqTranslator

    return Seq2SeqTranslator(name, options)


def is_chat(name: str, options: BackendOptions) -> bool:
    """Whether ``name`` means an instruct model: ``server:MODEL``, a GGUF file, or by config.json.

    Of a model that may be fetched config.json is fetched here, before gigabytes are: it tells the
    kind. Raises ``ModelError``, also where no kind of the program is meant.
    """
    if name.startswith("server:") or name.lower().endswith(".gguf"):
        return True
    if not is_model_name(name):
        return False
    if Path(name).is_dir():
        return is_chat_folder(Path(name))
    found = find_cached(name)
    if found is None and options.download and not options.offline:
        from summarize.models.download import fetch_config

        folder = fetch_config(name, hub_cache())
        if is_chat_folder(folder):
            return True
        require_supported(folder)
        return False
    return found is not None and is_chat_folder(found.folder)


def is_embedded_folder(name: str) -> bool:
    """Whether ``name`` is a folder made like the embedded model: a candidate to replace it."""
    from summarize.models.embedded.manifest import FILE

    return name != "" and (Path(name) / FILE).is_file()


def _tell_unused(name: str, prompt: str, options: BackendOptions) -> None:
    if prompt:
        options.notify(
            f"{name} follows no prompts ({prompt} is not used): only instruct models do."
        )


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
    near = difflib.get_close_matches(name, [*known, *catalog().entries], n=1)
    question = f"Did you mean {near[0]}? " if near else ""
    return UnknownBackendError(
        f"there is no {kind} {name!r}",
        f"{question}Known: {', '.join(known)}; or a name of `summarize models list`, "
        "a model folder, a model as owner/name, a GGUF file, or server:MODEL.",
    )

"""What a summariser and a translator must offer: lists in, lists out, and a signature."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from summarize.records import Article, Summary

EngineName = Literal["auto", "transformers", "ctranslate2"]
DeviceName = Literal["auto", "cpu", "cuda"]


def silent(_message: str) -> None:
    """Tell nobody: the default of :attr:`BackendOptions.notify`."""


@dataclass(frozen=True, slots=True)
class BackendOptions:
    """What steers how a backend is built and run, whatever model it uses.

    ``model_dir`` keeps converted models; ``offline`` forbids every connection; ``download`` allows
    fetching a named model that is missing. ``notify`` gets one-line progress messages for people.
    ``prompt_dir`` holds the user's own prompts; ``summary_prompt`` and ``translation_prompt`` are
    ids of prompts, "" for the usual ones. ``server_url`` is the address of an OpenAI-compatible
    server. Only instruct models look at these four.
    """

    model_dir: Path
    engine: EngineName = "auto"
    device: DeviceName = "auto"
    offline: bool = False
    download: bool = False
    notify: Callable[[str], None] = silent
    prompt_dir: Path | None = None
    summary_prompt: str = ""
    translation_prompt: str = ""
    server_url: str = ""


@dataclass(frozen=True, slots=True)
class SummarySpec:
    """What the caller wants of a summary: how many sentences, at most."""

    sentences: int = 3


@dataclass(frozen=True, slots=True)
class TranslationSpec:
    """What the caller wants of a translation.

    ``careful`` asks for a second, slower decoding of a sentence whose first draft failed a check
    (wider beam, stricter repetition control); it must not return the first draft unexamined.
    """

    source: str = "en"
    target: str = "km"
    careful: bool = False


class Summarizer(Protocol):
    """Writes English summaries. Cheap to construct: weights load on first use."""

    @property
    def signature(self) -> str:
        """One line that identifies model, revision, engine, precision, prompt and decoding.

        Known without loading weights, so that a cache hit stays light.
        """

    def summarize(self, articles: Sequence[Article], spec: SummarySpec) -> list[Summary]:
        """One summary for each article, in order. Raises ``ModelError``."""


class Translator(Protocol):
    """Drafts Khmer, one sentence an input. Cheap to construct: weights load on first use."""

    @property
    def signature(self) -> str:
        """As for :class:`Summarizer`."""

    def translate(self, sentences: Sequence[str], spec: TranslationSpec) -> list[str]:
        """One translation for each sentence, in order. Raises ``ModelError``."""

"""What steers how models are built and run, and the names that a person chooses from."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from summarize.glossary import NO_TERMS, Glossary

EngineName = Literal["auto", "transformers", "ctranslate2"]
DeviceName = Literal["auto", "cpu", "cuda"]
Effort = Literal["fast", "normal", "best"]
"""How widely a translator searches: a wider beam takes longer and finds better wordings."""
WIDER: Final = 2
"""The best effort multiplies the published beam by this, the fast one divides it."""


def silent(_message: str) -> None:
    """Tell nobody: the default of :attr:`BackendOptions.notify`."""


@dataclass(frozen=True, slots=True)
class BackendOptions:
    """What steers how a backend is built and run, whatever model it uses.

    ``model_dir`` keeps converted models; ``offline`` forbids every connection; ``download`` allows
    fetching a named model that is missing. ``notify`` gets one-line progress messages for people.
    ``prompt_dir`` holds the user's own prompts; ``summary_prompt`` and ``translation_prompt`` are
    ids of prompts, "" for the usual ones. ``server_url`` is the address of an OpenAI-compatible
    server, ``server_key`` whether a key may be sent there. ``glossary`` has the Khmer of terms.
    Only instruct models look at these six, and only other translators at ``effort``.
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
    server_key: bool = True
    glossary: Glossary = NO_TERMS
    effort: Effort = "normal"

"""What the ``summarize.toml`` of a folder decides itself, and what a person is asked about first.

A folder may come from anybody: an archive, a shared disk, a repository. How results look is the
folder's business. Where texts, keys and approved work go, which files are read and written, who
signs, and what is left unchecked is the user's: that is asked about once, and remembered for the
very content of that file, by its path and SHA-256, in the user's own data folder.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import platformdirs

from summarize.errors import UntrustedError
from summarize.locks import changing
from summarize.own_files import APP, replace_own

MAX_BYTES: Final = 1_000_000
"""Of the file of what is trusted."""
SHOWN: Final = 100
"""Characters of a value that a question shows."""
Judge = Callable[[Any, Path], bool]
"""Whether a value is harmless after all, in the folder whose file it is in."""


def _never(_value: Any, _folder: Path) -> bool:
    return False


def _is_on(value: Any, _folder: Path) -> bool:
    return value is True


def _is_off(value: Any, _folder: Path) -> bool:
    return value is False


def _is_known_name(value: Any, folder: Path) -> bool:
    """Of the catalogue, built in or installed: no server, no repository, nothing in the folder."""
    path = any(sign in value for sign in "/\\:@") or value.lower().endswith(".gguf")
    return not path and value not in (".", "..") and not os.path.lexists(folder / value)


@dataclass(frozen=True, slots=True)
class Guard:
    """Why a setting is asked about, for the question, and which values need no question."""

    stake: str
    harmless: Judge = _never


GUARDED: Final[Mapping[str, Guard]] = MappingProxyType(
    {
        "server_url": Guard("articles are sent there; a key is not"),
        "summarizer": Guard("this model reads the articles", _is_known_name),
        "translator": Guard("this model drafts the Khmer", _is_known_name),
        "memory": Guard("approved sentences are taken from it and kept in it"),
        "glossary": Guard("terms are taken from it and written to it"),
        "prompt_dir": Guard("instruct models are told what its prompts say"),
        "cache_dir": Guard("results and models are taken from it and kept in it"),
        "cache_size_mb": Guard("older results of yours are removed, or the disk is filled"),
        "private_addresses": Guard("lists and feeds may reach into your own network", _is_off),
        "offline": Guard("connections are made that you may have switched off", _is_on),
        "skip_checks": Guard("what these checks would find is not told"),
        "who": Guard("what you change and approve is signed so"),
    }
)
HARMLESS: Final = frozenset(
    {
        *(
            "profile",
            "length",
            "compress",
            "engine",
            "device",
            "effort",
            "summary_prompt",
            "translation_prompt",
        ),
        *(
            "digits",
            "dates",
            "quotes",
            "currency",
            "scale_words",
            "percent",
            "known_names",
            "spelt_names",
        ),
        *("story_end", "label"),
    }
)
"""Choices among what is installed, and the style of what is written. A setting that is in neither
table is asked about."""
_UNKNOWN: Final = Guard("nothing is known about what it does")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the file ``path`` sets that needs trust: ``values`` differ from the user's own."""

    path: Path
    sha256: str
    values: Mapping[str, Any]

    @property
    def lines(self) -> list[str]:
        """Each of the values as it would be written, with what is at stake."""
        return [
            f"{key} = {_shown(value)}: {_guard(key).stake}" for key, value in self.values.items()
        ]


def asks_first(key: str, value: Any, folder: Path) -> bool:
    """Whether a file in ``folder`` may set ``key`` to ``value`` only where it is trusted."""
    return key not in HARMLESS and not _guard(key).harmless(value, folder)


def nobody(_: Wanted) -> bool:
    """Nobody is there to be asked."""
    return False


def untrusted(wanted: Wanted) -> UntrustedError:
    """What to raise where a file wants more than it may."""
    told = "; ".join(wanted.lines)
    return UntrustedError(
        f"{wanted.path} is not trusted and wants what is yours to decide: {told}",
        "If you know who wrote it, run this once more with --trust: that is remembered until the "
        "file changes. If not, remove these lines, or work in another folder.",
    )


def trusted_file() -> Path:
    """Where trust is remembered."""
    return platformdirs.user_data_path(APP) / "trusted.json"


def trusted() -> dict[str, str]:
    """The files that are trusted, by path, each with the SHA-256 of the content meant.

    A record that cannot be read is no trust.
    """
    try:
        with trusted_file().open("rb") as file:
            data = json.loads(file.read(MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    found = data.items() if isinstance(data, dict) else ()
    return {path: digest for path, digest in found if isinstance(digest, str)}


def is_trusted(wanted: Wanted) -> bool:
    """Whether a person has trusted this file with this content."""
    return trusted().get(str(wanted.path)) == wanted.sha256


def remember(wanted: Wanted) -> None:
    """Trust the file as it is from now on. Raises ``OutputError``, ``OSError``."""
    path = trusted_file()
    with changing(path):
        known = {**trusted(), str(wanted.path): wanted.sha256}
        replace_own(path, json.dumps(known, indent=1, ensure_ascii=False).encode("utf-8"))


def _guard(key: str) -> Guard:
    return GUARDED.get(key, _UNKNOWN)


def _shown(value: Any) -> str:
    """``value`` without anything that a terminal would act upon."""
    text = repr(str(value) if isinstance(value, Path) else value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"

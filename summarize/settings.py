"""Settings, each from the first place that names it.

The order: command-line flag, environment (``SUMMARIZE_…``), ``./summarize.toml``, the user's
``settings.toml``, built-in default. An unknown key or value is an error, never ignored.
"""

import difflib
import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import platformdirs

from summarize.backends.base import DeviceName, Effort, EngineName
from summarize.errors import UsageError
from summarize.khmer.digits import DigitStyle
from summarize.khmer.style import (
    CurrencyStyle,
    DateStyle,
    PercentStyle,
    QuoteStyle,
    ScaleStyle,
    SpeltStyle,
)

APP = "summarize-km"
PREFIX = "SUMMARIZE_"
SECRETS = frozenset({"SUMMARIZE_SERVER_KEY"})
"""Environment variables that are no settings: they are read where they are used, never kept."""
LOCAL_FILE = "summarize.toml"
LOCAL_GLOSSARY = "glossary.tsv"
LENGTHS = {"short": 2, "medium": 3, "long": 5}
MAX_SENTENCES = 50
MAX_DIGITS = 12
"""Of a number among the settings."""
SHOWN = 100
"""Characters of a wrong value that an error shows."""
Profile = Literal["embedded", "recommended", "llm"]
"""Names of summariser and translator that go together; which ones, the catalogue says."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user may set once instead of typing it each time.

    ``length`` is short, medium, long or a number of sentences; ``cache_size_mb`` (10^6 bytes)
    bounds the store of computed results, not the converted models beside it. ``summary_prompt``
    and ``translation_prompt`` are ids of prompts for instruct models, "" for the usual ones.
    ``skip_checks`` names checks that are switched off; in the environment, parted by commas.
    ``digits`` to ``story_end`` are the house style of the Khmer, described in
    :class:`summarize.khmer.style.HouseStyle`. ``profile`` chooses ``summarizer`` and ``translator``
    unless the same layer names them. ``effort`` is how widely translators search. ``glossary`` is
    the file of the user's own terms, ``memory`` that of the translation memory. ``who`` signs what
    the user does in a review; "" is the name of the account. ``private_addresses`` lets lists,
    feeds and redirects lead to this machine and its own network.
    """

    profile: Profile = "embedded"
    summarizer: str = "extractive"
    translator: str = "embedded"
    length: str = "medium"
    engine: EngineName = "auto"
    device: DeviceName = "auto"
    effort: Effort = "normal"
    digits: DigitStyle = "khmer"
    dates: DateStyle = "spaced"
    quotes: QuoteStyle = "guillemets"
    currency: CurrencyStyle = "words"
    scale_words: ScaleStyle = "khmer"
    percent: PercentStyle = "keep"
    latin_names: bool = False
    spelt_names: SpeltStyle = "both"
    story_end: bool = False
    skip_checks: tuple[str, ...] = ()
    offline: bool = False
    private_addresses: bool = False
    cache_dir: Path = Path()
    cache_size_mb: int = 500
    prompt_dir: Path = Path()
    glossary: Path = Path()
    memory: Path = Path()
    who: str = ""
    summary_prompt: str = ""
    translation_prompt: str = ""
    server_url: str = ""

    @property
    def sentences(self) -> int:
        """How many sentences a summary may have."""
        return sentence_count(self.length)

    @property
    def model_dir(self) -> Path:
        """Where converted models are kept."""
        return self.cache_dir / "models"

    @property
    def own_prompts(self) -> Path | None:
        """The folder of the user's own prompts; it has to exist only where it was named."""
        absent = self.prompt_dir == user_prompts() and not self.prompt_dir.is_dir()
        return None if absent else self.prompt_dir


def sentence_count(length: str) -> int:
    """Sentences meant by ``length``: short, medium, long or a number. Raises ``UsageError``."""
    if length in LENGTHS:
        return LENGTHS[length]
    if length.isascii() and length.isdigit() and 1 <= int(length) <= MAX_SENTENCES:
        return int(length)
    raise UsageError(
        f"length {length!r} is neither short, medium, long nor a number of sentences",
        f"Give --length short, medium, long, or a number from 1 to {MAX_SENTENCES}.",
    )


def user_file() -> Path:
    """The settings file of the user, whether or not it exists."""
    return platformdirs.user_config_path(APP) / "settings.toml"


def user_prompts() -> Path:
    """Where the user's own prompts are unless another folder is named."""
    return platformdirs.user_config_path(APP) / "prompts"


def user_glossary() -> Path:
    """Where the user's own terms are unless another file is named or lies in the folder."""
    return platformdirs.user_config_path(APP) / LOCAL_GLOSSARY


def load_settings(
    flags: Mapping[str, Any] | None = None,
    environment: Mapping[str, str] = os.environ,
    folder: Path | None = None,
) -> Settings:
    """Settings in force; ``flags`` that are ``None`` were not given. Raises ``UsageError``."""
    folder = folder or Path()
    local = folder / LOCAL_GLOSSARY
    merged: dict[str, Any] = {
        "cache_dir": platformdirs.user_cache_path(APP),
        "prompt_dir": user_prompts(),
        "glossary": local if local.is_file() else user_glossary(),
        "memory": platformdirs.user_data_path(APP) / "memory.sqlite",
    }
    for origin, values in _layers(flags or {}, environment, folder):
        for key, value in _with_profile(values, origin).items():
            merged[key] = _checked(key, value, origin)
    settings = Settings(**merged)
    sentence_count(settings.length)
    return settings


def _with_profile(values: Mapping[str, Any], origin: str) -> dict[str, Any]:
    """``values`` of one layer with what its profile stands for, below names it gives itself.

    So a profile outranks the names of lower layers, and names of the same layer outrank it.
    """
    if "profile" not in values:
        return dict(values)
    from summarize.models.catalog import catalog  # most runs name no profile

    chosen = catalog().profiles[_checked("profile", values["profile"], origin)]
    return {**chosen, **values}


def _layers(
    flags: Mapping[str, Any], environment: Mapping[str, str], folder: Path
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Lowest precedence first, each with the name shown in errors."""
    for path in (user_file(), folder / LOCAL_FILE):
        if path.is_file():
            yield str(path), _read_toml(path)
    if environment.get("HF_HUB_OFFLINE", "").lower() in {"1", "true", "yes", "on"}:
        yield "environment", {"offline": True}
    yield (
        "environment",
        {
            name.removeprefix(PREFIX).lower(): value
            for name, value in environment.items()
            if name.startswith(PREFIX) and name not in SECRETS
        },
    )
    yield "command line", {key: value for key, value in flags.items() if value is not None}


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        told = "it is nested too deep" if isinstance(error, RecursionError) else error
        message = f"cannot read settings in {path}: {told}"
        raise UsageError(message, "Mend or remove it.") from error


def _checked(key: str, value: Any, origin: str) -> Any:
    """``value`` in the type of the setting ``key``; strings of the environment are converted."""
    types = get_type_hints(Settings)
    if key not in {field.name for field in fields(Settings)}:
        near = difflib.get_close_matches(key, types, n=1)
        hint = f"Did you mean {near[0]}? " if near else ""
        raise UsageError(
            f"unknown setting {key!r} ({origin})", f"{hint}Known settings: {', '.join(types)}."
        )
    try:
        return _convert(types[key], value)
    except ValueError as error:
        shown = repr(value)[:SHOWN]
        raise UsageError(f"setting {key} is {shown} ({origin}): {error}", "Change it.") from error


def _convert(kind: Any, value: Any) -> Any:
    if get_origin(kind) is Literal:
        choices = get_args(kind)
        if not isinstance(value, str) or value not in choices:
            raise ValueError(f"it must be one of {', '.join(choices)}")
        return value
    if kind is bool:
        return _boolean(value)
    if get_origin(kind) is tuple:
        return _names(value)
    if kind is int:
        return _positive(value)
    if not isinstance(value, (str, int, Path)) or isinstance(value, bool) or value == "":
        raise ValueError("it must be text")
    if "\0" in str(value):
        raise ValueError("it must not hold a zero byte")
    try:
        return Path(str(value)).expanduser() if kind is Path else str(value)
    except RuntimeError as error:
        raise ValueError(f"its home folder is unknown: {error}") from None


def _names(value: Any) -> tuple[str, ...]:
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, (list, tuple)) or not all(isinstance(part, str) for part in parts):
        raise ValueError("it must be a list of names")
    return tuple(part.strip() for part in parts if part.strip())


def _boolean(value: Any) -> bool:
    words = {"1": True, "true": True, "yes": True, "on": True}
    words |= {"0": False, "false": False, "no": False, "off": False}
    if isinstance(value, bool):
        return value
    if str(value).lower() in words:
        return words[str(value).lower()]
    raise ValueError("it must be true or false")


def _positive(value: Any) -> int:
    text = str(value)
    if not (text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS) or int(text) < 1:
        raise ValueError(f"it must be a whole number above 0, of at most {MAX_DIGITS} digits")
    return int(text)

"""Settings, each from the first place that names it.

The order: command-line flag, environment (``SUMMARIZE_…``), ``./summarize.toml``, the user's
``settings.toml``, built-in default. An unknown key or value is an error, never ignored. What a
``./summarize.toml`` may not decide by itself is in :mod:`summarize.trust`.
"""

import difflib
import hashlib
import os
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_type_hints
from urllib.parse import urlsplit

import platformdirs

from summarize.backends.base import SummarySpec
from summarize.errors import UsageError
from summarize.khmer.digits import DigitStyle
from summarize.khmer.style import (
    CurrencyStyle,
    DateStyle,
    NameStyle,
    PercentStyle,
    QuoteStyle,
    ScaleStyle,
)
from summarize.lengths import spec_of
from summarize.options import DeviceName, Effort, EngineName
from summarize.output.label import LabelName
from summarize.own_files import APP
from summarize.setting_values import convert
from summarize.trust import Wanted, asks_first, is_trusted, nobody, untrusted

PREFIX = "SUMMARIZE_"
SECRETS = frozenset({"SUMMARIZE_SERVER_KEY", "SUMMARIZE_SERVE_KEY"})
"""Environment variables that are no settings: they are read where they are used, never kept."""
LOCAL_FILE = "summarize.toml"
LOCAL_GLOSSARY = "glossary.tsv"
MAX_FILE_BYTES = 1_000_000
"""Of a file of settings."""
SHOWN = 100
"""Characters of a wrong value that an error shows."""
Profile = Literal["embedded", "recommended", "llm"]
"""Names of summariser and translator that go together; which ones, the catalogue says."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user may set once instead of typing it each time.

    ``length`` is short, medium, long, a number of sentences, of words (60w), characters (300c) or
    points (3p), standfirst or push (see :mod:`summarize.lengths`); ``compress`` leaves out of the
    sentences what changes no fact. ``cache_size_mb`` (10^6 bytes) bounds the store of computed
    results, not the converted models beside it. ``summary_prompt``
    and ``translation_prompt`` are ids of prompts for instruct models, "" for the usual ones.
    ``skip_checks`` names checks that are switched off; in the environment, parted by commas.
    ``digits`` to ``story_end`` are the house style of the Khmer, described in
    :class:`summarize.khmer.style.HouseStyle`. ``profile`` chooses ``summarizer`` and ``translator``
    unless the same layer names them. ``effort`` is how widely translators search. ``glossary`` is
    the file of the user's own terms, ``memory`` that of the translation memory. ``who`` signs what
    the user does in a review; "" is the name of the account. ``private_addresses`` lets lists,
    feeds and redirects lead to this machine and its own network. ``label`` is the language in which
    pages and posts say that a program drafted them, and who checked them.

    ``server_key`` is no setting: whether a key may be sent to ``server_url``, which is so where the
    user named that server, and not where only the ``summarize.toml`` of a folder did.
    """

    profile: Profile = "embedded"
    summarizer: str = "extractive"
    translator: str = "embedded"
    length: str = "medium"
    compress: bool = False
    engine: EngineName = "auto"
    device: DeviceName = "auto"
    effort: Effort = "normal"
    digits: DigitStyle = "khmer"
    dates: DateStyle = "spaced"
    quotes: QuoteStyle = "guillemets"
    currency: CurrencyStyle = "words"
    scale_words: ScaleStyle = "khmer"
    percent: PercentStyle = "keep"
    known_names: NameStyle = "khmer"
    spelt_names: NameStyle = "both"
    story_end: bool = False
    label: LabelName = "off"
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
    server_key: bool = field(default=True, metadata={"setting": False})

    @property
    def spec(self) -> SummarySpec:
        """How long a summary may be, and in what form."""
        return spec_of(self.length, compress=self.compress)

    @property
    def model_dir(self) -> Path:
        """Where converted models are kept."""
        return self.cache_dir / "models"

    @property
    def own_prompts(self) -> Path | None:
        """The folder of the user's own prompts; it has to exist only where it was named."""
        absent = self.prompt_dir == user_prompts() and not self.prompt_dir.is_dir()
        return None if absent else self.prompt_dir

    @property
    def own_glossary(self) -> Path | None:
        """The file of the user's own terms; it has to exist only where it was named."""
        absent = self.glossary == user_glossary() and not self.glossary.is_file()
        return None if absent else self.glossary


def user_file() -> Path:
    """The settings file of the user, whether or not it exists."""
    return platformdirs.user_config_path(APP) / "settings.toml"


def user_prompts() -> Path:
    """Where the user's own prompts are unless another folder is named."""
    return platformdirs.user_config_path(APP) / "prompts"


def user_glossary() -> Path:
    """Where the user's own terms are unless another file is named or lies in the folder."""
    return platformdirs.user_config_path(APP) / LOCAL_GLOSSARY


@dataclass(frozen=True, slots=True)
class Layer:
    """The settings of one place, checked; ``origin`` is what errors call it.

    ``local`` says that it is the file of the folder, ``sha256`` is of that file.
    """

    origin: str
    values: Mapping[str, Any]
    local: bool = False
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Survey:
    """What all places say, ``own`` without what ``wanted`` names, which needs trust."""

    settings: Settings
    own: Settings
    wanted: Wanted | None


def load_settings(
    flags: Mapping[str, Any] | None = None,
    environment: Mapping[str, str] = os.environ,
    folder: Path | None = None,
    may: Callable[[Wanted], bool] = nobody,
) -> Settings:
    """Settings in force; ``flags`` that are ``None`` were not given. Raises ``UsageError``.

    ``may`` is asked whether what the file of the folder wants is allowed, where that needs trust
    and has none; where it says no, ``UntrustedError`` is raised.
    """
    found = survey(flags, environment, folder)
    if found.wanted and not is_trusted(found.wanted) and not may(found.wanted):
        raise untrusted(found.wanted)
    return found.settings


def survey(
    flags: Mapping[str, Any] | None = None,
    environment: Mapping[str, str] = os.environ,
    folder: Path | None = None,
) -> Survey:
    """What :func:`load_settings` decides upon. Raises ``UsageError``."""
    folder = folder or Path()
    layers = list(_layers(flags or {}, environment, folder))
    own = [layer if not layer.local else _without_guarded(layer, folder) for layer in layers]
    settings, without = _in_force(layers, folder), _in_force(own, folder)
    local = next((layer for layer in layers if layer.local), None)
    wanted = {
        key: value
        for key, value in (local.values if local else {}).items()
        if value == getattr(settings, key) != getattr(without, key)
    }
    if local is None or not wanted:
        return Survey(settings, without, None)
    return Survey(settings, without, Wanted(Path(local.origin).resolve(), local.sha256, wanted))


def _without_guarded(layer: Layer, folder: Path) -> Layer:
    kept = {key: one for key, one in layer.values.items() if not asks_first(key, one, folder)}
    return Layer(layer.origin, kept, local=True)


def _in_force(layers: Sequence[Layer], folder: Path) -> Settings:
    local = folder / LOCAL_GLOSSARY
    merged: dict[str, Any] = {
        "cache_dir": platformdirs.user_cache_path(APP),
        "prompt_dir": user_prompts(),
        "glossary": local if local.is_file() else user_glossary(),
        "memory": platformdirs.user_data_path(APP) / "memory.sqlite",
    }
    for layer in layers:
        merged.update(layer.values)
    url = merged.get("server_url", "")
    named = [layer.values.get("server_url", "") for layer in layers if not layer.local]
    known = {_server(one) for one in named}
    settings = Settings(**merged, server_key=not url or _server(url) in known)
    spec_of(settings.length)
    return settings


def _server(url: str) -> tuple[str, str]:
    """Scheme and host with port, to which a key is sent; a login is left to others to refuse."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", url
    return parts.scheme.lower(), parts.netloc.lower()


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
) -> Iterator[Layer]:
    """Lowest precedence first."""
    if user_file().is_file():
        yield _layer(str(user_file()), _parsed(user_file(), _bytes(user_file())))
    if (path := folder / LOCAL_FILE).is_file():
        data = _bytes(path)  # read once: what is trusted is what is in force
        digest = hashlib.sha256(data).hexdigest()
        yield _layer(str(path), _parsed(path, data), local=True, sha256=digest)
    if environment.get("HF_HUB_OFFLINE", "").lower() in {"1", "true", "yes", "on"}:
        yield _layer("environment", {"offline": True})
    own = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in environment.items()
        if name.startswith(PREFIX) and name not in SECRETS
    }
    yield _layer("environment", own)
    given = {key: value for key, value in flags.items() if value is not None}
    yield _layer("command line", given)


def _layer(origin: str, values: Mapping[str, Any], local: bool = False, sha256: str = "") -> Layer:
    named = _with_profile(values, origin)
    checked = {key: _checked(key, value, origin) for key, value in named.items()}
    return Layer(origin, checked, local, sha256)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    if len(data) > MAX_FILE_BYTES:
        raise _unreadable(path, f"it has more than {MAX_FILE_BYTES:,} bytes")
    return data


def _parsed(path: Path, data: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8").replace("\r\n", "\n"))
    except RecursionError:
        raise _unreadable(path, "it is nested too deep") from None
    except ValueError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, why: object) -> UsageError:
    return UsageError(f"cannot read settings in {path}: {why}", "Mend or remove it.")


def setting_types() -> dict[str, Any]:
    """Every setting with its type."""
    types = get_type_hints(Settings)
    return {one.name: types[one.name] for one in fields(Settings) if "setting" not in one.metadata}


def _checked(key: str, value: Any, origin: str) -> Any:
    """``value`` in the type of the setting ``key``; strings of the environment are converted."""
    types = get_type_hints(Settings)
    types = {
        one.name: types[one.name] for one in fields(Settings) if one.metadata.get("setting", True)
    }
    if key not in types:
        near = difflib.get_close_matches(key, types, n=1)
        hint = f"Did you mean {near[0]}? " if near else ""
        raise UsageError(
            f"unknown setting {key!r} ({origin})", f"{hint}Known settings: {', '.join(types)}."
        )
    try:
        return convert(types[key], value)
    except ValueError as error:
        shown = repr(value)[:SHOWN]
        raise UsageError(f"setting {key} is {shown} ({origin}): {error}", "Change it.") from error

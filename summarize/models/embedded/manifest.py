"""``model.toml``: what the files of an embedded model are, and how the model is to be used."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, get_args

from summarize.errors import ModelCorruptedError
from summarize.options import WIDER, Effort
from summarize.tokens import Decoding

FILE = "model.toml"
Kind = Literal["adapter", "marian"]


@dataclass(frozen=True, slots=True)
class Base:
    """Base weights: a package with ``assemble(path)``, and the SHA-256 of what it writes."""

    package: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Limits:
    """Lengths in tokens: the longest source, and the longest target as ``ratio * n + margin``."""

    source: int
    ratio: float
    margin: int

    def target(self, source_tokens: int) -> int:
        """The most target tokens for a source of ``source_tokens``."""
        return int(self.ratio * source_tokens) + self.margin


@dataclass(frozen=True, slots=True)
class Adapter:
    """A low-rank adapter on base weights, with its prompt and its two ways of decoding.

    ``beams`` has the beam size of ``decoding`` for each effort.
    """

    base: Base
    prompt: str
    decoding: Decoding
    careful: Decoding
    limits: Limits
    beams: Mapping[Effort, int]

    def with_effort(self, effort: Effort) -> "Adapter":
        """The adapter with the beams of ``effort``; the careful one is wider than the first."""
        beam = self.beams[effort]
        careful = max(self.careful.beam_size, WIDER * beam)
        return replace(
            self,
            decoding=replace(self.decoding, beam_size=beam),
            careful=replace(self.careful, beam_size=careful),
        )


@dataclass(frozen=True, slots=True)
class Manifest:
    """An embedded model: its folder, and for the kind ``adapter`` all that a build needs.

    ``files`` maps file names to SHA-256 sums; ``digest`` is that of ``model.toml``, which thereby
    stands for all of them.
    """

    folder: Path
    kind: Kind
    name: str
    version: str
    files: Mapping[str, str]
    digest: str
    adapter: Adapter | None


def read_manifest(folder: Path) -> Manifest:
    """Read ``model.toml`` of ``folder``. Raises ``ModelCorruptedError``."""
    try:
        raw = (folder / FILE).read_bytes()
        return _manifest(folder, tomllib.loads(raw.decode("utf-8")), raw)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(folder, f"{FILE} is unreadable: {error!r}") from error


def require_intact(manifest: Manifest) -> None:
    """Compare every file with its checksum. Raises ``ModelCorruptedError``."""
    for name, expected in manifest.files.items():
        try:
            with (manifest.folder / name).open("rb") as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise _damaged(manifest.folder, f"{name} is unreadable: {error}") from error
        if found != expected:
            raise _damaged(manifest.folder, f"{name} has another checksum")


def _manifest(folder: Path, data: Mapping[str, Any], raw: bytes) -> Manifest:
    if data["kind"] not in get_args(Kind):
        raise ValueError(f"kind {data['kind']!r} is unknown")
    return Manifest(
        folder=folder,
        kind=data["kind"],
        name=data["name"],
        version=data["version"],
        files=dict(data.get("files", {})),
        digest=hashlib.sha256(raw).hexdigest(),
        adapter=_adapter(data) if data["kind"] == "adapter" else None,
    )


def _adapter(data: Mapping[str, Any]) -> Adapter:
    return Adapter(
        base=Base(**data["base"]),
        prompt=data["prompt"],
        decoding=Decoding(**data["decoding"]),
        careful=Decoding(**data["careful"]),
        limits=Limits(**data["limits"]),
        beams={effort: data["effort"][effort] for effort in get_args(Effort)},
    )


def _damaged(folder: Path, problem: str) -> ModelCorruptedError:
    return ModelCorruptedError(
        f"the embedded model in {folder} is damaged: {problem}",
        "Install the program again: pip install --force-reinstall summarize-km",
    )

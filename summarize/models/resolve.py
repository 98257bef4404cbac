"""From a model's name to its files on this machine, without any library that is slow to import."""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from summarize.errors import ModelCorruptedError, ModelError, ModelMissingError
from summarize.options import BackendOptions

REPO_ID = re.compile(r"[A-Za-z0-9][\w.-]*/[\w.-]+(@[\w./-]+)?")
"""``owner/name``, or with a branch, tag or commit: ``owner/name@revision``."""
MAIN = "main"
WEIGHTS = "model.safetensors"
INDEX = "model.safetensors.index.json"
UNSAFE = ("pytorch_model*.bin", "tf_model.h5", "flax_model.msgpack")
SIDE_FILES = ("*.json", "*.jinja", "*.model", "*.spm", "merges.txt")
"""Configuration and tokenizer: all that a model needs beside its weights."""
EDGE = 1 << 16
"""Bytes read at either end of a large file for a fingerprint."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A model as published, on this machine.

    ``revision`` is the commit for models of the hub, a fingerprint of the files for folders.
    """

    name: str
    revision: str
    folder: Path


def is_model_name(name: str) -> bool:
    """Whether ``name`` can mean a model: a folder that exists, or a repository of the hub."""
    return _is_folder(name) or REPO_ID.fullmatch(name) is not None


def resolve(name: str, options: BackendOptions, instead: str) -> Snapshot:
    """Find the model ``name`` (a folder or ``owner/name@revision``), fetching it where allowed.

    ``instead`` names the choice that needs no model, for the hint. Raises ``ModelMissingError``,
    ``ModelCorruptedError``, or ``ModelError`` where weights are not in safetensors form.
    """
    if _is_folder(name):
        folder = Path(name).resolve()
        _require_weights(folder, name)
        return Snapshot(folder.name, fingerprint(folder), folder)
    snapshot = find_cached(name)
    if snapshot is not None and not missing_files(snapshot.folder):
        return snapshot
    if options.download and not options.offline:
        from summarize.models.download import download

        download(name, hub_cache(), options.notify)
        snapshot = find_cached(name)
    if snapshot is None:
        raise _missing(name, options, instead)
    if not _has_unsafe_weights(snapshot.folder) and (gone := missing_files(snapshot.folder)):
        raise _missing(name, options, instead, f" (a download left out {', '.join(gone)})")
    _require_weights(snapshot.folder, name)
    return snapshot


def find_cached(name: str) -> Snapshot | None:
    """Find a model in the cache of the hub's own library, which names branches and tags in refs.

    Where no revision is named, the newest whole copy of another counts if ``main`` is not whole
    here: weights that ``main`` lacks in safetensors form are often fetched from a branch.
    """
    repository, revision = split_name(name)
    home = hub_cache() / f"models--{repository.replace('/', '--')}"
    found = _snapshot(home, repository, revision)
    if "@" in name or (found is not None and not missing_files(found.folder)):
        return found
    whole = (folder for folder in home.glob("snapshots/*") if not missing_files(folder))
    newest = max(whole, key=lambda folder: folder.stat().st_mtime, default=None)
    return Snapshot(repository, newest.name, newest) if newest else found


def _snapshot(home: Path, repository: str, revision: str) -> Snapshot | None:
    try:
        commit = (home / "refs" / revision).read_text("ascii").strip()
    except (OSError, ValueError):
        commit = revision
    folder = home / "snapshots" / commit
    return Snapshot(repository, commit, folder) if commit and folder.is_dir() else None


def is_here(name: str) -> bool:
    """Whether all files of the model ``name`` (``owner/name@revision``) are on this machine."""
    found = find_cached(name)
    return found is not None and not missing_files(found.folder)


def split_name(name: str) -> tuple[str, str]:
    """Repository and revision of ``owner/name@revision``; where none is named, ``main``."""
    repository, _, revision = name.partition("@")
    return repository, revision or MAIN


def hub_cache() -> Path:
    """Where the hub's library keeps downloads; its own environment variables are honoured."""
    if cache := os.environ.get("HF_HUB_CACHE"):
        return Path(cache).expanduser()
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    home = os.environ.get("HF_HOME") or f"{base}/huggingface"
    return Path(os.path.expandvars(home)).expanduser() / "hub"


def missing_files(folder: Path) -> list[str]:
    """Names of files without which the model in ``folder`` is incomplete; empty when all is there.

    Raises ``ModelCorruptedError`` when the list of weights is unreadable.
    """
    wanted = ["config.json", *_weight_names(folder)]
    return [name for name in wanted if not (folder / name).is_file()]


def side_files(folder: Path) -> Iterator[Path]:
    """Configuration and tokenizer files of the model in ``folder``."""
    for pattern in SIDE_FILES:
        yield from (path for path in sorted(folder.glob(pattern)) if path.name != INDEX)


def fingerprint(folder: Path) -> str:
    """Identify the model in ``folder`` by its files; see :func:`fingerprint_of`."""
    weights = [folder / name for name in _weight_names(folder)]
    return fingerprint_of(sorted({*side_files(folder), *weights}))


def fingerprint_of(paths: Iterable[Path]) -> str:
    """Identify files by their names, sizes and content.

    Of large files only both ends are read, so that gigabytes cost nothing: a change that keeps the
    size and both ends of the weights goes unnoticed.
    """
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
        with path.open("rb") as stream:
            digest.update(stream.read(EDGE))
            if path.stat().st_size > EDGE:
                stream.seek(-EDGE, os.SEEK_END)
                digest.update(stream.read(EDGE))
    return digest.hexdigest()


def _is_folder(name: str) -> bool:
    return name != "" and Path(name).is_dir()


def _weight_names(folder: Path) -> list[str]:
    try:
        shards = json.loads((folder / INDEX).read_text("utf-8"))["weight_map"].values()
        if strange := [one for one in shards if not _is_name(one)]:
            raise ValueError(f"{str(strange[0])[:100]!r} is no name of a file")
    except FileNotFoundError:
        return [WEIGHTS]
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
    ) as error:
        raise ModelCorruptedError(
            f"{folder / INDEX} is unreadable: {error}", "Fetch or copy the model again."
        ) from error
    return sorted(set(shards))


def _is_name(one: object) -> bool:
    """Whether ``one`` names a file in the folder itself."""
    return isinstance(one, str) and one not in ("", "..") and Path(one).name == one


def has_safetensors(folder: Path) -> bool:
    """Whether weights in ``folder`` are in safetensors form."""
    return (folder / WEIGHTS).is_file() or (folder / INDEX).is_file()


def _has_unsafe_weights(folder: Path) -> bool:
    return any(any(folder.glob(pattern)) for pattern in UNSAFE)


def _require_weights(folder: Path, name: str) -> None:
    gone = missing_files(folder)
    if not gone:
        return
    if _has_unsafe_weights(folder) and "config.json" not in gone:
        raise ModelError(
            f"the weights of {name} are not in safetensors form, and other forms can hold "
            "program code: they are not loaded",
            _with_safetensors(name),
        )
    raise ModelCorruptedError(
        f"the model in {folder} is incomplete: {', '.join(gone)} missing",
        "Give a folder with config.json, model.safetensors and the tokenizer files.",
    )


def _with_safetensors(name: str) -> str:
    if _is_folder(name):
        return f"Convert them once: summarize models convert {name} --allow-pickle"
    return (
        f"Get them in that form: summarize models pull {name}. Where the hub has none, add "
        "--allow-pickle: they are then read in a process of their own and converted."
    )


def _missing(
    name: str, options: BackendOptions, instead: str, detail: str = ""
) -> ModelMissingError:
    if options.offline:
        return ModelMissingError(
            f"the model {name} is not on this machine{detail}, and --offline forbids fetching it",
            f"Fetch it once without --offline and with --download, or use {instead}.",
        )
    return ModelMissingError(
        f"the model {name} is not on this machine{detail}",
        f"Fetch it once by adding --download to this command, or use {instead}.",
    )

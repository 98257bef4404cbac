"""Which files a model consists of as it is published, and what tells one model from another."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from summarize.errors import ModelCorruptedError

WEIGHTS = "model.safetensors"
INDEX = "model.safetensors.index.json"
UNSAFE = ("pytorch_model*.bin", "tf_model.h5", "flax_model.msgpack")
SIDE_FILES = ("*.json", "*.jinja", "*.model", "*.spm", "merges.txt")
"""Configuration and tokenizer: all that a model needs beside its weights."""
EDGE = 1 << 16
"""Bytes read at either end of a large file for a fingerprint."""


def missing_files(folder: Path) -> list[str]:
    """Names of files without which the model in ``folder`` is incomplete; empty when all is there.

    Raises ``ModelCorruptedError`` when the list of weights is unreadable.
    """
    wanted = ["config.json", *_weight_names(folder)]
    return [name for name in wanted if not (folder / name).is_file()]


def has_safetensors(folder: Path) -> bool:
    """Whether weights in ``folder`` are in safetensors form."""
    return (folder / WEIGHTS).is_file() or (folder / INDEX).is_file()


def has_unsafe_weights(folder: Path) -> bool:
    """Whether weights in ``folder`` are in a form that can hold program code."""
    return any(any(folder.glob(pattern)) for pattern in UNSAFE)


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

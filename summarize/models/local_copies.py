"""The models of the hub that are on this machine: found, checked and removed, with no connection.

In the cache of the hub's library a file of a snapshot is a link to a blob whose name is the
checksum of its content: SHA-256 for large files, the SHA-1 of a git object for small ones.
"""

import hashlib
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from summarize.errors import CacheError
from summarize.models.layout import missing_files

CHECKSUM = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
SHA256_LENGTH = 64
CHUNK = 1 << 20
Health = Literal["sound", "damaged", "unknown"]


@dataclass(frozen=True, slots=True)
class Copy:
    """One snapshot of one repository, ``size`` in bytes."""

    repository: str
    revision: str
    folder: Path
    size: int


def repository_folder(cache: Path, repository: str) -> Path:
    """Where the hub's library keeps ``repository``."""
    return cache / f"models--{repository.replace('/', '--')}"


def copies(cache: Path) -> Iterator[Copy]:
    """Every complete model in ``cache``, by name; what is not a model is passed over."""
    for folder in sorted(cache.glob("models--*/snapshots/*")):
        if (folder / "config.json").is_file() and not missing_files(folder):
            repository = folder.parents[1].name.removeprefix("models--").replace("--", "/", 1)
            yield Copy(repository, folder.name, folder, size_of(folder))


def size_of(folder: Path) -> int:
    """Bytes of all files below ``folder``; links count as what they lead to."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def health(path: Path) -> Health:
    """Compare a file of a snapshot with its checksum, where its blob is named by one."""
    blob = path.resolve()
    if not CHECKSUM.fullmatch(blob.name):
        return "unknown"
    return "sound" if blob_digest(blob, blob.name) == blob.name else "damaged"


def damaged_files(folder: Path) -> list[Path]:
    """Files of a snapshot that differ from their checksums."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [path for path in files if health(path) == "damaged"]


def blob_digest(path: Path, like: str) -> str:
    """Checksum of a file, of the kind that the checksum ``like`` is: SHA-256, or git's SHA-1."""
    if len(like) == SHA256_LENGTH:
        digest = hashlib.sha256()
    else:
        digest = hashlib.sha1(f"blob {path.stat().st_size}\0".encode(), usedforsecurity=False)
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def remove(cache: Path, repository: str, model_dir: Path) -> int:
    """Remove ``repository`` from ``cache`` and its conversions from ``model_dir``.

    Returns how many bytes that freed. Raises ``CacheError``.
    """
    home = repository_folder(cache, repository)
    snapshots = [folder.name for folder in home.glob("snapshots/*")]
    folders = [home, *_conversions(repository, snapshots, model_dir)]
    freed = sum(_own_size(folder) for folder in folders)
    try:
        for folder in folders:
            shutil.rmtree(folder)
    except OSError as error:
        raise CacheError(
            f"cannot remove {folder}: {error}", "Check the rights of that folder."
        ) from error
    return freed


def _conversions(repository: str, revisions: list[str], model_dir: Path) -> Iterator[Path]:
    safe = repository.replace("/", "--")
    for revision in revisions:
        yield from model_dir.glob(f"{safe}-{revision[:12]}-*")


def _own_size(folder: Path) -> int:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)

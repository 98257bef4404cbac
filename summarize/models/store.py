"""Folders that are built once and kept: converted models, assembled weights.

A folder comes into being in one step (``os.replace`` of a finished sibling), so that whoever finds
it finds all of it, and carries a manifest of sizes and SHA-256 sums, so that damage is noticed.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from summarize.errors import CacheError
from summarize.options import silent

MANIFEST = "manifest.json"
_SCHEMA = 1

Notify = Callable[[str], None]


def kept_folder(
    folder: Path, build: Callable[[Path], None], notify: Notify = silent, thorough: bool = False
) -> Path:
    """Return ``folder``, built by ``build`` unless a sound one is there already.

    ``build`` gets an empty folder to fill. Processes that ask at the same time build once: the
    others wait. A build that fails or is killed leaves no ``folder`` behind. A folder that was
    damaged since (see :func:`damage`, which explains ``thorough``) is removed and built again.

    Raises ``CacheError`` where the folder cannot be read or written; errors of ``build`` other
    than ``OSError`` come through.
    """
    with _oserrors(folder):
        if folder.is_dir() and damage(folder, thorough) is None:
            return folder
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _locked(folder, notify):
            # Another process may have built it while this one waited.
            problem = damage(folder, thorough) if folder.is_dir() else None
            if problem is not None:
                notify(f"{folder} is damaged ({problem}); it is made again.")
                shutil.rmtree(folder)
            if not folder.is_dir():
                _build(folder, build)
    return folder


def damage(folder: Path, thorough: bool = False) -> str | None:
    """Say what is wrong with a kept folder, or return ``None`` when it is as it was built.

    Sizes are always compared; checksums only of files whose modification time differs from the
    recorded one, or of all files when ``thorough``, so that loading gigabytes stays fast.
    """
    try:
        files = _read_manifest(folder)
        for name, recorded in files.items():
            if problem := _file_damage(folder / name, recorded, thorough):
                return f"{name} {problem}"
    except FileNotFoundError as error:
        return f"{Path(str(error.filename)).name} is missing"
    except (ValueError, KeyError, TypeError, AttributeError):
        return f"{MANIFEST} is unreadable"
    return None


def _file_damage(path: Path, recorded: dict[str, Any], thorough: bool) -> str | None:
    now = path.stat()
    if now.st_size != recorded["size"]:
        return f"has {now.st_size} bytes instead of {recorded['size']}"
    if (thorough or now.st_mtime_ns != recorded["mtime_ns"]) and _sha256(path) != recorded[
        "sha256"
    ]:
        return "has another checksum"
    return None


def _build(folder: Path, build: Callable[[Path], None]) -> None:
    """Build beside ``folder`` and move into place. The caller holds the lock."""
    temporary = folder.with_name(f".{folder.name}.building")
    shutil.rmtree(temporary, ignore_errors=True)  # left by a build that was killed
    try:
        temporary.mkdir()
        build(temporary)
        _write_manifest(temporary)
        temporary.replace(folder)
        _sync(folder.parent)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _write_manifest(folder: Path) -> None:
    """Record every file and push all of it to the disk, manifest last."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): _describe(path) for path in paths}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"schema": _SCHEMA, "files": files}, indent=1), "utf-8")
    for path in (*paths, manifest, folder):
        _sync(path)


def _read_manifest(folder: Path) -> dict[str, dict[str, Any]]:
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    if manifest["schema"] != _SCHEMA:
        raise ValueError(f"manifest has schema {manifest['schema']!r}")
    files: dict[str, dict[str, Any]] = manifest["files"]
    return files


def _describe(path: Path) -> dict[str, Any]:
    found = path.stat()
    return {"size": found.st_size, "mtime_ns": found.st_mtime_ns, "sha256": _sha256(path)}


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _sync(path: Path) -> None:
    if path.is_dir() and os.name != "posix":
        return  # Windows cannot open folders
    descriptor = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _locked(folder: Path, notify: Notify) -> Iterator[None]:
    """Hold the lock of ``folder``; the system lets go of it when a process dies."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder.with_name(f".{folder.name}.lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        notify(f"Waiting for another process that prepares {folder.name}.")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _oserrors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CacheError(
            f"the model folder {folder} cannot be used: {error}",
            "Check the rights and free space there, or choose another place with "
            "SUMMARIZE_CACHE_DIR.",
        ) from error

"""Models in the cache of the hub's own library, by the names that they have there."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from summarize.models.layout import missing_files

REPO_ID = re.compile(r"[A-Za-z0-9][\w.-]*/[\w.-]+(@[\w./-]+)?")
"""``owner/name``, or with a branch, tag or commit: ``owner/name@revision``."""
MAIN = "main"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A model as published, on this machine.

    ``revision`` is the commit for models of the hub, a fingerprint of the files for folders.
    """

    name: str
    revision: str
    folder: Path


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


def _snapshot(home: Path, repository: str, revision: str) -> Snapshot | None:
    try:
        commit = (home / "refs" / revision).read_text("ascii").strip()
    except (OSError, ValueError):
        commit = revision
    folder = home / "snapshots" / commit
    return Snapshot(repository, commit, folder) if commit and folder.is_dir() else None

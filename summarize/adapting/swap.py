"""Which version is in use is changed in one step, and can be changed back exactly."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from summarize.adapting.desk import Desk, refused
from summarize.adapting.packing import packed
from summarize.errors import UsageError
from summarize.locks import changing
from summarize.models.embedded.build import place
from summarize.models.embedded.learned import IN_USE, Version, stored, versions
from summarize.models.embedded.manifest import Manifest, read_manifest
from summarize.own_files import replace_own

KEPT: Final = 5
"""Versions that stay, the one in use among them: each has as many bytes as the shipped one."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a candidate was made of: ``origin`` is here or a file, ``sentences`` how many."""

    origin: str
    sentences: int


def number_of_next(desk: Desk, shipped: Manifest) -> str:
    """The version of the next candidate, as ``5-desk.3``. Raises ``ModelCorruptedError``."""
    names = [one.folder for one in versions(desk.root)]
    numbers = [int(name.rpartition(".")[2]) for name in names if "-desk." in name]
    return f"{shipped.version}-desk.{max(numbers, default=0) + 1}"


def offered(desk: Desk, weights: Path, shipped: Manifest) -> Manifest:
    """The candidate made of the file ``weights``, in place of one before. ``OutputError``."""
    try:
        return packed(weights, shipped.folder, number_of_next(desk, shipped), desk.candidate)
    except OSError as error:
        raise refused(desk.candidate, error) from error


def taken(
    desk: Desk, candidate: Manifest, shipped: Manifest, source: Source, figures: Mapping[str, Any]
) -> Version:
    """Use ``candidate`` from now on. Raises ``ModelCorruptedError``, ``OutputError``."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    name = f"{candidate.name}-{candidate.version}"
    version = Version(
        candidate.version, name, now, shipped.digest, source.origin, source.sentences, figures
    )
    with changing(desk.root / IN_USE):
        before = versions(desk.root)
        try:
            folder = desk.root / version.folder
            shutil.rmtree(folder, ignore_errors=True)  # of one that was undone
            candidate.folder.replace(folder)
            _write(desk, [*before, version][-KEPT:])
        except OSError as error:
            raise refused(desk.root, error) from error
        for old in before[: -KEPT + 1] if len(before) >= KEPT else ():
            shutil.rmtree(desk.root / old.folder, ignore_errors=True)
    return version


def undone(desk: Desk) -> tuple[Version, Version | None]:
    """Go back to the version before; the one that was in use, and the one that is now.

    ``None`` is the shipped one. The first becomes the candidate. Raises ``UsageError``,
    ``ModelCorruptedError``, ``OutputError``.
    """
    with changing(desk.root / IN_USE):
        before = versions(desk.root)
        if not before:
            raise UsageError(
                "there is nothing to undo: the model as it was shipped is in use",
                "To learn from what the desk has approved: summarize learn run",
            )
        *left, last = before
        try:
            _write(desk, left)
            folder = desk.root / last.folder
            if folder.is_dir():
                shutil.rmtree(desk.candidate, ignore_errors=True)
                folder.replace(desk.candidate)
        except OSError as error:
            raise refused(desk.root, error) from error
    return last, left[-1] if left else None


def forget_build(folder: Path, model_dir: Path) -> None:
    """Remove what was built of the model in ``folder`` to measure it."""
    shutil.rmtree(place(read_manifest(folder), model_dir), ignore_errors=True)


def _write(desk: Desk, found: Sequence[Version]) -> None:
    """An empty list is no file: then all is as it was before anything was learned."""
    path = desk.root / IN_USE
    if found:
        replace_own(path, stored(found))
    else:
        path.unlink(missing_ok=True)

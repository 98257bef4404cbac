"""Which adapter of the embedded model is in use: the shipped one, or one that a desk has learned.

A folder of the desk has ``in-use.json``, the versions that were swapped in, the one in use last,
and each of them in a folder of its own, made like that of the shipped model.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from summarize.errors import ModelCorruptedError
from summarize.json_text import read_json
from summarize.models.embedded.manifest import FILE, Manifest, read_manifest
from summarize.options import silent

IN_USE: Final = "in-use.json"
_SCHEMA: Final = 1


@dataclass(frozen=True, slots=True)
class Version:
    """An adapter that was swapped in at ``since`` (ISO 8601, UTC).

    ``folder`` is the name of its folder, ``shipped`` the digest of the shipped model that it was
    learned from, ``origin`` says whether it was learned here or came in a file, ``sentences`` is
    from how many approved sentences. ``figures`` are what it was measured by; none where it was
    not.
    """

    folder: str
    name: str
    since: str
    shipped: str
    origin: str
    sentences: int
    figures: Mapping[str, Any] = field(default_factory=dict)


def versions(desk: Path) -> list[Version]:
    """The versions of the folder ``desk``, the one in use last. Raises ``ModelCorruptedError``."""
    path = desk / IN_USE
    try:
        content = read_json(path.read_bytes())
        if content["schema"] != _SCHEMA:
            raise ValueError(f"schema {content['schema']!r} is unknown")
        found = [Version(**one) for one in content["versions"]]
        if any(Path(one.folder).name != one.folder or not one.folder for one in found):
            raise ValueError("a version has no folder of its own")
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelCorruptedError(
            f"what the desk has learned cannot be read: {path}: {error}",
            f"Bring back {path} from a copy, or remove it to go on with the shipped model.",
        ) from error
    return found


def stored(found: Sequence[Version]) -> bytes:
    """What ``in-use.json`` holds for ``found``."""
    content = {"schema": _SCHEMA, "versions": [asdict(one) for one in found]}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def model_in_use(
    desk: Path | None, shipped: Path, notify: Callable[[str], None] = silent
) -> Manifest:
    """The manifest of the adapter in use, that of ``shipped`` where the desk has learned none.

    One that was learned from another version of the shipped model is not used, with a notice: the
    base may be another, and the shipped one better by now. Raises ``ModelCorruptedError``.
    """
    manifest = read_manifest(shipped)
    if desk is None or not (found := versions(desk)):
        return manifest
    last = found[-1]
    if last.shipped != manifest.digest:
        notify(
            f"What this desk has learned ({last.name}) belongs to another version of the shipped "
            "model and is not used. To learn it again: summarize learn run"
        )
        return manifest
    folder = desk / last.folder
    if not (folder / FILE).is_file():
        raise ModelCorruptedError(
            f"the adapter in use is gone: {folder}",
            "Go back to the one before: summarize learn undo",
        )
    return read_manifest(folder)

"""An adapter as a folder like that of the shipped model, which names its files and their sums."""

import hashlib
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from summarize.models.embedded.adapter import CONFIG, WEIGHTS
from summarize.models.embedded.build import VOCABULARY
from summarize.models.embedded.manifest import FILE, Manifest, read_manifest, require_intact
from summarize.own_files import owned

NAMES: Final = (CONFIG, WEIGHTS, VOCABULARY)
"""The files of an adapter."""
LICENCES: Final = ("GEMMA_TERMS.txt", "NOTICE")
"""What goes wherever weights made from the base go."""
_VERSION: Final = re.compile(r'^version = ".*"$', re.MULTILINE)
_FILES: Final = re.compile(r"^\[files\].*\Z", re.MULTILINE | re.DOTALL)


def state(folder: Path, version: str) -> Manifest:
    """Write ``version`` and the sums of the files into ``model.toml`` of ``folder``.

    Its other lines stay. Raises ``ModelCorruptedError``, ``OSError``.
    """
    path = folder / FILE
    text = _VERSION.sub(f'version = "{version}"', path.read_text("utf-8"), count=1)
    path.write_text(_FILES.sub("", text) + checksums(folder, NAMES), "utf-8")
    manifest = read_manifest(folder)
    require_intact(manifest)
    return manifest


def packed(weights: Path, shipped: Path, version: str, folder: Path) -> Manifest:
    """Make ``folder`` of ``weights`` and what else the model ``shipped`` has; the manifest.

    It is for its owner alone and comes into being in one step, in place of what was there. Raises
    ``OSError``.
    """
    unfinished = folder.with_name(f".{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    with owned():
        unfinished.mkdir(parents=True)
        for name in (CONFIG, VOCABULARY, FILE, *LICENCES):
            if (shipped / name).is_file():
                (unfinished / name).write_bytes((shipped / name).read_bytes())
        (unfinished / WEIGHTS).write_bytes(weights.read_bytes())
        state(unfinished, version)
    shutil.rmtree(folder, ignore_errors=True)
    unfinished.replace(folder)
    return read_manifest(folder)


def checksums(folder: Path, names: Sequence[str]) -> str:
    """The table ``[files]`` of ``model.toml``."""
    sums = (f'"{n}" = "{hashlib.sha256((folder / n).read_bytes()).hexdigest()}"\n' for n in names)
    return "[files]  # SHA-256\n" + "".join(sums)

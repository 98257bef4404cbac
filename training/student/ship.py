"""Make an embedded model of a student: ``python -m training.student.ship --student RUN``.

Copies its files into ``--folder`` with a ``model.toml`` of the kind ``marian``. What is not a file
of that kind (licences, the model card) is left alone: the card is for a person to write.
"""

import argparse
import shutil
from pathlib import Path

from summarize.models.embedded import FOLDER
from summarize.models.embedded.manifest import FILE, read_manifest, require_intact
from training.adapter.ship import NAMES as ADAPTER_NAMES
from training.adapter.ship import checksums

NAMES = (
    "config.json",
    "generation_config.json",
    "model.safetensors",
    "source.spm",
    "target.spm",
    "tokenizer_config.json",
    "vocab.json",
)
_MANIFEST = """\
# What is in this folder: a Marian model as Transformers writes it.
kind = "marian"
name = "en-km"
version = "{version}"

"""


def ship(student: Path, version: str, folder: Path = FOLDER) -> None:
    """Replace the model in ``folder``. Raises ``FileNotFoundError``, ``ModelCorruptedError``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        shutil.copyfile(student / name, folder / name)
    for name in ADAPTER_NAMES:
        (folder / name).unlink(missing_ok=True)
    manifest = _MANIFEST.format(version=version) + checksums(folder, NAMES)
    (folder / FILE).write_text(manifest, "utf-8")
    require_intact(read_manifest(folder))


def main() -> None:
    """Read the command line and ship."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--student", type=Path, required=True, help="what a training run wrote")
    parser.add_argument("--version", required=True)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    given = parser.parse_args()
    ship(given.student, given.version, given.folder)


if __name__ == "__main__":
    main()

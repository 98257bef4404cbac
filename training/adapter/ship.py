"""Put a trained adapter into the program: ``python -m training.adapter.ship --adapter FOLDER``.

Copies its files into the model folder and states version and checksums in ``model.toml``, whose
other lines stay. The model card is for a person to write.
"""

import argparse
import hashlib
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from summarize.models.embedded import FOLDER
from summarize.models.embedded.build import VOCABULARY
from summarize.models.embedded.manifest import FILE, read_manifest, require_intact

CONFIG, WEIGHTS = "adapter_config.json", "adapter_model.safetensors"
NAMES = (CONFIG, WEIGHTS, VOCABULARY)
_VERSION = re.compile(r'^version = ".*"$', re.MULTILINE)
_FILES = re.compile(r"^\[files\].*\Z", re.MULTILINE | re.DOTALL)


def ship(adapter: Path, version: str, folder: Path = FOLDER) -> None:
    """Replace the adapter in ``folder``. Raises ``FileNotFoundError``, ``ModelCorruptedError``."""
    for name in NAMES:
        shutil.copyfile(adapter / name, folder / name)
    path = folder / FILE
    text = _VERSION.sub(f'version = "{version}"', path.read_text("utf-8"), count=1)
    path.write_text(_FILES.sub("", text) + checksums(folder, NAMES), "utf-8")
    require_intact(read_manifest(folder))


def checksums(folder: Path, names: Sequence[str]) -> str:
    """The table ``[files]`` of ``model.toml``."""
    sums = (f'"{n}" = "{hashlib.sha256((folder / n).read_bytes()).hexdigest()}"\n' for n in names)
    return "[files]  # SHA-256\n" + "".join(sums)


def main() -> None:
    """Read the command line and ship."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--adapter", type=Path, required=True, help="what a training run wrote")
    parser.add_argument("--version", required=True)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    arguments = parser.parse_args()
    ship(arguments.adapter, arguments.version, arguments.folder)


if __name__ == "__main__":
    main()

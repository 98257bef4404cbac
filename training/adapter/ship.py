"""Put a trained adapter into the program: ``python -m training.adapter.ship --adapter FOLDER``.

Copies its files into the model folder and states version and checksums in ``model.toml``, whose
other lines stay. The model card is for a person to write.
"""

import argparse
import shutil
from pathlib import Path

from summarize.adapting.packing import NAMES, state
from summarize.models.embedded import FOLDER


def ship(adapter: Path, version: str, folder: Path = FOLDER) -> None:
    """Replace the adapter in ``folder``. Raises ``FileNotFoundError``, ``ModelCorruptedError``."""
    for name in NAMES:
        shutil.copyfile(adapter / name, folder / name)
    state(folder, version)


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

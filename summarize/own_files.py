"""Files of one person: what they read, approved and noted is nobody else's.

New files are 0600 in new folders of 0700. What is there already keeps its rights: somebody may have
shared it on purpose. On Windows the folders of a user are private by the rights they inherit.
"""

import os
import tempfile
from pathlib import Path
from typing import Final

APP: Final = "summarize-km"
"""What the folders of the program are called below those of the user."""
FOLDER: Final = 0o700
FILE: Final = 0o600


def own_folder(path: Path) -> None:
    """Make the folder ``path`` and those above it where they are missing. Raises ``OSError``."""
    for folder in reversed([path, *path.parents]):
        folder.mkdir(mode=FOLDER, exist_ok=True)


def own_file(path: Path) -> None:
    """Make ``path`` as an empty file where it is missing, and its folder. Raises ``OSError``."""
    own_folder(path.parent)
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, FILE))


def replace_own(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data`` as a whole or not at all, for its owner alone. ``OSError``."""
    own_folder(path.parent)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # 0600
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)

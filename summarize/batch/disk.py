"""Files that are whole and on the disk before they bear their name."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replaced(path: Path, scratch: Path) -> Iterator[BinaryIO]:
    """A file to write, that takes the place of ``path`` at the end, or is removed on an error.

    It is made in the folder ``scratch``, which must be on the same file system. The new name is
    on the disk only after :func:`sync_folders`. Raises ``OSError``.
    """
    temporary = scratch / f"{os.getpid()}.part"
    try:
        with temporary.open("wb") as file:
            yield file
            sync(file)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def sync(file: BinaryIO) -> None:
    """Bring what was written to the disk."""
    file.flush()
    os.fsync(file.fileno())


def sync_folders(folders: Iterable[Path]) -> None:
    """Bring the names in ``folders`` to the disk, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    for folder in folders:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

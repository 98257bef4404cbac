"""A person's files that are read, changed and replaced: one process at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from summarize.errors import OutputError
from summarize.own_files import own_folder

PATIENCE_SECONDS: Final = 60.0
"""How long to wait for others; each of them holds a file for milliseconds."""


@contextmanager
def changing(path: Path) -> Iterator[None]:
    """Hold ``path``, by whichever name it goes, from before it is read until it is replaced.

    Its folder is made if need be. A crash lets go of it. The empty file of the lock stays: who
    removes it takes it from those who wait. Raises ``OutputError``.
    """
    from filelock import FileLock, Timeout

    file = Path(os.path.realpath(path))
    lock = FileLock(file.with_name(f".{file.name}.lock"))
    try:
        own_folder(file.parent)
        lock.acquire(timeout=PATIENCE_SECONDS)
    except Timeout:
        raise OutputError(
            f"another process has been changing {path} for {PATIENCE_SECONDS:.0f} seconds",
            "End it, or try again later.",
        ) from None
    except (OSError, NotImplementedError) as error:
        raise OutputError(
            f"cannot change {path}: {getattr(error, 'strerror', None) or error}",
            "Check the rights of its folder.",
        ) from error
    try:
        yield
    finally:
        lock.release()

"""One batch at a time in one output folder."""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from summarize.batch.journal import STATE
from summarize.batch.writer import refused
from summarize.errors import OutputError
from summarize.json_text import read_json

LOCK = "lock"
OWNER = "running.json"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the output ``folder``, made if need be; a crash lets go of it.

    Raises ``OutputError`` where another batch has it or it cannot be used.
    """
    from filelock import FileLock, Timeout

    state = folder / STATE
    try:
        state.mkdir(parents=True, exist_ok=True)
        lock = FileLock(state / LOCK)
        lock.acquire(timeout=0)
    except Timeout:
        raise OutputError(
            f"another batch{_owner(state)} is writing into {folder}",
            "Wait until it is done, or choose another folder with -o.",
        ) from None
    except OSError as error:
        raise OutputError(
            f"the output folder {folder} cannot be used: {error.strerror or error}",
            "Choose another with -o, or check its rights.",
        ) from error
    try:
        _sign(state)
        yield
    finally:
        lock.release()


def _sign(state: Path) -> None:
    owner = {"pid": os.getpid(), "since": time.strftime("%Y-%m-%d %H:%M:%S")}
    try:
        (state / OWNER).write_text(json.dumps(owner), "utf-8")
        for left_over in state.glob("*.part"):
            left_over.unlink()
    except OSError as error:
        raise refused(state.parent, error) from error


def _owner(state: Path) -> str:
    """Who holds the lock, as far as it is known."""
    try:
        owner = read_json((state / OWNER).read_text("utf-8"))
        return f" (process {int(owner['pid'])}, since {owner['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""

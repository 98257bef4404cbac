"""The last good copy of an SQLite file of people's work, and how it is brought back."""

import itertools
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from summarize.errors import DamagedError, ReviewError
from summarize.soundness import Mark, Unsound, changes_in, origin_of, require_pages

DAY_SECONDS: Final = 24 * 60 * 60
SHARED_FIRST, SHARED_SIZE = 0x4000_0002, 510
"""The bytes that SQLite locks for as long as somebody has a file with a write-ahead log open."""

LOGGED: Final = ("", "-wal")
"""What the names of a database and of its write-ahead log end in."""
MOST_ASIDE: Final = 20
"""Damaged files kept beside one another."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy: when it was made, in local time, how many changes it has, and of which file."""

    path: Path
    when: datetime
    changes: int
    origin: str


@dataclass(frozen=True, slots=True)
class Restored:
    """What is in force now; ``lost`` changes made since are in the file set ``aside`` at most."""

    changes: int
    lost: int
    aside: Path | None


def copy_path(path: Path) -> Path:
    """Where the copy of ``path`` is."""
    return path.with_name(f"{path.name}.copy")


def last_copy(path: Path) -> Copy | None:
    """The copy of ``path``; none where there is none, or none that is sound."""
    file = copy_path(path)
    try:
        when = datetime.fromtimestamp(file.stat().st_mtime)
        with _opened(file) as db:
            require_pages(db, "quick_check", ())
            return Copy(file, when, changes_in(db), origin_of(db))
    except (OSError, sqlite3.Error, Unsound):
        return None


def is_due(path: Path) -> bool:
    """Whether the copy is missing or older than a day."""
    try:
        age = time.time() - copy_path(path).stat().st_mtime
    except OSError:
        return True
    return not 0 <= age < DAY_SECONDS


def keep_copy(db: sqlite3.Connection, path: Path) -> bool:
    """Copy what ``db`` has. Whether there was anything.

    A copy of another file, or with more changes, is kept beside.
    Where it cannot be made, as on a full disk, work goes on with the one before.
    """
    if not (changes := changes_in(db)):
        return False
    with suppress(OSError, sqlite3.Error, Unsound), _copied(db, path) as fresh:
        before = last_copy(path)
        if before and (before.origin != origin_of(db) or before.changes > changes):
            before.path.replace(_free(path, "older-copy"))
        fresh.replace(copy_path(path))
    return True


def bring_back(path: Path, name: str) -> Restored:
    """Put the copy in the place of ``path``, which is kept aside. Raises ``ReviewError``."""
    copy = last_copy(path)
    if copy is None:
        raise ReviewError(
            f"there is no sound copy of {name} {path}",
            "Bring back one of your own, or go on with what it still holds: add --as-it-stands.",
        )
    return _replaced(path, copy.path, name)


def go_on(path: Path, name: str) -> Restored:
    """Take ``path`` as it stands for what is there. Raises ``ReviewError`` where it is broken."""
    if not path.is_file():
        raise ReviewError(f"there is no {path}", "Name another, or bring back its copy.")
    return _replaced(path, path, name)


def changes_left(path: Path) -> int | None:
    """How many changes a sound file has; ``None`` where it is not sound."""
    mark = Mark(path)
    try:
        with _opened(path) as db:
            require_pages(db, "quick_check", ())
            there = changes_in(db)
    except (OSError, sqlite3.Error, Unsound):
        return None
    return there if there >= mark.changes else None


def put_aside(path: Path) -> Path | None:
    """Copy ``path`` and its log, for somebody to rescue more from; once each. ``OSError``."""
    if not path.exists():
        return None
    earlier = [path.with_name(f"{path.name}.damaged-{n}") for n in range(1, MOST_ASIDE + 1)]
    for aside in earlier:
        if not aside.exists():
            for suffix in LOGGED:
                if (file := _beside(path, suffix)).exists():
                    shutil.copy2(file, _beside(aside, suffix))
            return aside
        if all(_same(_beside(path, suffix), _beside(aside, suffix)) for suffix in LOGGED):
            return aside
    raise OSError(f"there are {MOST_ASIDE} files {path.name}.damaged-… already: remove some")


def _replaced(path: Path, source: Path, name: str) -> Restored:
    mark = Mark(path)
    known = mark.changes
    try:
        require_alone(path, name)
        aside = put_aside(path)
        with _opened(source) as db, _copied(db, path) as fresh:
            changes = changes_in(db)
            db.close()  # else its log would be taken for that of the new file
            for suffix in ("-wal", "-shm"):
                _beside(path, suffix).unlink(missing_ok=True)
            fresh.replace(path)
        mark.begin(changes)
    except (sqlite3.Error, Unsound) as error:
        raise DamagedError(
            f"{name} {path} cannot be read whole: {error}",
            "Nothing was changed. Bring back its copy without --as-it-stands, or one of your own.",
        ) from error
    except OSError as error:
        raise ReviewError(
            f"{name} {path} cannot be brought back: {error.strerror or error}",
            "Check the rights and the free space of its folder.",
        ) from error
    return Restored(changes, max(0, known - changes), aside)


def require_alone(path: Path, name: str) -> None:
    """Raise ``ReviewError`` where another process has ``path`` open. Windows refuses by itself."""
    if sys.platform == "win32" or not path.exists():
        return
    import fcntl

    with path.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, SHARED_SIZE, SHARED_FIRST)
        except (BlockingIOError, PermissionError):
            raise ReviewError(
                f"{name} {path} is open in another process",
                "End it (summarize review serve, a batch), then try again.",
            ) from None


@contextmanager
def _copied(db: sqlite3.Connection, path: Path) -> Iterator[Path]:
    """A sound copy of ``db`` under a passing name beside ``path``, on the disk. ``Unsound``."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # 0600
    os.close(handle)
    fresh = Path(name)
    try:
        with closing(sqlite3.connect(fresh, isolation_level=None)) as target:
            db.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")  # one file, without a log
            require_pages(target, "quick_check", ())
        with fresh.open("r+b") as file:
            os.fsync(file.fileno())
        yield fresh
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            _beside(fresh, suffix).unlink(missing_ok=True)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    path.stat()  # a file that is missing must not be made
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        yield db


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(f"{path.name}{suffix}")


def _same(one: Path, other: Path) -> bool:
    """Whether both are missing, or of the same size and time."""
    found = [path.stat() if path.exists() else None for path in (one, other)]
    first, second = [(stat.st_size, stat.st_mtime_ns) if stat else None for stat in found]
    return first == second


def _free(path: Path, kind: str) -> Path:
    names = (_beside(path, f".{kind}-{n}") for n in itertools.count(1))
    return next(name for name in names if not name.exists())

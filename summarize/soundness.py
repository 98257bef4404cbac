"""Whether an SQLite file of people's work still holds what it held: cheap at each opening.

Beside the file lies its mark: how many changes have been acknowledged, and the size and time that
the file had when it was last looked through. A file that lost changes (emptied, put back, its log
damaged) has fewer of them than its mark; one that was touched since is looked through again.
"""

import os
import sqlite3
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summarize.own_files import FILE

COUNTER: Final = (
    "CREATE TABLE IF NOT EXISTS commits (number INTEGER NOT NULL, origin TEXT NOT NULL)"
)
"""The table whose one row counts the changes, and tells this file and its copies from others.

A file of a program before it has none.
"""
MAGIC: Final = b"SQLite format 3\0"
SETTLED_NS: Final = 50_000_000
"""A file changed more recently than this may change again without another time."""
TOLD: Final = 3
"""Faults that a message names."""
WAL_HEADER, FRAME_HEADER = 32, 24
_WIDTH: Final = 20
_LINE: Final = _WIDTH + 1


class Unsound(Exception):  # noqa: N818  (it never leaves the room: messages are made of it)
    """What is wrong with a file."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file was when it was looked through: bytes, and nanoseconds since 1970."""

    size: int
    when: int


class Mark:
    """The mark of the database ``path``. One that cannot be read or written says nothing."""

    def __init__(self, path: Path) -> None:
        self.path = path.with_name(f".{path.name}.mark")

    @property
    def changes(self) -> int:
        """How many changes were acknowledged; 0 where nothing is known."""
        return self._numbers()[0]

    @property
    def seen(self) -> Seen:
        """What the file was when it was last found sound."""
        return Seen(*self._numbers()[1:])

    def note_changes(self, number: int) -> None:
        """Acknowledge ``number`` changes, unless another process has acknowledged more."""
        if number > self.changes:
            self._write(0, (number,))

    def note_seen(self, seen: Seen) -> None:
        """Remember that the file, as it was then, is sound."""
        if not self.path.exists():
            self._write(0, (0,))
        self._write(_LINE, (seen.size, seen.when))

    def begin(self, number: int = 0) -> None:
        """Let the file have ``number`` changes, however many were acknowledged before."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        if number:
            self._write(0, (number,))

    def _numbers(self) -> tuple[int, int, int]:
        try:
            data = self.path.read_bytes()[: 3 * _LINE]
            numbers = [int(part) for part in data.split()]
        except (OSError, ValueError):
            return 0, 0, 0
        first, second, third, *_ = [*numbers, 0, 0, 0]
        return first, second, third

    def _write(self, place: int, numbers: Sequence[int]) -> None:
        """At one stroke; a full disk must not make a change fail that is kept already."""
        data = b"".join(b"%0*d\n" % (_WIDTH, number) for number in numbers)
        with suppress(OSError):
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
            handle = os.open(self.path, flags, FILE)
            try:
                os.lseek(handle, place, os.SEEK_SET)
                os.write(handle, data)
            finally:
                os.close(handle)


def count_change(db: sqlite3.Connection) -> int:
    """Count one more change within the transaction that makes it; the new number."""
    db.execute("UPDATE commits SET number = number + 1")
    return changes_in(db)


def changes_in(db: sqlite3.Connection) -> int:
    """How many changes the file has; 0 for a file of a program that did not count."""
    try:
        row = db.execute("SELECT number FROM commits").fetchone()
    except sqlite3.OperationalError:
        return 0
    return row[0] if row and isinstance(row[0], int) else 0


def origin_of(db: sqlite3.Connection) -> str:
    """What a file and its copies have in common; "" for a file of a program without it."""
    try:
        row = db.execute("SELECT origin FROM commits").fetchone()
    except sqlite3.OperationalError:
        return ""
    return str(row[0]) if row else ""


def is_counting(db: sqlite3.Connection) -> bool:
    """Whether the file has a counter."""
    return db.execute("SELECT 1 FROM sqlite_master WHERE name = 'commits'").fetchone() is not None


def begin_counting(db: sqlite3.Connection) -> None:
    """Make the counter in a file that has none."""
    db.execute(COUNTER)
    db.execute(
        "INSERT INTO commits SELECT 0, lower(hex(randomblob(16))) "
        "WHERE NOT EXISTS (SELECT 1 FROM commits)"
    )


def require_whole(path: Path, mark: Mark) -> None:
    """Raise ``Unsound`` where ``path`` is empty or cut off; before SQLite tidies its log away."""
    size = path.stat().st_size
    if size == 0 and (changes := mark.changes):
        raise Unsound(f"it is empty, and {_counted(changes)} had been kept in it")
    with path.open("rb") as file:
        header = file.read(100)
    page_size = int.from_bytes(header[16:18], "big")
    page_size = 65_536 if page_size == 1 else page_size
    if not header.startswith(MAGIC) or page_size < 512 or size % page_size == 0:
        return
    log = path.with_name(f"{path.name}-wal")
    if not _has_page(log, size // page_size + 1, page_size):
        raise Unsound(f"its end is cut off ({size:,} bytes)")


def require_changes(db: sqlite3.Connection, mark: Mark) -> None:
    """Raise ``Unsound`` where the file has fewer changes than were acknowledged."""
    known = mark.changes  # first: others may add changes meanwhile
    if (there := changes_in(db)) < known:
        raise Unsound(f"the last {_counted(known - there)} of {known:,} are no longer in it")


def require_sound(db: sqlite3.Connection, mark: Mark, path: Path, rules: Sequence[str]) -> None:
    """Raise ``Unsound`` where the pages, or the ``rules``, of a file touched meanwhile are broken.

    ``rules`` are queries that find what cannot be. Takes a millisecond for each megabyte.
    """
    found = path.stat()
    seen = Seen(found.st_size, found.st_mtime_ns)
    if seen == mark.seen:
        return
    require_pages(db, "quick_check", rules)
    if time.time_ns() - seen.when > SETTLED_NS:
        mark.note_seen(seen)


def require_pages(db: sqlite3.Connection, check: str, rules: Sequence[str]) -> None:
    """Raise ``Unsound`` where the pragma ``check`` or one of ``rules`` finds a fault."""
    faults = [str(row[0]) for row in db.execute(f"PRAGMA {check}({TOLD})")]
    if faults != ["ok"]:
        raise Unsound("; ".join(" ".join(fault.split()) for fault in faults[:TOLD]))
    for rule in rules:
        if db.execute(rule).fetchone() is not None:
            raise Unsound("some of its texts are destroyed")


def _has_page(log: Path, page: int, page_size: int) -> bool:
    """Whether the write-ahead log has the page: then SQLite takes it from there."""
    try:
        with log.open("rb") as file:
            salt = file.read(WAL_HEADER)[16:24]
            while len(header := file.read(FRAME_HEADER)) == FRAME_HEADER:
                if header[8:16] == salt and int.from_bytes(header[:4], "big") == page:
                    return True
                file.seek(page_size, os.SEEK_CUR)
    except OSError:
        pass
    return False


def _counted(number: int) -> str:
    return f"{number:,} change{'' if number == 1 else 's'}"

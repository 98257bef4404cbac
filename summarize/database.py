"""An SQLite file of people's work: write-ahead log, one schema version, safe for many processes.

Unlike the cache it is never set aside or emptied when something is wrong with it: it is reported.
What is wrong is found at each opening (:mod:`summarize.soundness`); the last good copy is made once
a day, before the first change (:mod:`summarize.copies`).
"""

import sqlite3
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Final

from summarize.copies import is_due, keep_copy, last_copy, put_aside
from summarize.errors import DamagedError, ReviewError
from summarize.own_files import own_file
from summarize.soundness import (
    Mark,
    Unsound,
    begin_counting,
    count_change,
    is_counting,
    require_changes,
    require_pages,
    require_sound,
    require_whole,
)

BUSY_SECONDS: Final = 60.0
"""How long to wait for others; each of them holds the file for milliseconds."""

COPY_PAUSE_SECONDS: Final = 3600.0
"""Between two attempts of one process to copy the file."""


class Database:
    """The file ``path`` with the tables of ``schema``; ``name`` is what messages call it.

    One connection that threads take in turns. Every method raises ``ReviewError`` where the file
    cannot be used or was written by a later ``version`` of the program, ``DamagedError`` where it
    is damaged. ``upgrades`` are scripts that make the tables of the next version from those of an
    earlier one. ``rules`` are queries that find rows that cannot be, ``restore`` is the command
    that brings back the last copy.
    """

    def __init__(
        self,
        path: Path,
        schema: str,
        version: int,
        name: str,
        upgrades: Mapping[int, str] = MappingProxyType({}),
        rules: Sequence[str] = (),
        restore: str = "",
    ) -> None:
        self.path = path
        self._schema = schema
        self._upgrades = upgrades
        self._version = version
        self._name = name
        self._rules = rules
        self._restore = restore
        self._mark = Mark(path)
        self._next_copy = 0.0
        self._file: tuple[int, int] | None = None
        self._turn = threading.RLock()
        self._connection: sqlite3.Connection | None = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The state of one moment, whatever others write meanwhile."""
        with self._transaction("BEGIN") as db:
            yield db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """All of the block is kept, or nothing; others wait from its beginning to its end."""
        number = 0
        self._keep_copy()
        with self._transaction("BEGIN IMMEDIATE") as db:
            before = db.total_changes
            yield db
            if db.total_changes != before:
                number = count_change(db)
        self._mark.note_changes(number)

    def examine(self, statements: Sequence[str] = ()) -> None:
        """Look through every page, row and index. Raises ``DamagedError``, ``ReviewError``.

        ``statements`` are further checks, which fail where something is wrong.
        """
        with self.reading() as db:
            require_pages(db, "integrity_check", self._rules)
        with self._turn, self._errors():
            for statement in statements:
                self._open().execute(statement)

    def _keep_copy(self) -> None:
        """Where it cannot be made it is tried again later, not at each change."""
        with self._turn, self._errors():
            due = time.monotonic() >= self._next_copy and is_due(self.path)
            if due and keep_copy(self._open(), self.path):
                self._next_copy = time.monotonic() + COPY_PAUSE_SECONDS

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._turn:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._turn, self._errors():
            db = self._open()
            db.execute(begin)
            try:
                yield db
                db.execute("COMMIT")
            finally:
                if db.in_transaction:
                    db.execute("ROLLBACK")

    def _open(self) -> sqlite3.Connection:
        if self._connection is not None and self._file != _identity(self.path):
            self.close()  # it was moved away or replaced: what is kept in it would be lost
        if self._connection is None:
            if not self.path.exists():
                self._mark.begin()
            own_file(self.path)
            require_whole(self.path, self._mark)
            db = sqlite3.connect(
                self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            try:
                self._prepare(db)
            except BaseException:
                db.close()
                raise
            self._connection, self._file = db, _identity(self.path)
        return self._connection

    def _prepare(self, db: sqlite3.Connection) -> None:
        known = _schema_of(db) == self._version and is_counting(db)
        if not known or _pragma(db, "journal_mode") != "wal":
            self._create(db)
        self._require_sound(db)
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = FULL")  # what a person has done outlives a power failure

    def _require_sound(self, db: sqlite3.Connection) -> None:
        log = self.path.with_name(f"{self.path.name}-wal")
        try:
            require_changes(db, self._mark)
        except Unsound:
            if log.exists() and log.stat().st_size:  # SQLite removes it once all have closed it
                put_aside(self.path)
            raise
        require_sound(db, self._mark, self.path, self._rules)

    def _create(self, db: sqlite3.Connection) -> None:
        """Make the tables. SQLite does not wait for others when it turns to WAL, so a lock does."""
        from filelock import FileLock

        lock = self.path.with_name(f".{self.path.name}.lock")
        with FileLock(lock, timeout=BUSY_SECONDS):
            found = _schema_of(db)
            while found in self._upgrades:
                _run(db, self._upgrades[found], found + 1)
                found += 1
            if found not in (0, self._version):
                raise ReviewError(
                    f"{self._name} {self.path} has schema {found}, "
                    f"this program reads {self._version}",
                    "Use the version of summarize that wrote it.",
                )
            if not found:
                _run(db, self._schema, self._version)
            begin_counting(db)
            db.execute("PRAGMA journal_mode = WAL")
            with suppress(OSError):  # whoever still waits for it finds everything done
                lock.unlink()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except Unsound as error:
            raise self._damaged(error) from error
        except (sqlite3.OperationalError, OSError) as error:
            if _is_foreign(error):
                raise self._damaged(error) from error
            raise ReviewError(
                f"{self._name} {self.path} cannot be used: {error}",
                "Check the rights and the free space of its folder.",
            ) from error
        except sqlite3.DatabaseError as error:
            if type(error) is not sqlite3.DatabaseError:  # a mistake of ours, not of the file
                raise
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> DamagedError:
        copy = last_copy(self.path)
        if copy is None:
            hint = (
                "There is no copy that the program made. Bring back one of your own, or go on with "
                f"what it still holds: {self._restore} --as-it-stands"
            )
        else:
            hint = (
                f"Bring back the copy of {copy.when:%Y-%m-%d %H:%M} ({copy.changes:,} changes): "
                f"{self._restore}\nWhat is there now is kept aside. To go on with what it still "
                "holds, add --as-it-stands."
            )
        return DamagedError(f"{self._name} {self.path} is damaged: {error}", hint)


def _is_foreign(error: Exception) -> bool:
    """Whether tables or columns are missing, or texts are none: the disk is not at fault."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return isinstance(error, sqlite3.OperationalError) and code == sqlite3.SQLITE_ERROR


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _run(db: sqlite3.Connection, script: str, version: int) -> None:
    """All of ``script``, and the number of the schema that it makes, or nothing."""
    db.executescript(f"BEGIN;{script};PRAGMA user_version = {version};COMMIT")


def _schema_of(db: sqlite3.Connection) -> int:
    return int(str(_pragma(db, "user_version")))


def _pragma(db: sqlite3.Connection, name: str) -> object:
    return db.execute(f"PRAGMA {name}").fetchone()[0]

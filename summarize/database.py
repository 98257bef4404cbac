"""An SQLite file of people's work: write-ahead log, one schema version, safe for many processes.

Unlike the cache it is never set aside or emptied when something is wrong with it: it is reported.
"""

import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Final

from summarize.errors import ReviewError
from summarize.own_files import own_file

BUSY_SECONDS: Final = 60.0
"""How long to wait for others; each of them holds the file for milliseconds."""


class Database:
    """The file ``path`` with the tables of ``schema``; ``name`` is what messages call it.

    One connection that threads take in turns. Every method raises ``ReviewError`` where the file
    cannot be used, is damaged, or was written by a later ``version`` of the program. ``upgrades``
    are scripts that make the tables of the next version from those of an earlier one.
    """

    def __init__(
        self,
        path: Path,
        schema: str,
        version: int,
        name: str,
        upgrades: Mapping[int, str] = MappingProxyType({}),
    ) -> None:
        self.path = path
        self._schema = schema
        self._upgrades = upgrades
        self._version = version
        self._name = name
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
        with self._transaction("BEGIN IMMEDIATE") as db:
            yield db

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
        if self._connection is None:
            own_file(self.path)
            db = sqlite3.connect(
                self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            try:
                self._prepare(db)
            except BaseException:
                db.close()
                raise
            self._connection = db
        return self._connection

    def _prepare(self, db: sqlite3.Connection) -> None:
        if _schema_of(db) != self._version or _pragma(db, "journal_mode") != "wal":
            self._create(db)
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = FULL")  # what a person has done outlives a power failure

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
            db.execute("PRAGMA journal_mode = WAL")
            with suppress(OSError):  # whoever still waits for it finds everything done
                lock.unlink()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.OperationalError, OSError) as error:
            raise ReviewError(
                f"{self._name} {self.path} cannot be used: {error}",
                "Check the rights and the free space of its folder.",
            ) from error
        except sqlite3.DatabaseError as error:
            if type(error) is not sqlite3.DatabaseError:  # a mistake of ours, not of the file
                raise
            raise ReviewError(
                f"{self._name} {self.path} is damaged: {error}",
                "Bring back a copy of it, or move it away to begin anew.",
            ) from error


def _run(db: sqlite3.Connection, script: str, version: int) -> None:
    """All of ``script``, and the number of the schema that it makes, or nothing."""
    db.executescript(f"BEGIN;{script};PRAGMA user_version = {version};COMMIT")


def _schema_of(db: sqlite3.Connection) -> int:
    return int(str(_pragma(db, "user_version")))


def _pragma(db: sqlite3.Connection, name: str) -> object:
    return db.execute(f"PRAGMA {name}").fetchone()[0]

"""The SQLite store: write-ahead log, safe for many processes, pruned by least recent use."""

import itertools
import sqlite3
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from summarize.errors import CacheError
from summarize.own_files import own_file

if TYPE_CHECKING:
    from filelock import BaseFileLock

T = TypeVar("T")

FILE_NAME = "results.sqlite"
BUSY_SECONDS = 20.0
TOUCH_AFTER_SECONDS = 3600.0
"""An entry's time of use is only rewritten after this long, so that most reads write nothing."""
VARIABLES = 500
"""Placeholders in one statement; SQLite allows at least 999."""
ROOM_AFTER_PRUNING = 0.9

CREATE = """
CREATE TABLE IF NOT EXISTS entries (
  digest TEXT PRIMARY KEY, stage TEXT NOT NULL, value TEXT NOT NULL,
  checksum INTEGER NOT NULL, used REAL NOT NULL);
CREATE INDEX IF NOT EXISTS entries_by_use ON entries (used);
"""
COLUMNS = (("digest", 1), ("stage", 0), ("value", 0), ("checksum", 0), ("used", 0))
"""Names, and the place of each in the primary key."""


@dataclass(frozen=True, slots=True)
class Stats:
    """What the store holds; ``entries`` counts by stage, ``size`` is in bytes on disk."""

    path: Path
    entries: Mapping[str, int]
    size: int
    limit: int


@dataclass(frozen=True, slots=True)
class Damage:
    """An entry whose value no longer matches its checksum, or is no text."""

    digest: str
    stage: str


class Store:
    """Text values under digests in ``folder``, at most ``limit`` bytes of them.

    A damaged file is set aside under another name and reported through ``notify``; the store
    goes on empty. Raises ``CacheError`` where the folder or the disk refuses.
    """

    def __init__(
        self, folder: Path, limit: int = 500_000_000, notify: Callable[[str], None] = print
    ) -> None:
        self.path = folder / FILE_NAME
        self._limit = limit
        self._notify = notify
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None

    def get_many(self, digests: Sequence[str]) -> dict[str, str]:
        """Values by digest; what is missing or damaged is left out. Marks them as used."""
        if not self.path.exists():
            return {}
        return self._attempt(lambda db: self._read(db, digests), default={})

    def put_many(self, stage: str, values: Mapping[str, str]) -> None:
        """Keep all ``values`` in one transaction, then prune if the store grew over its limit."""
        if values:
            self._attempt(lambda db: self._write(db, stage, values), default=None)

    def stats(self) -> Stats:
        """Count entries by stage and measure the file."""
        count = "SELECT CAST(stage AS TEXT), COUNT(*) FROM entries GROUP BY 1 ORDER BY 1"
        nothing: dict[str, int] = {}
        entries = self._attempt(lambda db: dict(db.execute(count).fetchall()), nothing)
        return Stats(self.path, entries, self._size_on_disk(), self._limit)

    def clear(self) -> int:
        """Remove every entry; returns how many there were."""
        return self._attempt(lambda db: self._delete(db, "DELETE FROM entries", ()), default=0)

    def prune(self, limit: int | None = None) -> int:
        """Remove the least recently used until the rest fit ``limit`` bytes; returns how many."""
        bound = self._limit if limit is None else limit
        return self._attempt(lambda db: self._evict(db, bound), default=0)

    def verify(self) -> list[Damage]:
        """Compare every value with its checksum; remove and return those that differ."""
        return self._attempt(self._check, default=[])

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    # -- statements -----------------------------------------------------------------------------

    def _read(self, db: sqlite3.Connection, digests: Sequence[str]) -> dict[str, str]:
        now, found = time.time(), {}
        for chunk in _chunks(digests):
            marks = ",".join("?" * len(chunk))
            query = f"SELECT digest, value, checksum, used FROM entries WHERE digest IN ({marks})"  # noqa: S608
            stale = []
            for digest, value, checksum, used in db.execute(query, chunk):
                if _is_sound_value(value, checksum):
                    found[digest] = value
                    if not isinstance(used, float) or used < now - TOUCH_AFTER_SECONDS:
                        stale.append((now, digest))
            if stale:
                db.executemany("UPDATE entries SET used = ? WHERE digest = ?", stale)
                db.commit()
        return found

    def _write(self, db: sqlite3.Connection, stage: str, values: Mapping[str, str]) -> None:
        now = time.time()
        rows = [(d, stage, value, _checksum(value), now) for d, value in values.items()]
        with db:
            db.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?)", rows)
        if _used_bytes(db) > self._limit:
            self._evict(db, int(self._limit * ROOM_AFTER_PRUNING))

    def _evict(self, db: sqlite3.Connection, limit: int) -> int:
        excess, victims = _used_bytes(db) - limit, []
        oldest = db.execute(
            "SELECT digest, LENGTH(CAST(value AS BLOB)) + 200 FROM entries ORDER BY used, rowid"
        )
        for digest, size in oldest:
            if excess <= 0:
                break
            victims.append((digest,))
            excess -= size
        with db:
            db.executemany("DELETE FROM entries WHERE digest = ?", victims)
        return len(victims)

    def _delete(self, db: sqlite3.Connection, statement: str, values: tuple[str, ...]) -> int:
        with db:
            count = db.execute(statement, values).rowcount
        db.execute("VACUUM")
        return count

    def _check(self, db: sqlite3.Connection) -> list[Damage]:
        db.execute("BEGIN IMMEDIATE")  # fails at once where nothing can be written
        if (verdict := db.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            raise sqlite3.DatabaseError(verdict)
        rows = db.execute("SELECT digest, stage, value, checksum FROM entries")
        damaged = [
            (d, Damage(str(d), str(stage)))
            for d, stage, value, checksum in rows
            if not _is_sound_value(value, checksum)
        ]
        with db:  # ends the transaction
            db.executemany("DELETE FROM entries WHERE digest IS ?", [(d,) for d, _ in damaged])
        return [damage for _, damage in damaged]

    # -- the file -------------------------------------------------------------------------------

    def _attempt(self, work: Callable[[sqlite3.Connection], T], default: T) -> T:
        """Run ``work``; a damaged file is set aside and ``default`` returned."""
        with self._lock:
            try:
                return work(self._open())
            except (sqlite3.OperationalError, OSError) as error:
                raise _refused(self.path, error) from error
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                self._set_aside(error)
                return default

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            own_file(self.path)
            self._connection = _connect(self.path)
        return self._connection

    def _set_aside(self, error: Exception) -> None:
        """Rename the damaged file, unless another process has already put a sound one there."""
        self.close()
        with _file_lock(self.path), _oserrors(self.path):
            if _is_sound(self.path):
                return
            target = _free_name(self.path)
            self.path.replace(target)
            for suffix in ("-wal", "-shm"):
                Path(f"{self.path}{suffix}").unlink(missing_ok=True)
        self._notify(f"The cache was damaged ({error}); set aside as {target}, starting empty.")

    def _size_on_disk(self) -> int:
        files = (Path(f"{self.path}{suffix}") for suffix in ("", "-wal"))
        return sum(file.stat().st_size for file in files if file.exists())


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False)
    try:
        if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'entries'").fetchone():
            _require_own(db)  # before anything is made in it
        if db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            _initialise(db, path)
        _require_own(db)
        db.text_factory = _text
        db.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        db.close()
        raise
    return db


def _initialise(db: sqlite3.Connection, path: Path) -> None:
    """Make the tables. SQLite does not wait for others when it turns to WAL, so a lock does."""
    with _file_lock(path):
        db.executescript(CREATE)
        db.execute("PRAGMA journal_mode = WAL")


def _file_lock(path: Path) -> "BaseFileLock":
    from filelock import FileLock

    return FileLock(path.with_suffix(".lock"), timeout=BUSY_SECONDS)


def _is_sound(path: Path) -> bool:
    if not path.exists() or path.stat().st_size == 0:
        return True
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as db:
            _require_own(db)
            return bool(db.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False


def _require_own(db: sqlite3.Connection) -> None:
    """Raise ``sqlite3.DatabaseError`` where the file has other tables than this program makes."""
    columns = tuple((row[1], row[5]) for row in db.execute("PRAGMA table_info(entries)"))
    strange = "SELECT 1 FROM sqlite_master WHERE type IN ('trigger', 'view') LIMIT 1"
    if columns != COLUMNS or db.execute(strange).fetchone() is not None:
        raise sqlite3.DatabaseError("its tables are not those of this program")


def _text(data: bytes) -> str:
    """What cannot be decoded has another checksum afterwards."""
    return data.decode("utf-8", "replace")


def _is_sound_value(value: object, checksum: object) -> bool:
    """Whether ``value`` is what was written: SQLite keeps any type in any column."""
    return isinstance(value, str) and _checksum(value) == checksum


def _used_bytes(db: sqlite3.Connection) -> int:
    """Bytes in use, from the page counters: constant time however many entries there are."""
    pages, free, size = (
        db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)


def _checksum(value: str) -> int:
    return zlib.crc32(value.encode("utf-8", "surrogatepass"))


def _chunks(digests: Sequence[str]) -> Iterator[Sequence[str]]:
    return (digests[i : i + VARIABLES] for i in range(0, len(digests), VARIABLES))


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.name}.broken-{n}") for n in itertools.count(1))
    return next(name for name in names if not name.exists())


def _refused(path: Path, error: Exception) -> CacheError:
    return CacheError(
        f"the cache at {path} cannot be used: {error}",
        "Check the rights and free space of that folder, choose another with "
        "SUMMARIZE_CACHE_DIR, or go without by --no-cache.",
    )


@contextmanager
def _oserrors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _refused(path, error) from error

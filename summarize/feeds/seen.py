"""What is known of feeds between two runs: their last answers, the items seen, the stories told.

An SQLite file beside the journal of the batch. All in it can be fetched again, so a damaged one is
set aside, and the next look begins anew.
"""

import sqlite3
import threading
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, TypeVar

from summarize.articles.fetch import Fetched, Validators
from summarize.errors import OutputError
from summarize.feeds.similar import KEPT, Sketch

T = TypeVar("T")
FILE: Final = "feeds.sqlite"
SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS answers (address TEXT PRIMARY KEY, data BLOB, content_type TEXT,
    charset TEXT, place TEXT, etag TEXT, modified TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS items (id TEXT PRIMARY KEY, version TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stories (number INTEGER PRIMARY KEY, id TEXT UNIQUE, digests BLOB,
    figures TEXT, whole INTEGER);
"""
DROP_OLD: Final = "DELETE FROM stories WHERE number <= (SELECT MAX(number) FROM stories) - ?"


class Seen:
    """The file ``path``; what it cannot keep raises ``OutputError``.

    ``notify`` is told where a damaged file was set aside. With ``keep`` false nothing is written,
    as for a dry run. Threads take turns.
    """

    def __init__(self, path: Path, notify: Callable[[str], None], *, keep: bool = True) -> None:
        self._path = path
        self._notify = notify
        self._keep = keep
        self._turn = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def answer(self, address: str) -> Fetched | None:
        """The last answer of ``address`` that was kept."""
        fields = "data, content_type, charset, place, etag, modified"
        query = f"SELECT {fields} FROM answers WHERE address = ?"  # noqa: S608
        row = self._attempt(lambda db: db.execute(query, (address,)).fetchone())
        if row is None:
            return None
        data, content_type, charset, place, *known = row
        return Fetched(data, content_type, charset, place, Validators(*known))

    def keep_answer(self, address: str, found: Fetched) -> None:
        """Keep ``found`` as the last answer of ``address``."""
        row = (address, found.data, found.content_type, found.charset, found.address)
        values = (*row, found.validators.etag, found.validators.modified)
        self._write("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    def version(self, item: str) -> str:
        """The version of the item with that id when it was last settled, "" for one not seen."""
        query = "SELECT version FROM items WHERE id = ?"
        row = self._attempt(lambda db: db.execute(query, (item,)).fetchone())
        return str(row[0]) if row else ""

    def note(self, item: str, version: str) -> None:
        """Keep that the item was settled in that version."""
        self._write("INSERT OR REPLACE INTO items VALUES (?, ?)", (item, version))

    def note_story(self, item: str, told: Sketch) -> None:
        """Keep how the story of the item is told."""
        values = (item, array("Q", told.digests).tobytes(), " ".join(told.figures), told.whole)
        statement = (
            "INSERT OR REPLACE INTO stories (id, digests, figures, whole) VALUES (?, ?, ?, ?)"
        )
        self._write(statement, values)

    def stories(self) -> list[tuple[str, Sketch]]:
        """The latest stories with the ids of their items, the earliest first."""
        query = "SELECT id, digests, figures, whole FROM stories ORDER BY number DESC LIMIT ?"
        rows = self._attempt(lambda db: db.execute(query, (KEPT,)).fetchall()) or []
        return [(own, _sketch(*told)) for own, *told in reversed(rows)]

    def close(self) -> None:
        """Close the file, without the stories that nobody looks through any more."""
        with self._turn:
            if self._connection is not None:
                with suppress(sqlite3.Error):
                    if self._keep:
                        self._connection.execute(DROP_OLD, (KEPT,))
                    self._connection.close()
                self._connection = None

    def _write(self, statement: str, values: tuple[object, ...]) -> None:
        if self._keep:
            self._attempt(lambda db: db.execute(statement, values))

    def _attempt(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        """Do ``work``; ``None`` where the file turns out to be damaged."""
        with self._turn, self._errors():
            try:
                return work(self._open())
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError as error:
                self._set_aside(error)
                return None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            place = self._path if self._keep or self._path.exists() else ":memory:"
            db = sqlite3.connect(place, isolation_level=None, check_same_thread=False)
            try:
                if self._keep:
                    db.execute("PRAGMA journal_mode = WAL")
                    db.execute("PRAGMA synchronous = NORMAL")
                db.executescript(SCHEMA)
            except BaseException:
                db.close()
                raise
            self._connection = db
        return self._connection

    def _set_aside(self, error: sqlite3.DatabaseError) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._keep:
            target = self._path.with_name(f"{self._path.name}.broken")
            self._path.replace(target)
            self._notify(
                f"What was known of the feeds was damaged ({error}); set aside as {target}, "
                "and all of them are looked at anew."
            )

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise OutputError(
                f"{self._path} cannot be used: {error}",
                "Check the rights and the free space of the output folder.",
            ) from error


def _sketch(digests: bytes, figures: str, whole: int) -> Sketch:
    kept = array("Q")
    kept.frombytes(digests[: len(digests) // kept.itemsize * kept.itemsize])
    return Sketch(tuple(kept), frozenset(figures.split()), bool(whole))

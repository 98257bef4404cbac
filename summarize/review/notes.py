"""Notes of colleagues on a segment: kept beside its texts, and no part of them."""

import sqlite3
from dataclasses import dataclass
from typing import Final

NOTES: Final = """
CREATE TABLE notes (
  number INTEGER PRIMARY KEY, article TEXT NOT NULL, id TEXT NOT NULL, who TEXT NOT NULL,
  at TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX notes_by_segment ON notes (article, id);
"""
_OF_NOTE: Final = "number, article, id, who, at, text"


@dataclass(frozen=True, slots=True)
class Note:
    """What ``who`` wrote at ``when`` (ISO 8601, UTC) on a segment; ``number`` identifies it."""

    number: int
    article: str
    id: str
    who: str
    when: str
    text: str

    @property
    def told(self) -> str:
        """With its author and day, as exchange files without a place for these have it."""
        return f"{self.who}, {self.when[:10]}: {self.text}"


def notes_on(db: sqlite3.Connection, article: str) -> list[Note]:
    """Every note on segments of an article, in the order in which they came."""
    query = f"SELECT {_OF_NOTE} FROM notes WHERE article = ? ORDER BY number"  # noqa: S608
    return [Note(*row) for row in db.execute(query, (article,))]


def add_note(
    db: sqlite3.Connection, article: str, segment: str, who: str, when: str, text: str
) -> None:
    """Keep a note."""
    values = (article, segment, who, when, text)
    db.execute("INSERT INTO notes (article, id, who, at, text) VALUES (?, ?, ?, ?, ?)", values)


def remove_note(db: sqlite3.Connection, number: int, who: str) -> None:
    """Take a note away, if ``who`` wrote it."""
    db.execute("DELETE FROM notes WHERE number = ? AND who = ?", (number, who))

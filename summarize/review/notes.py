"""Notes of colleagues on a segment: kept beside its texts, and no part of them.

A note is on an English sentence of an article, and goes with it where new results put it elsewhere.
"""

import sqlite3
from dataclasses import dataclass
from typing import Final

NOTES: Final = """
CREATE TABLE notes (
  number INTEGER PRIMARY KEY, article TEXT NOT NULL, source TEXT NOT NULL, who TEXT NOT NULL,
  at TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX notes_by_source ON notes (article, source);
"""
_SELECT: Final = """
SELECT n.number, n.article, s.id, n.who, n.at, n.text FROM notes AS n
JOIN segments AS s ON s.article = n.article AND s.source = n.source
WHERE n.article = ? AND s.position IS NOT NULL ORDER BY n.number
"""


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
    """Every note on segments that the results have of an article, in the order they came in."""
    return [Note(*row) for row in db.execute(_SELECT, (article,))]


def add_note(
    db: sqlite3.Connection, article: str, source: str, who: str, when: str, text: str
) -> None:
    """Keep a note on the English sentence ``source``."""
    values = (article, source, who, when, text)
    db.execute("INSERT INTO notes (article, source, who, at, text) VALUES (?, ?, ?, ?, ?)", values)


def remove_note(db: sqlite3.Connection, number: int, who: str) -> None:
    """Take a note away, if ``who`` wrote it."""
    db.execute("DELETE FROM notes WHERE number = ? AND who = ?", (number, who))

"""The tables of a translation memory, and how its entries are read and written."""

import sqlite3
from typing import Final

from summarize.memory.records import Entry, exact_key, fuzzy_key

VERSION: Final = 1
SCHEMA: Final = """
CREATE TABLE entries (
  id INTEGER PRIMARY KEY, exact TEXT NOT NULL, fuzzy TEXT NOT NULL, source TEXT NOT NULL,
  target TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL, article TEXT NOT NULL,
  UNIQUE (exact, target, article));
CREATE VIRTUAL TABLE words USING fts5 (
  fuzzy, content = 'entries', content_rowid = 'id', detail = none,
  tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE frequencies USING fts5vocab (words, 'row');
CREATE TRIGGER entry_added AFTER INSERT ON entries BEGIN
  INSERT INTO words (rowid, fuzzy) VALUES (new.id, new.fuzzy);
END;
CREATE TRIGGER entry_removed AFTER DELETE ON entries BEGIN
  INSERT INTO words (words, rowid, fuzzy) VALUES ('delete', old.id, old.fuzzy);
END
"""
RULES: Final = (
    "SELECT 1 FROM entries WHERE typeof(source) <> 'text' OR typeof(target) <> 'text' "
    "OR typeof(who) <> 'text' OR typeof(article) <> 'text' LIMIT 1",
)
"""What finds rows that cannot be."""
EXAMINE: Final = ("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)",)
"""What fails where the index of words is not that of the entries."""
FIELDS: Final = "source, target, who, at, article"


def insert(db: sqlite3.Connection, entry: Entry) -> bool:
    """Keep ``entry`` unless the memory has it; whether it was new."""
    done = db.execute(
        f"INSERT OR IGNORE INTO entries (exact, fuzzy, {FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        (
            exact_key(entry.source),
            fuzzy_key(entry.source),
            entry.source,
            entry.target,
            entry.who,
            entry.when,
            entry.article,
        ),
    )
    return done.rowcount > 0


def withdraw(db: sqlite3.Connection, article: str, source: str, spared: str = "") -> int:
    """Remove what was approved for a sentence of one article; how many entries that were.

    The Khmer that is ``spared`` stays.
    """
    query = "DELETE FROM entries WHERE exact = ? AND article = ? AND target <> ?"
    return db.execute(query, (exact_key(source), article, spared)).rowcount


def latest(db: sqlite3.Connection, source: str) -> Entry | None:
    """What was last approved for the sentence ``source``, in any article."""
    query = f"SELECT {FIELDS} FROM entries WHERE exact = ? ORDER BY id DESC LIMIT 1"  # noqa: S608
    row = db.execute(query, (exact_key(source),)).fetchone()
    return None if row is None else Entry(*row)

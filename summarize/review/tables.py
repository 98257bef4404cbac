"""The tables of a review, and how a segment is read from them and written to them.

Every version of a segment has a row in ``changes``, so that what ``segments`` overwrites is still
there. A segment without a ``position`` is no longer in the results: it is kept, and not shown.
``opened`` has the texts, not the segments, that people have had before them: so it lapses with a
change of either text, and holds again where that is taken back or the sentence moves. ``effort``
has how long people worked on an English sentence, in seconds, without their names.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from summarize.review.distance import post_edit_distance
from summarize.review.notes import NOTES
from summarize.review.records import Change, Reviewed, State, approval

VERSION: Final = 5
_OPENED: Final = """
CREATE TABLE opened (
  article TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL,
  PRIMARY KEY (article, source, target)) WITHOUT ROWID
"""
_NOTE: Final = "ALTER TABLE changes ADD COLUMN note TEXT NOT NULL DEFAULT ''"
_EFFORT: Final = """
CREATE TABLE effort (
  article TEXT NOT NULL, source TEXT NOT NULL, seconds REAL NOT NULL,
  PRIMARY KEY (article, source)) WITHOUT ROWID
"""
UPGRADES: Final[Mapping[int, str]] = {1: _OPENED, 2: _NOTE, 3: _EFFORT, 4: NOTES}
"""From an earlier version of the tables to the next; who had opened what was not kept in 1."""
SCHEMA: Final = f"""
CREATE TABLE articles (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, source TEXT NOT NULL, result TEXT NOT NULL);
CREATE TABLE segments (
  article TEXT NOT NULL REFERENCES articles (id), id TEXT NOT NULL, position INTEGER,
  source TEXT NOT NULL, draft TEXT NOT NULL, target TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'needs-work', 'edited', 'approved')),
  approval TEXT NOT NULL, version INTEGER NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (article, id));
CREATE TABLE changes (
  article TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, who TEXT NOT NULL,
  at TEXT NOT NULL, state TEXT NOT NULL, source TEXT NOT NULL, draft TEXT NOT NULL,
  target TEXT NOT NULL, distance REAL NOT NULL, restores INTEGER, note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (article, id, version),
  FOREIGN KEY (article, id) REFERENCES segments (article, id));
CREATE INDEX changes_by_source ON changes (article, source);
CREATE TABLE readings (stamp TEXT PRIMARY KEY);
{_OPENED};{_EFFORT};{NOTES}"""

RULES: Final = (
    "SELECT 1 FROM articles WHERE typeof(result) <> 'text' "
    "OR instr(CAST(result AS BLOB), x'00') LIMIT 1",
    "SELECT 1 FROM segments WHERE typeof(source) <> 'text' OR typeof(draft) <> 'text' "
    "OR typeof(target) <> 'text' OR typeof(version) <> 'integer' OR typeof(who) <> 'text' LIMIT 1",
)
"""What finds rows that cannot be: in JSON there is no zero byte."""

_COLUMNS: Final = "article, id, source, draft, target, state, version, who, at, approval"
_SELECT: Final = (
    f"SELECT {', '.join(f's.{name}' for name in _COLUMNS.split(', '))}, "  # noqa: S608  (constants)
    "EXISTS (SELECT 1 FROM opened AS o WHERE o.article = s.article AND o.source = s.source "
    "AND o.target = s.target) FROM segments AS s"
)
_OF_CHANGE: Final = "version, who, at, state, target, distance, source, note"


def find(db: sqlite3.Connection, article: str, segment: str) -> Reviewed | None:
    """The segment as it stands, also when it is no longer in the results."""
    row = db.execute(f"{_SELECT} WHERE s.article = ? AND s.id = ?", (article, segment)).fetchone()
    return None if row is None else _reviewed(row)


def standing(db: sqlite3.Connection, article: str | None) -> Iterator[Reviewed]:
    """The segments that the results have, of one article or of all, in order."""
    rows = db.execute(
        f"{_SELECT} JOIN articles AS a ON a.id = s.article "
        "WHERE s.position IS NOT NULL AND (?1 IS NULL OR s.article = ?1) "
        "ORDER BY a.rowid, s.position",
        (article,),
    )
    return map(_reviewed, rows)


def is_there(db: sqlite3.Connection, article: str, segment: str) -> bool:
    """Whether the results have the segment."""
    query = "SELECT 1 FROM segments WHERE article = ? AND id = ? AND position IS NOT NULL"
    return db.execute(query, (article, segment)).fetchone() is not None


def insert(db: sqlite3.Connection, segment: Reviewed, position: int) -> None:
    """Keep a segment that was not known, and its first version."""
    db.execute(
        f"INSERT INTO segments ({_COLUMNS}, position) VALUES (?,?,?,?,?,?,?,?,?,?,?)",  # noqa: S608
        (*_row(segment), position),
    )
    _record(db, segment, None)


def update(
    db: sqlite3.Connection, segment: Reviewed, restores: int | None = None, note: str = ""
) -> None:
    """Keep a new version; ``restores`` is the earlier version that it brings back."""
    _, _, *values = _row(segment)
    db.execute(
        "UPDATE segments SET source = ?, draft = ?, target = ?, state = ?, version = ?, who = ?, "
        "at = ?, approval = ? WHERE article = ? AND id = ?",
        (*values, segment.article, segment.id),
    )
    _record(db, segment, restores, note)


def note_opened(db: sqlite3.Connection, segment: Reviewed) -> None:
    """Keep that somebody has had these texts before them."""
    values = (segment.article, segment.source, segment.target)
    db.execute("INSERT OR IGNORE INTO opened VALUES (?, ?, ?)", values)


def note_effort(db: sqlite3.Connection, segment: Reviewed, seconds: float) -> None:
    """Add ``seconds`` to what the English sentence has taken in its article."""
    db.execute(
        "INSERT INTO effort VALUES (?1, ?2, ?3) "
        "ON CONFLICT (article, source) DO UPDATE SET seconds = seconds + ?3",
        (segment.article, segment.source, seconds),
    )


def effort(db: sqlite3.Connection) -> dict[tuple[str, str], float]:
    """The seconds that each English sentence has taken, by article and sentence."""
    rows = db.execute("SELECT article, source, seconds FROM effort")
    return {(article, source): seconds for article, source, seconds in rows}


def changes(db: sqlite3.Connection, article: str, segment: str) -> list[Change]:
    """Every version of the segment, the first one first."""
    query = f"SELECT {_OF_CHANGE} FROM changes WHERE article = ? AND id = ? ORDER BY version"  # noqa: S608
    return [Change(*row) for row in db.execute(query, (article, segment))]


def restored(db: sqlite3.Connection, article: str, segment: str, version: int) -> int | None:
    """The earlier version that ``version`` brought back, ``None`` where it was no undoing."""
    query = "SELECT restores FROM changes WHERE article = ? AND id = ? AND version = ?"
    row = db.execute(query, (article, segment, version)).fetchone()
    return None if row is None or row[0] is None else int(row[0])


def last_work(db: sqlite3.Connection, article: str, source: str) -> tuple[str, State, str] | None:
    """The text, state and author that people last gave an English sentence, under any id."""
    row = db.execute(
        "SELECT target, state, who FROM changes WHERE article = ? AND source = ? AND who <> '' "
        "ORDER BY rowid DESC LIMIT 1",
        (article, source),
    ).fetchone()
    return None if row is None or row[1] == "draft" else row


def _record(
    db: sqlite3.Connection, segment: Reviewed, restores: int | None, note: str = ""
) -> None:
    db.execute(
        "INSERT INTO changes (article, id, version, who, at, state, source, draft, target, "
        "distance, restores, note) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            segment.article,
            segment.id,
            segment.version,
            segment.who,
            segment.when,
            segment.state,
            segment.source,
            segment.draft,
            segment.target,
            post_edit_distance(segment.draft, segment.target),
            restores,
            note,
        ),
    )


def _row(segment: Reviewed) -> tuple[str | int, ...]:
    bound = approval(segment.source, segment.target) if segment.state == "approved" else ""
    return (
        segment.article,
        segment.id,
        segment.source,
        segment.draft,
        segment.target,
        segment.state,
        segment.version,
        segment.who,
        segment.when,
        bound,
    )


def _reviewed(row: tuple[str, str, str, str, str, State, int, str, str, str, int]) -> Reviewed:
    """An approval that is bound to other texts than these has lapsed."""
    segment, bound = Reviewed(*row[:9], opened=bool(row[10])), row[9]
    if segment.state != "approved" or bound == approval(segment.source, segment.target):
        return segment
    return replace(segment, state="draft" if segment.target == segment.draft else "edited")

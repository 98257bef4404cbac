"""The translation memory in one SQLite file, for all articles of a user."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summarize.database import Database
from summarize.khmer.normalise import draft_text
from summarize.memory import tables
from summarize.memory.records import Entry, Judged, Match, fuzzy_key
from summarize.memory.similar import similar

NAME: Final = "the translation memory"
"""What messages call it."""
MOST: Final = 10
LEAST: Final = 0.7
"""Below it, changing a match takes longer than translating anew."""


@dataclass(frozen=True, slots=True)
class Stats:
    """What a memory holds: entries, distinct English sentences, and bytes on disk."""

    path: Path
    entries: int
    sentences: int
    articles: int
    size: int


class Memory:
    """Approved pairs in the file ``path``, which is made when the first is added.

    Every method may raise ``ReviewError``.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._database = Database(
            path,
            tables.SCHEMA,
            tables.VERSION,
            NAME,
            rules=tables.RULES,
            restore="summarize memory restore",
        )

    # -- looking up -----------------------------------------------------------------------------

    def exact(self, sources: Sequence[str]) -> dict[str, Entry]:
        """What was last approved for each of ``sources`` that is known as it stands."""
        if not self.path.exists():
            return {}
        with self._database.reading() as db:
            found = {source: tables.latest(db, source) for source in dict.fromkeys(sources)}
        return {source: entry for source, entry in found.items() if entry is not None}

    def matches(self, source: str, most: int = MOST, least: float = LEAST) -> list[Match]:
        """The entries whose English is most like ``source``, best first.

        ``least`` is from 0 to 1; see :func:`summarize.memory.similar.similar` for the score.
        """
        if not self.path.exists():
            return []
        with self._database.reading() as db:
            return similar(db, source, most, least)

    def containing(self, text: str, most: int = MOST) -> list[Entry]:
        """Entries with ``text`` in their English, whatever its case, or in their Khmer."""
        clause = "WHERE instr(fuzzy, ?) OR instr(target, ?) ORDER BY id DESC LIMIT ?"
        return self._select(clause, (fuzzy_key(text), draft_text(text), most))

    def entries(self) -> list[Entry]:
        """Everything, in the order in which it was approved."""
        return self._select("ORDER BY id", ())

    def stats(self) -> Stats:
        """Count what there is."""
        count = (
            "SELECT COUNT(*), COUNT(DISTINCT exact), COUNT(DISTINCT NULLIF(article, '')) "
            "FROM entries"
        )
        if not self.path.exists():
            return Stats(self.path, 0, 0, 0, 0)
        with self._database.reading() as db:
            entries, sentences, articles = db.execute(count).fetchone()
        return Stats(self.path, entries, sentences, articles, self.path.stat().st_size)

    # -- learning -------------------------------------------------------------------------------

    def add(self, entries: Iterable[Entry]) -> int:
        """Keep all ``entries`` that are not there yet, in one transaction; how many were new."""
        with self._database.writing() as db:
            return sum(tables.insert(db, entry) for entry in entries)

    def learn(self, segments: Sequence[Judged]) -> None:
        """Follow a review: keep what is approved and confirmed now, drop what no longer is.

        For a sentence of an article only the last approval holds. One that nobody has confirmed
        teaches nothing, but leaves what was known of the same texts. Drafts that nobody has looked
        at say nothing: they leave what was approved of the same sentence before.
        """
        judged = [segment for segment in segments if segment.who]
        confirmed = [one for one in judged if one.is_confirmed and one.target]
        if not confirmed and not (judged and self.path.exists()):
            return
        with self._database.writing() as db:
            for segment in judged:
                tables.withdraw(db, segment.article, segment.source, _spared(segment))
            for segment in confirmed:
                tables.insert(db, _entry(segment))

    def examine(self) -> None:
        """Look through all of the file. Raises ``DamagedError``."""
        if self.path.exists():
            self._database.examine(tables.EXAMINE)

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        self._database.close()

    def _select(self, clause: str, values: tuple[str | int, ...]) -> list[Entry]:
        if not self.path.exists():
            return []
        with self._database.reading() as db:
            rows = db.execute(f"SELECT {tables.FIELDS} FROM entries {clause}", values)  # noqa: S608
            return [Entry(*row) for row in rows]


def _spared(segment: Judged) -> str:
    """The Khmer that stays known: that of an approval without anybody who had it before them."""
    return segment.target if segment.is_approved and not segment.opened else ""


def _entry(segment: Judged) -> Entry:
    return Entry(segment.source, segment.target, segment.who, segment.when, segment.article)

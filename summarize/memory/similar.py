"""Sentences like another one, among very many: by rare words they share, then letter by letter.

Comparing 100,000 sentences of news by their letters takes a tenth of a second. So only those are
compared that share the most words with the one looked for, and of its words the most frequent are
not asked about. Measured with benchmarks/memory.py: of the ten best nothing is left out, not even
where the rarest words differ; with half of both numbers 1 % would be.
"""

import re
import sqlite3
from collections.abc import Iterable
from typing import Final

from summarize.memory.records import Entry, Match, exact_key, fuzzy_key
from summarize.memory.tables import FIELDS

OCCURRENCES: Final = 10_000
"""Of all words asked about together, at most; the rarest word is asked about in any case."""
CANDIDATES: Final = 500
_WORD: Final = re.compile(r"[^\W_]+")


def similar(db: sqlite3.Connection, source: str, most: int, least: float) -> list[Match]:
    """The ``most`` entries nearest to ``source`` with a score of ``least`` or more, best first.

    The score is the Levenshtein similarity of the English in lower case, characters over the longer
    length; 1 only for the same sentence. Equal pairs from several articles are one.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    wanted = fuzzy_key(source)
    rows = _candidates(db, wanted)
    scored = process.extract(
        wanted,
        [row[0] for row in rows],
        scorer=Levenshtein.normalized_similarity,
        score_cutoff=least,
        limit=None,
    )
    exact = exact_key(source)
    found = (_match(exact, Entry(*rows[index][1:]), score) for _, score, index in scored)
    ranked = sorted(found, key=lambda match: match.score, reverse=True)
    return _distinct(ranked)[:most]


def _match(exact: str, entry: Entry, score: float) -> Match:
    """Sentences that differ in capitals alone are not the same: US, us."""
    same = exact_key(entry.source) == exact
    return Match(entry, 1.0 if same else min(float(score), 0.99))


def _distinct(matches: Iterable[Match]) -> list[Match]:
    first: dict[tuple[str, str], Match] = {}
    for match in matches:
        first.setdefault((match.entry.source, match.entry.target), match)
    return list(first.values())


def _candidates(db: sqlite3.Connection, wanted: str) -> list[tuple[str, ...]]:
    """The compared form and the fields of the entries that share the most words."""
    words = _rarest(db, wanted)
    if not words:
        return []
    each = " UNION ALL ".join(["SELECT rowid FROM words WHERE words MATCH ?"] * len(words))
    query = (
        f"SELECT fuzzy, {FIELDS} FROM (SELECT rowid AS found, COUNT(*) AS shared FROM ({each}) "  # noqa: S608
        "GROUP BY rowid ORDER BY shared DESC, rowid DESC LIMIT ?) JOIN entries ON id = found"
    )
    quoted = [f'"{word}"' for word in words]
    return db.execute(query, (*quoted, CANDIDATES)).fetchall()


def _rarest(db: sqlite3.Connection, wanted: str) -> list[str]:
    """Words to ask about: the rarest that the memory has, as many as ``OCCURRENCES`` allow."""
    query = "SELECT doc FROM frequencies WHERE term = ?"
    counts = {
        word: row[0]
        for word in set(_WORD.findall(wanted))
        if (row := db.execute(query, (word,)).fetchone())
    }
    chosen, total = list[str](), 0
    for word in sorted(counts, key=lambda word: (counts[word], word)):
        total += counts[word]
        if chosen and total > OCCURRENCES:
            break
        chosen.append(word)
    return chosen

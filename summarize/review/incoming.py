"""Results come into a review: new segments as drafts, and what people wrote stays theirs.

A new draft takes the place of one that nobody has touched, and only of that. Where a person has
worked, the draft stays as well: it is what their changes are measured from.
"""

import json
import sqlite3
from collections import Counter
from dataclasses import replace
from typing import Final

from summarize.records import Result, Segment
from summarize.review import tables
from summarize.review.records import Reviewed

HUMAN: Final = frozenset({"edited", "approved"})


def take_in(db: sqlite3.Connection, result: Result, when: str) -> Counter[str]:
    """Add one result; counts are named after the fields of :class:`Added`."""
    counts = Counter(articles=_keep_article(db, result))
    article = result.article.id
    db.execute("UPDATE segments SET position = NULL WHERE article = ?", (article,))
    for position, segment in enumerate(result.segments):
        counts[_keep_segment(db, article, segment, position, when)] += 1
    return counts


def _keep_article(db: sqlite3.Connection, result: Result) -> bool:
    """Keep the newest result of an article; whether the article is new."""
    article = result.article
    text = json.dumps(result.to_dict(), ensure_ascii=False)
    known = db.execute("SELECT 1 FROM articles WHERE id = ?", (article.id,)).fetchone()
    if known:
        db.execute(
            "UPDATE articles SET title = ?, source = ?, result = ? WHERE id = ?",
            (article.title, article.source, text, article.id),
        )
    else:
        values = (article.id, article.title, article.source, text)
        db.execute("INSERT INTO articles VALUES (?, ?, ?, ?)", values)
    return not known


def _keep_segment(
    db: sqlite3.Connection, article: str, segment: Segment, position: int, when: str
) -> str:
    """Keep one segment at its ``position``; returns which count it belongs to."""
    old = tables.find(db, article, segment.id)
    if old is None:
        fresh = _drafted(article, segment, when)
        tables.insert(db, fresh, position)
        _bring_back(db, fresh, when)
        return "segments"
    db.execute(
        "UPDATE segments SET position = ? WHERE article = ? AND id = ?",
        (position, article, segment.id),
    )
    if old.source != segment.source:
        fresh = replace(_drafted(article, segment, when), version=old.version + 1)
        tables.update(db, fresh)
        _bring_back(db, fresh, when)
        return "changed"
    if old.draft != segment.target and _is_untouched(old):
        fresh = replace(_drafted(article, segment, when), state=old.state, version=old.version + 1)
        tables.update(db, fresh)
        return "redrafted"
    return "unchanged"


def _drafted(article: str, segment: Segment, when: str) -> Reviewed:
    return Reviewed(
        article, segment.id, segment.source, segment.target, segment.target, "draft", 0, "", when
    )


def _bring_back(db: sqlite3.Connection, fresh: Reviewed, when: str) -> None:
    """Where people have already worked on this sentence, under this id or another, that holds."""
    work = tables.last_work(db, fresh.article, fresh.source)
    if work is not None:
        target, state, who = work
        version = fresh.version + 1
        tables.update(
            db, replace(fresh, target=target, state=state, version=version, who=who, when=when)
        )


def _is_untouched(segment: Reviewed) -> bool:
    """Whether the text is the machine's, and no person has stood by it."""
    return segment.state not in HUMAN and segment.target == segment.draft

"""The store of a review: segments with states, versions and history, in one SQLite file.

Many may work on it at once. Whoever changes a segment says on which version of it the change is
based; if that is no longer the current one, nothing is changed and they are told.
"""

import shlex
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime
from itertools import groupby, islice
from pathlib import Path
from typing import Final

from summarize.checks import USUAL, Context
from summarize.database import Database
from summarize.errors import DamagedError, UsageError
from summarize.json_text import read_json
from summarize.khmer.entered import entered, entered_name
from summarize.records import Finding, Result
from summarize.review import tables
from summarize.review.findings import Checker
from summarize.review.incoming import take_in
from summarize.review.notes import Note, add_note, notes_on, remove_note
from summarize.review.records import (
    STATES,
    Added,
    Change,
    Edit,
    Outcome,
    Progress,
    Reviewed,
    State,
)

NAME: Final = "the review"
"""What messages call it."""
AT_ONCE: Final = 200
"""Results added in one transaction: others wait no longer than that takes."""
Listener = Callable[[Sequence[Reviewed]], None]


def ignore(_: Sequence[Reviewed]) -> None:
    """Do nothing with segments that have changed."""


class ReviewStore:
    """The review in the file ``path``, which is made at its first use.

    ``context`` is for the checks. ``on_change`` is told of segments after each change of them: the
    translation memory learns from that. Every method may raise ``ReviewError``.
    """

    def __init__(self, path: Path, context: Context = USUAL, on_change: Listener = ignore) -> None:
        self.path = path
        self._database = Database(
            path,
            tables.SCHEMA,
            tables.VERSION,
            NAME,
            tables.UPGRADES,
            tables.RULES,
            f"summarize review restore {shlex.quote(str(path))}",
        )
        self._checker = Checker(context)
        self._on_change = on_change

    @property
    def context(self) -> Context:
        """What the checks look at."""
        return self._checker.context

    def use(self, context: Context) -> None:
        """Let the checks look at ``context`` from now on."""
        self._checker = Checker(context)

    # -- reading --------------------------------------------------------------------------------

    def articles(self) -> list[Progress]:
        """Every article, in the order in which they came, with how far its review is."""
        with self._database.reading() as db:
            rows = db.execute("SELECT id, title, source FROM articles ORDER BY rowid").fetchall()
            segments = list(tables.standing(db, None))
        grouped = {name: list(own) for name, own in groupby(segments, lambda one: one.article)}
        return [
            self._progress(article, title, source, grouped.get(article, []))
            for article, title, source in rows
        ]

    def article(self, article: str) -> Result:
        """The result as it came, with the draft of the machine. ``UsageError`` for no such id."""
        with self._database.reading() as db:
            query = "SELECT result FROM articles WHERE id = ?"
            row = db.execute(query, (article,)).fetchone()
        if row is None:
            raise UsageError(
                f"there is no article {article!r} in {self.path}",
                "See their ids: summarize review status RESULTS",
            )
        try:
            return Result.from_dict(read_json(row[0]))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise DamagedError(
                f"{NAME} {self.path} is damaged: the article {article} in it cannot be read",
                f"Bring back its last copy: summarize review restore {shlex.quote(str(self.path))}",
            ) from error

    def segments(
        self, article: str | None = None, states: Collection[State] | None = None
    ) -> list[Reviewed]:
        """Segments in order: of one article or of all, in one of ``states`` or in any."""
        with self._database.reading() as db:
            found = list(tables.standing(db, article))
        return [one for one in found if states is None or one.state in states]

    def findings(self, article: str) -> tuple[Finding, ...]:
        """What the checks say of the Khmer of one article as it stands now."""
        return self._checker.check(article, self.segments(article))

    def check(self, source: str, target: str) -> list[Finding]:
        """What the checks would say of the Khmer ``target`` for the English ``source``."""
        return list(self._checker.check_pair(source, target))

    def history(self, article: str, segment: str) -> list[Change]:
        """Every version of a segment, the machine's first draft first; none for no such one."""
        with self._database.reading() as db:
            return tables.changes(db, article, segment)

    def effort(self) -> dict[tuple[str, str], float]:
        """The seconds that each English sentence has taken, by article and sentence."""
        if not self.path.exists():
            return {}
        with self._database.reading() as db:
            return tables.effort(db)

    def notes(self, article: str) -> list[Note]:
        """Notes of colleagues on the segments of one article, in the order in which they came."""
        with self._database.reading() as db:
            return notes_on(db, article)

    # -- changing -------------------------------------------------------------------------------

    def add(self, results: Iterable[Result]) -> Added:
        """Take in results; see :mod:`summarize.review.incoming` for what becomes of known ones."""
        counts: Counter[str] = Counter()
        remaining = iter(results)
        while batch := list(islice(remaining, AT_ONCE)):
            with self._database.writing() as db:
                before = _standing(db, batch)
                for result in batch:
                    counts += take_in(db, result, _now())
                after = _standing(db, batch)
            counts["removed"] += len({one.key for one in before} - {one.key for one in after})
            self._tell(after - before)
        return Added(**{field.name: counts[field.name] for field in fields(Added)})

    def change(self, edits: Sequence[Edit], who: str) -> list[Outcome]:
        """Make all changes that are based on the current version, in one transaction.

        Texts are normalised. A changed text makes its segment ``edited`` unless the edit names a
        state; an edit that changes nothing is done and leaves no trace. Raises ``UsageError`` for
        a segment that never was there, and nothing is changed. That it was opened makes no version.
        """
        name = _required_name(who)
        with self._database.writing() as db:
            applied = [self._apply(db, edit, name) for edit in edits]
        self._tell(after.segment for before, after in applied if after.segment != before)
        return [outcome for _, outcome in applied]

    def undo(self, article: str, segment: str, who: str, version: int | None = None) -> Outcome:
        """Take back the last change that is not undone yet, as a new version, before one's eyes.

        Not done where there is none, where it belongs to another English sentence, or where
        ``version`` is given and no longer current. Raises ``UsageError`` for no such segment.
        """
        name = _required_name(who)
        with self._database.writing() as db:
            found = self._find(db, article, segment)
            undone = _undone(db, found, name) if version in (None, found.version) else None
        if undone is None:
            return Outcome(found, done=False)
        self._tell([undone])
        return Outcome(undone, done=True)

    def spend(self, article: str, segment: str, seconds: float) -> None:
        """Add ``seconds`` to what a segment has taken. ``UsageError`` for no such segment."""
        with self._database.writing() as db:
            tables.note_effort(db, self._find(db, article, segment), seconds)

    def add_note(self, article: str, segment: str, who: str, text: str) -> None:
        """Keep a note of ``who`` on a segment, on one line. ``UsageError`` for no such segment."""
        name = _required_name(who)
        with self._database.writing() as db:
            source = self._find(db, article, segment).source
            add_note(db, article, source, name, _now(), entered_name(text))

    def remove_note(self, number: int, who: str) -> None:
        """Take away a note that ``who`` wrote; one of somebody else stays."""
        with self._database.writing() as db:
            remove_note(db, number, _required_name(who))

    def examine(self) -> None:
        """Look through all of the file. Raises ``DamagedError``."""
        self._database.examine()

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        self._database.close()

    # -- which results were read ----------------------------------------------------------------

    def has_read(self, stamp: str) -> bool:
        """Whether ``stamp`` is what :meth:`note_read` was last told."""
        if not self.path.exists():
            return False
        with self._database.reading() as db:
            return db.execute("SELECT stamp FROM readings").fetchall() == [(stamp,)]

    def note_read(self, stamp: str) -> None:
        """Remember which file was added, in which state of it: it need not be read again."""
        with self._database.writing() as db:
            db.execute("DELETE FROM readings")
            db.execute("INSERT INTO readings VALUES (?)", (stamp,))

    # -- inside ---------------------------------------------------------------------------------

    def _progress(
        self, article: str, title: str, source: str, segments: Sequence[Reviewed]
    ) -> Progress:
        counts = Counter(one.state for one in segments)
        states = {state: counts[state] for state in STATES}
        return Progress(article, title, source, states, self._checker.check(article, segments))

    def _find(self, db: sqlite3.Connection, article: str, segment: str) -> Reviewed:
        found = tables.find(db, article, segment)
        if found is None:
            raise UsageError(
                f"there is no segment {article}:{segment} in {self.path}",
                "See their ids: summarize review status RESULTS --format json",
            )
        return found

    def _apply(self, db: sqlite3.Connection, edit: Edit, who: str) -> tuple[Reviewed, Outcome]:
        """The segment before, and what came of one change; another version than now's is none."""
        found = self._find(db, edit.article, edit.id)
        if edit.version != found.version or not tables.is_there(db, edit.article, edit.id):
            return found, Outcome(found, done=False)
        changed = _changed(found, edit, who)
        if changed != found:
            tables.update(db, changed, note=edit.note)
        if edit.opened:
            tables.note_opened(db, changed)
        return found, Outcome(self._find(db, edit.article, edit.id), done=True)

    def _tell(self, segments: Iterable[Reviewed]) -> None:
        if changed := list(segments):
            self._on_change(changed)


def _changed(found: Reviewed, edit: Edit, who: str) -> Reviewed:
    """``found`` after ``edit``; the same where the edit says nothing new."""
    same = edit.target is None or edit.target == found.target
    target = found.target if same else entered(edit.target or "")
    state = edit.state or (found.state if target == found.target else "edited")
    if (target, state) == (found.target, found.state):
        return found
    version = found.version + 1
    return replace(found, target=target, state=state, version=version, who=who, when=_now())


def _undone(db: sqlite3.Connection, found: Reviewed, who: str) -> Reviewed | None:
    """``found`` as it was before its last change that holds, kept as a new version."""
    last = found.version
    while (earlier := tables.restored(db, found.article, found.id, last)) is not None:
        last = earlier
    versions = {one.version: one for one in tables.changes(db, found.article, found.id)}
    before = versions.get(last - 1)
    if before is None or before.source != found.source:
        return None
    undone = replace(
        found,
        target=before.target,
        state=before.state,
        version=found.version + 1,
        who=who,
        when=_now(),
        opened=True,
    )
    tables.update(db, undone, restores=before.version)
    tables.note_opened(db, undone)
    return undone


def _standing(db: sqlite3.Connection, results: Iterable[Result]) -> set[Reviewed]:
    ids = {result.article.id for result in results}
    return {segment for article in ids for segment in tables.standing(db, article)}


def _required_name(who: str) -> str:
    """``who``, tidied. The empty name stands for the program itself: ``UsageError``."""
    name = entered_name(who)
    if not name:
        raise UsageError("nobody is named as the one who changes", "Add --who NAME.")
    return name


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

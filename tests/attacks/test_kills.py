"""Killed at any step, the program has lost nothing that it acknowledged, and doubled nothing."""

import itertools
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summarize.batch.journal import Journal, checksum
from summarize.batch.records import Record
from summarize.cli.terms import take
from summarize.feeds.seen import Seen
from summarize.glossary.files import read_terms
from summarize.glossary.records import Term
from summarize.memory import Memory
from summarize.review.formats.records import Imported
from summarize.review.importing import bring_in
from summarize.review.records import Edit
from summarize.review.store import ReviewStore
from tests.crashes import Tell, Work, kills
from tests.review.conftest import ARTICLE, PAIRS, RESULT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")

TIMES = 6
ROWS = [(f"{ARTICLE}:k{n}", source) for n, source in enumerate(PAIRS, 1)]
Found = Callable[[Path], list[str]]
"""What a folder has, in the words in which it was acknowledged."""


def review(folder: Path) -> tuple[ReviewStore, Memory]:
    memory = Memory(folder / "memory.sqlite")
    return ReviewStore(folder / "review.sqlite", on_change=memory.learn), memory


# -- glossary add ---------------------------------------------------------------------------------


def add_terms(folder: Path, tell: Tell) -> None:
    os.environ["SUMMARIZE_GLOSSARY"] = str(folder / "own.tsv")
    for number in range(TIMES):
        take([Term(f"term {number}", f"ពាក្យ {number}")])
        tell(f"term {number}")


def terms(folder: Path) -> list[str]:
    path = folder / "own.tsv"
    return [term.source for term in read_terms(path).terms] if path.exists() else []


# -- review import --------------------------------------------------------------------------------


def import_edits(folder: Path, tell: Tell) -> None:
    store, _ = review(folder)
    store.add([RESULT])
    tell("added")
    for number in range(TIMES):
        rows = [Imported(key, edited(number), source, version=number) for key, source in ROWS]
        assert not bring_in(store, rows, "Dara").refused
        tell(edited(number))


def edited(number: int) -> str:
    return f"អត្ថបទទី {number}។"


def imported(folder: Path) -> list[str]:
    store, _ = review(folder)
    segments = store.segments()
    texts = [[one.target for one in store.history(ARTICLE, s.id)][1:] for s in segments]
    store.close()
    assert all(own == texts[0] for own in texts), "an import is taken whole or not at all"
    return ["added", *texts[0]] if segments else []


# -- approvals, which the memory learns -----------------------------------------------------------


def approve(folder: Path, tell: Tell) -> None:
    store, _ = review(folder)
    store.add([RESULT])
    for segment in store.segments():
        edit = Edit(ARTICLE, segment.id, 0, f"ថ្មី {segment.target}", "approved", opened=True)
        store.change([edit], "Dara")
        tell(segment.source)


def learned(folder: Path) -> list[str]:
    store, memory = review(folder)
    entries = [entry.source for entry in memory.entries()]
    approved = {one.source for one in store.segments(states=["approved"])}
    assert set(entries) <= approved, "the memory has nothing that the review does not have"
    store.close()
    memory.close()
    return entries


# -- feed watch -----------------------------------------------------------------------------------


def watch(folder: Path, tell: Tell) -> None:
    seen = Seen(folder / "feeds.sqlite", lambda _: None)
    for number in range(TIMES):
        seen.note(f"item {number}", "1")
        tell(f"item {number}")


def noted(folder: Path) -> list[str]:
    seen = Seen(folder / "feeds.sqlite", pytest.fail)
    found = [item for n in range(TIMES) if seen.version(item := f"item {n}")]
    seen.close()
    return found


# -- batch ----------------------------------------------------------------------------------------


def write_journal(folder: Path, tell: Tell) -> None:
    journal = Journal(folder)
    journal.open()
    for number in range(TIMES):
        line = b'{"number": %d}\n' % number
        journal.append([(line, record(number, line))])
        tell(str(number))
    journal.close()


def record(number: int, line: bytes) -> Record:
    name = str(number)
    return Record(name, f"{name}.txt", "key", "digest", name, line=checksum(line))


def lines(folder: Path) -> list[str]:
    journal = Journal(folder)
    journal.open()
    journal.close()
    results = (folder / "results.jsonl").read_text().splitlines()
    assert results == [f'{{"number": {number}}}' for number in journal.records]
    return list(journal.records)


WORK: list[tuple[Work, Found]] = [
    (add_terms, terms),
    (import_edits, imported),
    (approve, learned),
    (watch, noted),
    (write_journal, lines),
]


@pytest.fixture
def prepared(tmp_path: Path) -> Callable[[], Path]:
    numbers = itertools.count()

    def folder() -> Path:
        path = tmp_path / str(next(numbers))
        path.mkdir()
        return path

    return folder


def require_kept(work: Work, found: Found, prepared: Callable[[], Path], count: int) -> None:
    ended = 0
    for folder, done in kills(work, prepared, count, seed=len(work.__name__)):
        ended += done.steps is None
        kept = found(folder)
        told = len(done.told)
        assert tuple(kept[:told]) == done.told, "what was acknowledged is there, once, in order"
        assert len(kept) <= told + 1, "and besides only what was in hand"
        assert len(set(kept)) == len(kept)
    assert ended >= count * 0.8


@pytest.mark.parametrize(("work", "found"), WORK)
def test_what_was_acknowledged_is_there_after_a_kill(
    work: Work, found: Found, prepared: Callable[[], Path]
) -> None:
    require_kept(work, found, prepared, 4)


@pytest.mark.slow
@pytest.mark.parametrize(("work", "found"), WORK)
def test_two_hundred_kills_lose_nothing(
    work: Work, found: Found, prepared: Callable[[], Path]
) -> None:
    require_kept(work, found, prepared, 40)

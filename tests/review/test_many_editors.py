"""Many editors on one review at once: every edit is kept or honestly refused, none is lost."""

import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from summarize.review.records import Edit
from summarize.review.store import ReviewStore
from tests.review.conftest import ARTICLE, build_result

EDITORS = 100
SEGMENTS = 10
PATIENCE = 600.0
"""Seconds until the editors are taken to block each other, however slow the machine."""
RESULT = build_result({f"Sentence {n}.": f"ប្រយោគ {n}។" for n in range(SEGMENTS)})


@dataclass(frozen=True, slots=True)
class Tally:
    """What one editor was told: the texts that were taken, and how many were refused."""

    taken: tuple[str, ...]
    refused: int


def work(path: Path, editor: int, seconds: float) -> Tally:
    """One editor: reads a segment, writes a text of their own on top of it, again and again."""
    store, refused, turn = ReviewStore(path), 0, 0
    taken: list[str] = []
    until = time.monotonic() + seconds
    while not taken or time.monotonic() < until:
        seen = store.segments(ARTICLE)[(editor + turn) % SEGMENTS]
        text = f"{editor} {turn}"
        (outcome,) = store.change([Edit(ARTICLE, seen.id, seen.version, text)], f"editor {editor}")
        taken += [text] if outcome.done else []
        refused += not outcome.done
        turn += 1
    store.close()
    return Tally(tuple(taken), refused)


def assert_nothing_was_lost(store: ReviewStore, tallies: list[Tally]) -> None:
    histories = {one.id: store.history(ARTICLE, one.id) for one in store.segments()}
    for segment in store.segments():
        steps = histories[segment.id]
        assert [step.version for step in steps] == list(range(segment.version + 1))
        assert steps[-1].target == segment.target
    kept = Counter(step.target for steps in histories.values() for step in steps[1:])
    assert kept == Counter(text for tally in tallies for text in tally.taken)


@pytest.mark.parametrize("seconds", [2.0, pytest.param(60.0, marks=pytest.mark.slow)])
def test_a_hundred_editors_lose_nothing(tmp_path: Path, seconds: float) -> None:
    path = tmp_path / "review.sqlite"
    store = ReviewStore(path)
    store.add([RESULT])
    with ThreadPoolExecutor(EDITORS) as pool:
        editors = pool.map(lambda n: work(path, n, seconds), range(EDITORS), timeout=PATIENCE)
        tallies = list(editors)
    assert all(tally.taken for tally in tallies)
    assert sum(tally.refused for tally in tallies) > 0
    assert_nothing_was_lost(store, tallies)
    store.close()


PROCESS = """
import sys
from pathlib import Path
from summarize.review.records import Edit
from summarize.review.store import ReviewStore
path, who, article = sys.argv[1:]
store = ReviewStore(Path(path))
for turn in range(30):
    done = False
    while not done:
        seen = store.segments(article)[0]
        edit = Edit(article, seen.id, seen.version, f"{who} {turn}")
        done = store.change([edit], who)[0].done
"""


def test_processes_take_turns_and_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "review.sqlite"
    store = ReviewStore(path)
    store.add([RESULT])
    arguments = [sys.executable, "-c", PROCESS, str(path)]
    editors = [subprocess.Popen([*arguments, who, ARTICLE]) for who in ("Dara", "Sophea", "Rith")]
    assert [editor.wait() for editor in editors] == [0, 0, 0]
    expected = [
        Tally(tuple(f"{who} {n}" for n in range(30)), 0) for who in ("Dara", "Sophea", "Rith")
    ]
    assert_nothing_was_lost(store, expected)
    store.close()


def test_two_that_make_the_file_at_once_both_succeed(tmp_path: Path) -> None:
    path = tmp_path / "review.sqlite"
    stores = [ReviewStore(path) for _ in range(20)]
    with ThreadPoolExecutor(len(stores)) as pool:
        list(pool.map(lambda store: store.add([RESULT]), stores))
    assert {len(store.segments()) for store in stores} == {SEGMENTS}
    for store in stores:
        store.close()

"""New files are given once, when they have stopped growing."""

import threading
from collections.abc import Callable
from pathlib import Path

from summarize.batch.plan import Selection, find_inputs
from summarize.batch.watch import arrivals


def looks(folder: Path, *changes: Callable[[], object]) -> list[list[str]]:
    """What is given at each look, with a change before each but the first."""
    stop = threading.Event()
    found = arrivals(lambda: find_inputs([str(folder)], Selection()), stop, seconds=0)
    given = [next(found)]
    for change in changes:
        change()
        given.append(next(found))
    stop.set()
    assert next(found, None) is None
    return [[one.stem for one in inputs] for inputs in given]


def nothing() -> None:
    pass


def test_a_file_is_given_once_it_stays_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one")
    assert looks(tmp_path, nothing, nothing) == [[], ["a"], []]


def test_a_file_that_grows_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one")
    grow = lambda: path.write_text(path.read_text() + " more")  # noqa: E731
    assert looks(tmp_path, grow, grow, nothing, nothing) == [[], [], [], ["a"], []]


def test_a_file_that_arrives_or_changes_later_is_given(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    write, change = (lambda: path.write_text("one")), (lambda: path.write_text("other text"))
    assert looks(tmp_path, write, nothing, change, nothing) == [[], [], ["b"], [], ["b"]]


def test_a_file_that_goes_away_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_text("one")
    assert looks(tmp_path, path.unlink, nothing) == [[], [], []]

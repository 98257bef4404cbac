"""How a batch gets on: speed, time left, and no more lines than a log can bear."""

import pytest

from summarize.batch.progress import Lines, Silent, pace, shown
from summarize.batch.records import Record
from summarize.batch.tally import Tally


def tally(done: int, failed: int = 0, total: int = 100) -> Tally:
    found = Tally(total=total)
    found.start -= 10  # seconds ago
    for number in range(done):
        found.add(Record(f"d{number}", "", "", "", "", sentences=3), known=False)
    for number in range(failed):
        found.add(Record(f"f{number}", "", "", "", "", error="no"), known=False)
    return found


def test_speed_failures_and_time_left_are_pace() -> None:
    assert pace(tally(done=20, failed=5)) == ("6.0 sentences/s, 5 failed, about 38 s left")


def test_nothing_is_said_of_the_time_left_before_anything_is_done() -> None:
    assert pace(tally(done=0)) == "0.0 sentences/s"


def test_an_input_that_changed_counts_once() -> None:
    found = tally(done=1, total=1)
    found.add(Record("d0", "", "", "", "", error="no"), known=False)
    assert dict(+found.counts) == {"failed": 1}
    assert len(found.status) == 1


def test_what_was_known_adds_no_speed() -> None:
    found = Tally(total=1)
    found.add(Record("a", "", "", "", "", sentences=3), known=True)
    assert (found.sentences, found.counts["unchanged"]) == (0, 1)


def test_lines_come_only_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    seldom, often = Lines(seconds=60), Lines(seconds=0)
    seldom.show(tally(done=1))
    assert capsys.readouterr().err == ""
    often.show(tally(done=1))
    assert capsys.readouterr().err.startswith("1 of 100 articles")


def test_without_a_terminal_there_are_lines_and_with_q_nothing() -> None:
    with shown(quiet=False) as view:
        assert isinstance(view, Lines)
    with shown(quiet=True) as view:
        assert isinstance(view, Silent)

"""How a batch gets on: speed, time left, and no more lines than a log can bear."""

import pytest

from summarize.batch.progress import Figures, Lines, Silent, pace, shown
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
    told = pace(tally(done=20, failed=5), drafted=60, wanted=90)
    assert told == "60 of 90 sentences, 6.0/s, 5 failed, about 38 s left"


def test_nothing_is_said_of_the_time_left_before_anything_is_done() -> None:
    assert pace(tally(done=0), drafted=0, wanted=0) == "starting …"
    assert pace(tally(done=0), drafted=0, wanted=1) == "0 of 1 sentence"


class Kept(Figures):
    """Keeps what it would show."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def refresh(self) -> None:
        self.told.append(self.pace.partition("/s")[0].rpartition(", ")[0] or self.pace)


def test_sentences_are_counted_before_any_article_is_done() -> None:
    view = Kept()
    view.begun(3)
    view.drafted(1, None, ())
    view.drafted(2, None, ())
    assert view.told == ["0 of 3 sentences", "1 of 3 sentences", "3 of 3 sentences"]


def test_a_line_comes_while_sentences_are_drafted(capsys: pytest.CaptureFixture[str]) -> None:
    view = Lines(seconds=0)
    view.show(tally(done=0))
    view.begun(9)
    view.drafted(2, None, ())
    assert (
        capsys.readouterr().err.splitlines()[-1].startswith("0 of 100 articles, 2 of 9 sentences")
    )


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

"""At a terminal sentences appear as they are ready; a pipe gets what it always got."""

import io
import os
import pty
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from summarize.cli.live import ERASE, Screen, StatusLine, in_background
from summarize.output import render
from summarize.output.text import pieces
from summarize.records import Result
from tests.browser import PATIENCE
from tests.builders import build_article
from tests.cli.conftest import SAMPLE, Run
from tests.review.conftest import RESULT

COMMAND = [sys.executable, "-c", "from summarize.cli import main; main()"]
ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def at_terminal(environment: dict[str, str], *arguments: object) -> str:
    """All that a command writes where both of its outputs are one terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)], env=environment, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            data = os.read(ours, 65_536)
        except OSError:  # Linux says so where the other end is closed
            break
        if not data:
            break
        written += data
    os.close(ours)
    assert process.wait() == 0
    return written.decode().replace("\r\n", "\n")


def test_a_terminal_shows_the_english_at_once_then_progress_then_the_khmer(
    environment: dict[str, str], run_process: Run
) -> None:
    slowed = {**environment, "SUMMARIZE_TRANSLATOR": "steady", "STEADY_SECONDS": "2.5"}
    shown = at_terminal(slowed, SAMPLE, "--no-cache")
    told = [shown.index(part) for part in ("Koeut Rith", "Drafting the Khmer: 0 of 4", "ក្រសួង")]
    assert told == sorted(told)
    kept = re.sub(f"{re.escape(ERASE)}[^\n\r\x1b]*", "", shown)
    piped = run_process(SAMPLE).out
    assert lines(kept)[: len(lines(piped))] == lines(piped)


def lines(text: str) -> list[str]:
    """What is written on lines, without what the plug-in prints."""
    return [line for line in ANSI.sub("", text).splitlines() if line not in ("", "translating")]


def test_a_file_or_quietness_leaves_the_terminal_alone(
    environment: dict[str, str], tmp_path: os.PathLike[str]
) -> None:
    slowed = {**environment, "SUMMARIZE_TRANSLATOR": "steady", "STEADY_SECONDS": "1.5"}
    shown = at_terminal(slowed, SAMPLE, "-q", "-o", "result.txt")
    assert shown.replace("translating\n", "") == ""


@pytest.mark.parametrize("whole_text", [False, True])
def test_what_is_printed_piece_by_piece_is_the_whole(
    whole_text: bool, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    result = whole(RESULT) if whole_text else RESULT
    assert result.draft is not None
    screen = Screen(is_told=False, as_text=True)
    screen.summarised(result.article, result.summary, result.headline)
    for count in (0, 1, 1, 3):
        screen.drafted(0, result.headline, result.draft.segments[:count])
    data = render([result], "text")
    assert capsysbinary.readouterr().out == data
    assert screen.rest(data) == b""


def test_what_came_otherwise_is_printed_whole(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    screen = Screen(is_told=False, as_text=True)
    screen.summarised(RESULT.article, RESULT.summary, RESULT.headline)
    assert screen.rest(b"another text") == b"another text"


def whole(result: Result) -> Result:
    """``result`` as a translation of its whole text."""
    built = build_article("The court opened.", "It heard two men.", "The judge rules on Monday.")
    *first, last = built.sentences
    own = (*(replace(one, paragraph=0) for one in first), replace(last, paragraph=1))
    article = replace(built, sentences=own)
    assert result.draft is not None
    segments = tuple(
        replace(segment, sentence=sentence.id)
        for segment, sentence in zip(result.draft.segments, article.sentences, strict=True)
    )
    return replace(
        result, article=article, summary=None, draft=replace(result.draft, segments=segments)
    )


def test_a_paragraph_is_printed_once_it_is_whole() -> None:
    result = whole(RESULT)
    assert result.draft is not None
    first, second, third = result.draft.segments
    assert pieces(result.article, None, None, [first], so_far=True) == []
    assert pieces(result.article, None, None, [first, second], so_far=True) == [
        f"{first.target} {second.target}\n"
    ]
    assert pieces(result.article, None, None, [first, second, third])[1] == f"\n{third.target}\n"


def waited(until: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while not until() and time.monotonic() < deadline:
        time.sleep(0.01)
    return until()


def test_the_line_of_progress_comes_late_and_goes_away() -> None:
    stream = io.StringIO()
    line = StatusLine(stream, patience=0.2, every=0.01)
    line.say("Reading ខ្មែរ.txt")
    assert stream.getvalue() == ""
    assert waited(lambda: "Reading ?????.txt ... 0 s" in stream.getvalue())
    with line.aside():
        assert stream.getvalue().endswith(ERASE)
    line.close()
    written = stream.getvalue()
    assert written.endswith(ERASE)
    line.say("more")
    assert stream.getvalue() == written


def test_what_is_done_in_the_background_comes_back_or_raises() -> None:
    assert in_background(lambda: threading.current_thread() is threading.main_thread()) is False
    with pytest.raises(ZeroDivisionError):
        in_background(lambda: 1 // 0)

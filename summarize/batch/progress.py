"""How a batch gets on, on standard error: a bar in a terminal, lines now and then elsewhere."""

import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarize.batch.tally import Tally
from summarize.batch.words import count, duration, speed
from summarize.records import Headline, Segment
from summarize.watching import Watcher

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

EVERY_SECONDS = 10.0
BAR_WIDTH = 20
"""Columns of the bar, so that all of its line has room in 80."""


class Figures(Watcher):
    """What is known of a batch; sentences are counted as they are drafted, in whatever thread."""

    def __init__(self) -> None:
        self._tally = Tally()
        self._wanted = self._drafted = 0
        self._lock = threading.Lock()

    def show(self, tally: Tally) -> None:
        """Show the counts of now, which are looked at again when sentences are drafted."""
        with self._lock:
            self._tally = tally
        self.refresh()

    def begun(self, sentences: int) -> None:
        """See :class:`summarize.watching.Watcher`."""
        with self._lock:
            self._wanted += sentences
        self.refresh()

    def drafted(self, more: int, headline: Headline | None, segments: Sequence[Segment]) -> None:
        """See :class:`summarize.watching.Watcher`."""
        with self._lock:
            self._drafted += more
        self.refresh()

    @property
    def pace(self) -> str:
        """Sentences drafted, and wanted for articles begun; speed, failures and time left."""
        with self._lock:
            return pace(self._tally, self._drafted, self._wanted)

    def refresh(self) -> None:
        """Show what is known now."""


class Silent(Figures):
    """Shows nothing: ``-q``."""


class Lines(Figures):
    """One line now and then, for logs."""

    def __init__(self, seconds: float = EVERY_SECONDS) -> None:
        super().__init__()
        self._seconds = seconds
        self._last = time.monotonic()

    def refresh(self) -> None:
        """Print a line if the last is long enough ago."""
        now, tally = time.monotonic(), self._tally
        if now - self._last >= self._seconds:
            self._last = now
            done = f"{len(tally.status):,} of {count(tally.total, 'article')}"
            print(f"{done}, {self.pace}", file=sys.stderr, flush=True)


class Live(Figures):
    """A bar with figures beside it, redrawn as things go on."""

    def __init__(self, bar: "Bar", task: "TaskID") -> None:
        super().__init__()
        self._bar = bar
        self._task = task

    def refresh(self) -> None:
        """Redraw with the counts of now."""
        total = self._tally.total or None
        done = len(self._tally.status)
        self._bar.update(self._task, total=total, completed=done, pace=self.pace)


def pace(tally: Tally, drafted: int, wanted: int) -> str:
    """How many sentences, how fast, failures and time left, in words."""
    parts = [f"{drafted:,} of {count(wanted, 'sentence')}" if wanted else "starting …"]
    if drafted:
        parts.append(speed(drafted, tally.seconds))
    if tally.counts["failed"]:
        parts.append(f"{tally.counts['failed']:,} failed")
    if tally.seconds_left:
        parts.append(f"about {duration(tally.seconds_left)} left")
    return ", ".join(parts)


@contextmanager
def shown(quiet: bool) -> Iterator[Figures]:
    """The view that suits standard error; what else is printed there stands above a bar."""
    if quiet:
        yield Silent()
    elif not sys.stderr.isatty():
        yield Lines()
    else:
        with _bar() as bar:
            yield Live(bar, bar.add_task("", total=None, pace="starting …"))


def _bar() -> "Bar":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    done = MofNCompleteColumn()
    columns = (BarColumn(BAR_WIDTH), done, TextColumn("articles, {task.fields[pace]}"))
    return Progress(*columns, console=Console(stderr=True), transient=True)

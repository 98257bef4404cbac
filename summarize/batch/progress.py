"""How a batch gets on, on standard error: a bar in a terminal, lines now and then elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarize.batch.tally import Tally
from summarize.batch.words import count, duration

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

EVERY_SECONDS = 10.0


class Silent:
    """Shows nothing: ``-q``."""

    def show(self, tally: Tally) -> None:
        """Nothing to do."""


class Lines:
    """One line now and then, for logs."""

    def __init__(self, seconds: float = EVERY_SECONDS) -> None:
        self._seconds = seconds
        self._last = time.monotonic()

    def show(self, tally: Tally) -> None:
        """Print a line if the last is long enough ago."""
        now = time.monotonic()
        if now - self._last >= self._seconds:
            self._last = now
            done = f"{len(tally.status):,} of {count(tally.total, 'article')}"
            print(f"{done}, {pace(tally)}", file=sys.stderr, flush=True)


class Live:
    """A bar with figures beside it, redrawn as things go on."""

    def __init__(self, bar: "Bar", task: "TaskID") -> None:
        self._bar = bar
        self._task = task

    def show(self, tally: Tally) -> None:
        """Redraw with the counts of now."""
        self._bar.update(
            self._task, total=tally.total, completed=len(tally.status), pace=pace(tally)
        )


def pace(tally: Tally) -> str:
    """Speed, failures and time left, in words."""
    parts = [f"{tally.rate:.1f} sentences/s"]
    if tally.counts["failed"]:
        parts.append(f"{tally.counts['failed']:,} failed")
    if tally.seconds_left:
        parts.append(f"about {duration(tally.seconds_left)} left")
    return ", ".join(parts)


@contextmanager
def shown(quiet: bool) -> Iterator[Silent | Lines | Live]:
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

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[pace]}"))
    return Progress(*columns, console=Console(stderr=True), transient=True)

"""What takes articles through the pipeline: this machine, or a cluster."""

import threading
from collections.abc import Generator, Iterable
from typing import Protocol

from summarize.batch.records import Window
from summarize.records import Result
from summarize.steps import Failure

Outcome = Result | Failure
Finished = tuple[Window, list[Outcome]]
"""A window and one outcome for each of its ``articles``, in their order."""


class Runner(Protocol):
    """Runs a pipeline on windows. Reading before it and writing behind it are not its business."""

    def run(self, windows: Iterable[Window], stop: threading.Event) -> Generator[Finished]:
        """Finished windows, as they come; only a bounded number is under way at any time.

        An article that a model cannot take becomes a ``Failure``; ``ModelError`` is raised where
        it would be the same for all. Once ``stop`` is set, what a model is at work on is finished,
        as far as somebody waits for it, and windows that have not come so far are left out.
        """

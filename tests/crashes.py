"""Work in a child process that is killed at a step of it, and what it had acknowledged by then.

A step is a line of the program or a few operations of SQLite: so a kill falls between any two
calls of the system that the program makes, within a transaction or after it.
"""

import os
import random
import signal
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import Any

import summarize

Tell = Callable[[str], None]
"""What the work acknowledges, as it would say "added" to a person."""
Work = Callable[[Path, Tell], None]

PROGRAM = str(Path(summarize.__file__).parent)
OPERATIONS = 25
_CHILDREN = get_context("forkserver") if sys.platform != "win32" else get_context("spawn")
_CHILDREN.set_forkserver_preload(["summarize.review.importing", "summarize.cli.terms"])


@dataclass(frozen=True, slots=True)
class Done:
    """What was acknowledged, and after how many steps it ended; ``None`` where it was killed."""

    told: tuple[str, ...]
    steps: int | None


def run(work: Work, folder: Path, kill_at: int = 0) -> Done:
    """Do ``work`` in a child, which is killed at step ``kill_at`` (0: never)."""
    ours, its = _CHILDREN.Pipe(duplex=False)
    child = _CHILDREN.Process(target=_child, args=(work, folder, kill_at, its))
    child.start()
    its.close()
    told, steps = list[str](), None
    with ours:
        try:
            while isinstance(word := ours.recv(), str):
                told.append(word)
            steps = word
        except EOFError:
            pass
    child.join()
    assert child.exitcode in (0, -signal.SIGKILL), f"the work itself failed: {child.exitcode}"
    return Done(tuple(told), steps)


def kills(
    work: Work, prepared: Callable[[], Path], count: int, seed: int
) -> list[tuple[Path, Done]]:
    """Kill ``work`` at ``count`` moments by chance, each in a folder of its own."""
    whole = run(work, prepared())
    assert whole.steps, "the work was not done even when nobody killed it"
    chance = random.Random(seed)
    moments = [chance.randint(1, whole.steps) for _ in range(count)]
    folders = [prepared() for _ in moments]
    return [(at, run(work, at, step)) for at, step in zip(folders, moments, strict=True)]


def _child(work: Work, folder: Path, kill_at: int, pipe: Connection) -> None:
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1
        if steps == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def on_line(frame: FrameType, event: str, _: Any) -> Any:
        if event == "line":
            step()
        return on_line

    def on_call(frame: FrameType, event: str, _: Any) -> Any:
        return on_line if frame.f_code.co_filename.startswith(PROGRAM) else None

    connect: Any = sqlite3.connect

    def watched(*arguments: Any, **options: Any) -> sqlite3.Connection:
        db: sqlite3.Connection = connect(*arguments, **options)
        db.set_progress_handler(step, OPERATIONS)
        return db

    sqlite3.connect = watched  # type: ignore[assignment]  # overloaded
    sys.settrace(on_call)
    work(folder, pipe.send)
    sys.settrace(None)
    pipe.send(steps)

"""A run in a process of its own, which goes on when the terminal is closed."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from summarize.adapting.desk import Desk, refused
from summarize.errors import SummarizeError
from summarize.own_files import FILE, own_folder

PATIENCE_SECONDS: Final = 3.0
"""How long to see whether it ends at once: what cannot start says so by then."""
NICE: Final = 10
"""Whatever a person does at the machine goes first."""
_PROGRAM: Final = "from summarize.cli import main; main()"


def started(desk: Desk, arguments: Sequence[str]) -> int:
    """Run ``summarize`` with ``arguments`` and return the number of its process.

    What it has to tell goes to ``desk.log``. Raises ``OutputError``, or ``SummarizeError`` with the
    end of the log where it ends at once.
    """
    try:
        own_folder(desk.root)
        log = os.open(desk.log, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, FILE)
    except OSError as error:
        raise refused(desk.log, error) from error
    try:
        process = subprocess.Popen(  # noqa: S603  (the program itself)
            [sys.executable, "-c", _PROGRAM, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    finally:
        os.close(log)
    _behind(process.pid)
    try:
        code = process.wait(PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.returncode = 0  # it is left to itself: no warning that nobody waits for it
        return process.pid
    raise SummarizeError(
        f"learning ended at once (exit {code}): {_end(desk.log)}", f"All that it said: {desk.log}"
    )


def _behind(process: int) -> None:
    import psutil

    try:
        psutil.Process(process).nice(NICE if os.name == "posix" else psutil.IDLE_PRIORITY_CLASS)
    except psutil.Error:
        return  # it has ended, or may not: then it goes on as any other


def _end(path: Path) -> str:
    lines = path.read_text("utf-8", "replace").splitlines()
    return lines[-1] if lines else "it said nothing"

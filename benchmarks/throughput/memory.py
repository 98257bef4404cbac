"""Peak memory of a process and its children, read from /proc while they run."""

import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

EVERY = 0.1
"""Seconds."""


def watched(process: subprocess.Popen[str], limit: float) -> tuple[str, str, float]:
    """What ``process`` printed on both channels, and the most megabytes its tree held at once.

    After ``limit`` seconds it is ended.
    """
    peak, over = 0, threading.Event()

    def watch() -> None:
        nonlocal peak
        while not over.wait(EVERY):
            peak = max(peak, sum(map(_resident, _tree(process.pid))))

    thread = threading.Thread(target=watch)
    thread.start()
    timer = threading.Timer(limit, process.kill)
    timer.start()
    output, errors = process.communicate()
    timer.cancel()
    over.set()
    thread.join()
    return output, errors, peak / 1000


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found = children.read_text("ascii").split()
        except OSError:  # ended meanwhile
            continue
        for child in found:
            yield from _tree(int(child))


def _resident(pid: int) -> int:
    """Kilobytes."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("utf-8")
    except OSError:
        return 0
    line = next((row for row in status.splitlines() if row.startswith("VmRSS:")), "VmRSS: 0 kB")
    return int(line.split()[1])

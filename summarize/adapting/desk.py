"""The folder of what a desk has learned: the run at work, the candidate, and who may change it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from summarize.errors import OutputError, UsageError
from summarize.json_text import read_json
from summarize.own_files import own_folder

VERDICT: Final = "verdict.json"
"""In the folder of a candidate: what it was measured by, and what was decided."""


class Desk:
    """The places in the folder ``root``, which is that of one person; nothing is made by asking."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.run = root / "run"
        """The run at work: its plan, its pairs and its state."""
        self.candidate = root / "candidate"
        """What was learned last and is not in use, to be looked at."""
        self.log = root / "log.txt"
        """What a run in the background has to tell."""
        self._lock = root / ".run.lock"

    @contextmanager
    def running(self) -> Iterator[None]:
        """Hold the desk for a run or an import. Raises ``UsageError``, ``OutputError``."""
        from filelock import FileLock, Timeout

        lock = FileLock(self._lock)
        try:
            own_folder(self.root)
            lock.acquire(timeout=0)
        except Timeout:
            raise UsageError(
                "another process is learning for this desk already",
                "See how far it is: summarize learn status",
            ) from None
        except (OSError, NotImplementedError) as error:
            raise refused(self.root, error) from error
        try:
            yield
        finally:
            lock.release()

    def is_busy(self) -> bool:
        """Whether a process is at work for the desk now."""
        if not self._lock.exists():
            return False
        try:
            with self.running():
                return False
        except UsageError:
            return True


def refused(place: Path, error: Exception) -> OutputError:
    """That ``place`` cannot be written."""
    said = getattr(error, "strerror", None) or error
    return OutputError(
        f"cannot write {place}: {said}", "Check the rights and the free space of its folder."
    )


def read_record(path: Path) -> dict[str, Any]:
    """The JSON object in ``path``, empty where there is none that can be read."""
    try:
        found = read_json(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}

"""What ``doctor`` finds out about the files of people's work."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from summarize.copies import last_copy

if TYPE_CHECKING:
    from summarize.settings import Settings

MOST: Final = 1000
"""Reviews looked through at once."""


def reviews_in(folders: Sequence[Path]) -> list[Path]:
    """The reviews in ``folders`` and in the folders right below them, or named themselves."""
    found: dict[Path, None] = {}
    for folder in folders:
        if folder.is_file():
            found[folder] = None
        for pattern in ("*review.sqlite", "*/*review.sqlite"):
            found.update(dict.fromkeys(sorted(islice(folder.glob(pattern), MOST))))
    return list(found)


def memory_state(settings: "Settings", deep: bool) -> tuple[bool, str, str]:
    """Whether the memory is sound, what it holds, and a remedy. Raises ``ReviewError``."""
    from summarize.session import open_memory

    memory = open_memory(settings)
    try:
        stats = memory.stats()
        if deep:
            memory.examine()
    finally:
        memory.close()
    if not memory.path.exists():
        copy = last_copy(memory.path)
        again = "Bring back its copy: summarize memory restore" if copy else ""
        return True, f"nothing approved yet in {memory.path}", again
    return True, f"{stats.entries} translations in {memory.path}{_copied(memory.path)}", ""


def review_states(folders: Sequence[Path]) -> Iterator[tuple[Path, "State"]]:
    """Every review, with what looks through it."""
    for path in reviews_in(folders):
        yield path, State(path)


class State:
    """Looks through one review when it is called."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self) -> tuple[bool, str, str]:
        """Whether it is sound, what it holds, and a remedy. Raises ``ReviewError``."""
        from summarize.review.store import ReviewStore

        store = ReviewStore(self._path)
        try:
            store.examine()
            segments = len(store.segments())
        finally:
            store.close()
        return True, f"{segments} segments in {self._path}{_copied(self._path)}", ""


def _copied(path: Path) -> str:
    copy = last_copy(path)
    return f"; copy of {copy.when:%Y-%m-%d %H:%M}" if copy else ""

"""New files as they arrive, by looking again and again: works on every file system."""

import threading
from collections.abc import Callable, Iterator, Sequence

from summarize.batch.records import Input
from summarize.errors import SummarizeError

SECONDS = 2.0
"""Between two looks."""
Version = tuple[int | str, int]
"""Of a file, size in bytes and time of change in nanoseconds; of an item, its own and its tries."""


def arrivals(
    look: Callable[[], Sequence[Input]], stop: threading.Event, seconds: float = SECONDS
) -> Iterator[list[Input]]:
    """What is new or changed at each look, once it stays the same for ``seconds``; for ever.

    A file still being copied is left for a later look. An item of a feed changes with what the feed
    says of it. An empty list says that nothing is waiting.
    """
    given: dict[str, Version] = {}
    seen: dict[str, Version] = {}
    while not stop.is_set():
        now = {one.id: (one, _version(one)) for one in look()}
        settled = [
            one
            for own, (one, version) in now.items()
            if seen.get(own) == version and given.get(own) != version
        ]
        seen = {own: version for own, (_, version) in now.items()}
        given.update((one.id, seen[one.id]) for one in settled)
        yield settled
        stop.wait(seconds)


def _version(one: Input) -> Version:
    """Of a file that is there; one that is not, such as a broken link, does not change."""
    if one.item is not None:
        return one.item.version, one.tries
    if isinstance(one.found, SummarizeError):
        return one.found.message, 0
    try:
        found = one.path.stat() if one.path else None
    except OSError:
        found = None
    return (found.st_size, found.st_mtime_ns) if found else (0, 0)

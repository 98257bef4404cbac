"""Windows in flight together that look things up as if they came one after the other."""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from summarize.cache import Cache
from summarize.stream import staged

T = TypeVar("T")
Turn = Callable[[int, int], AbstractContextManager[None]]
"""From the numbers of a stage and of a window to what surrounds the window's work in it."""


def overlapped(
    items: Iterable[T], stages: Sequence[Callable[[T], T]], most: int, turn: Turn
) -> Iterator[T]:
    """``items`` after all ``stages``, in order; up to ``most`` of them are in flight together.

    As :func:`summarize.stream.staged`, but for stages that wait for other machines: each item
    takes a thread through all of them.
    """

    def through(number: int, item: T) -> T:
        done = 0
        try:
            for done, stage in enumerate(stages):
                with turn(done, number):
                    item = stage(item)
        finally:
            for left in range(done + 1, len(stages)):  # after an error: let the others go on
                with turn(left, number):
                    pass
        return item

    pool = ThreadPoolExecutor(most, "window")
    begun = (pool.submit(through, number, item) for number, item in enumerate(items))
    try:
        for future in staged(begun, (), room=most):
            yield future.result()
    finally:
        pool.shutdown(cancel_futures=True)  # threads begin them in order: nobody waits for these


@dataclass(slots=True)
class _Stage:
    """Windows below ``front``, and those ``beyond``, have looked up; ``claims`` are in work."""

    front: int = 0
    beyond: set[int] = field(default_factory=set)
    claims: dict[int, set[str]] = field(default_factory=dict)

    def is_free(self, window: int, digests: set[str]) -> bool:
        earlier = (claimed for other, claimed in self.claims.items() if other < window)
        return self.front >= window and all(map(digests.isdisjoint, earlier))

    def passed(self, window: int) -> None:
        if window >= self.front:
            self.beyond.add(window)
        while self.front in self.beyond:
            self.beyond.remove(self.front)
            self.front += 1


class OrderedCache:
    """``cache`` for windows in flight together, as each would find it if they came in a row.

    A model may word a sentence differently in other company, so what is missing from the cache
    must not depend on chance: in each stage, a window looks up after the windows before it, and
    waits for one of them that is at work on something it needs as well.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._changed = threading.Condition()
        self._stages: dict[int, _Stage] = defaultdict(_Stage)
        self._own = threading.local()

    @contextmanager
    def turn(self, stage: int, window: int) -> Iterator[None]:
        """The block is what ``window``, numbered from 0, does in ``stage``, in this thread."""
        self._own.turn = (stage, window)
        try:
            yield
        finally:
            self._own.turn = None
            with self._changed:
                self._stages[stage].claims.pop(window, None)
                self._stages[stage].passed(window)
                self._changed.notify_all()

    def get_many(self, digests: Sequence[str]) -> dict[str, str]:
        """See :class:`summarize.cache.Cache`; waits for its turn."""
        if (turn := getattr(self._own, "turn", None)) is not None:
            stage, window = turn
            self._claim(stage, window, set(digests))
        return self._cache.get_many(digests)

    def put_many(self, stage: str, values: Mapping[str, str]) -> None:
        """See :class:`summarize.cache.Cache`."""
        self._cache.put_many(stage, values)

    def _claim(self, stage: int, window: int, digests: set[str]) -> None:
        with self._changed:
            own = self._stages[stage]
            self._changed.wait_for(lambda: own.is_free(window, digests))
            own.claims.setdefault(window, set()).update(digests)
            own.passed(window)
            self._changed.notify_all()

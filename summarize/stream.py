"""Work that flows through stages, each in a thread of its own, with bounded queues between.

So the next articles are read and summarised, and the last ones checked and written, while a model
translates; and however many there are, only a few are in memory.
"""

import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
LOOK_SECONDS = 0.1
"""Between two looks whether nobody wants to wait any more."""


class Channel(Generic[T]):
    """A queue of at most ``room`` items, from one thread to another; either end may finish it."""

    def __init__(self, room: int = 1) -> None:
        self._room = room
        self._items: deque[T] = deque()
        self._changed = threading.Condition()
        self._ended = False
        self._abandoned = False
        self._error: BaseException | None = None

    def put(self, item: T) -> bool:
        """Wait for room and add ``item``; false, and nothing added, once nobody takes any more."""
        with self._changed:
            self._changed.wait_for(lambda: self._abandoned or len(self._items) < self._room)
            if not self._abandoned:
                self._items.append(item)
                self._changed.notify_all()
            return not self._abandoned

    def end(self, error: BaseException | None = None) -> None:
        """Say that nothing follows; ``error`` is raised where the items are taken, after them."""
        with self._changed:
            self._ended, self._error = True, error
            self._changed.notify_all()

    def abandon(self) -> None:
        """Say that no more items will be taken."""
        with self._changed:
            self._abandoned = True
            self._items.clear()
            self._changed.notify_all()

    def __iter__(self) -> Iterator[T]:
        """Take the items, as they come, until the end."""
        return self.until(None)

    def until(self, over: threading.Event | None) -> Iterator[T]:
        """Take the items, as they come, until the end or until ``over`` is set."""
        seconds = LOOK_SECONDS if over is not None else None
        while over is None or not over.is_set():
            with self._changed:
                if not self._changed.wait_for(self._has_news, seconds):
                    continue
                if not self._items:
                    if self._error is not None and not self._abandoned:
                        raise self._error
                    return
                item = self._items.popleft()
                self._changed.notify_all()
            yield item

    def _has_news(self) -> bool:
        return bool(self._items or self._ended or self._abandoned)


def until(items: Iterable[T], over: threading.Event) -> Generator[T]:
    """``items`` as they come, worked on in a thread; once ``over`` is set nobody waits for more.

    Whoever stops before that must close this generator, which waits for the item in hand.
    """
    channel = Channel[T]()
    thread = threading.Thread(target=_pass, args=(items, _same, channel), daemon=True)
    thread.start()
    try:
        yield from channel.until(over)
    finally:
        channel.abandon()
        while thread.is_alive() and not over.is_set():
            thread.join(LOOK_SECONDS)


def staged(items: Iterable[T], stages: Sequence[Callable[[T], T]], room: int = 1) -> Iterator[T]:
    """``items`` after all ``stages``, in order; at most ``room`` wait before each stage.

    ``items`` is read ahead in a thread as well. An exception of ``items`` or of a stage is raised
    here, after what was finished before it. Whoever stops early must close this generator, which
    waits for the items in hand.
    """
    channels = [Channel[T](room) for _ in range(len(stages) + 1)]
    threads = [threading.Thread(target=_pass, args=(items, _same, channels[0]), daemon=True)]
    threads += [
        threading.Thread(target=_pass, args=(before, stage, after), daemon=True)
        for before, stage, after in zip(channels, stages, channels[1:], strict=False)
    ]
    for thread in threads:
        thread.start()
    try:
        yield from channels[-1]
    finally:
        for channel in channels:
            channel.abandon()
        for thread in threads:
            thread.join()


def _same(item: T) -> T:
    return item


def _pass(source: Iterable[T], stage: Callable[[T], T], target: Channel[T]) -> None:
    """Bring the items of ``source`` through ``stage`` to ``target``, and its end or error."""
    iterator = iter(source)
    error: BaseException | None = None
    try:
        for item in iterator:
            if not target.put(stage(item)):
                break
    except BaseException as failure:
        error = failure
    finally:
        if hasattr(iterator, "close"):
            iterator.close()
        if isinstance(source, Channel):
            source.abandon()
        target.end(error)

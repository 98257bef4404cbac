"""A stream of calls from the driver into a Ray dataset: served by number, as often as asked."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
from ray.data.block import BlockMetadata
from ray.data.datasource import Datasource, ReadTask

NUMBER, CALL, REPLY = "number", "call", "reply"
"""Columns of the datasets."""


class Feed:
    """An actor that keeps calls until their replies have come.

    A reader that dies is started anew and asks from 0 again: what was answered meanwhile is
    served as ``b""``, and nobody works on it twice.
    """

    def __init__(self) -> None:
        self._calls: dict[int, bytes] = {}
        self._count = 0
        self._ended = False
        self._changed = asyncio.Condition()

    async def put(self, call: bytes) -> int:
        """Keep ``call``; returns its number."""
        async with self._changed:
            number = self._count
            self._calls[number] = call
            self._count += 1
            self._changed.notify_all()
        return number

    async def get(self, number: int) -> bytes | None:
        """The call ``number``, as soon as it is there; ``None`` after the last."""
        async with self._changed:
            await self._changed.wait_for(lambda: number < self._count or self._ended)
        return self._calls.get(number, b"") if number < self._count else None

    async def forget(self, number: int) -> None:
        """The reply to the call ``number`` has come."""
        self._calls.pop(number, None)

    async def end(self) -> None:
        """Say that no more calls follow."""
        async with self._changed:
            self._ended = True
            self._changed.notify_all()


class FeedSource(Datasource):  # type: ignore[misc]
    """The calls of ``feed``, a handle of :class:`Feed`, one block each, as they come."""

    def __init__(self, feed: Any) -> None:
        super().__init__()
        self._feed = feed

    def estimate_inmemory_data_size(self) -> int | None:
        """Nobody knows."""
        return None

    def get_read_tasks(self, parallelism: int, *_: Any, **__: Any) -> list[ReadTask]:
        """One reader, however many are offered: calls are few and large."""
        feed = self._feed
        nothing_known = BlockMetadata(None, None, input_files=None, exec_stats=None)
        return [ReadTask(lambda: _blocks(feed), nothing_known)]


def _blocks(feed: Any) -> Iterator[pa.Table]:
    import ray

    number = 0
    while (call := ray.get(feed.get.remote(number))) is not None:
        yield pa.table({NUMBER: [number], CALL: pa.array([call], pa.large_binary())})
        number += 1

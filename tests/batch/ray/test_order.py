"""Windows in flight together get from the cache what they would get one after the other."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.batch.ray.order import OrderedCache, overlapped
from summarize.cache import Cache


class Dictionary:
    """A cache in memory."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def get_many(self, digests: Sequence[str]) -> dict[str, str]:
        return {digest: self.values[digest] for digest in digests if digest in self.values}

    def put_many(self, stage: str, values: Mapping[str, str]) -> None:
        self.values.update(values)


def look_up_and_compute(
    cache: Cache,
    windows: Sequence[frozenset[str]],
    refused: frozenset[str],
    flow: Callable[..., Iterable[int]],
) -> tuple[list[int], list[list[set[str]]]]:
    """What each window found missing, in each of two stages, when they go through ``flow``."""
    missing: list[list[set[str]]] = [[set(), set()] for _ in windows]

    def stage(number: int) -> Callable[[int], int]:
        def apply(window: int) -> int:
            keys = [f"{number}{key}" for key in sorted(windows[window])]
            missing[window][number] = set(keys) - cache.get_many(keys).keys()
            time.sleep(0.001 * (len(keys) % 3))  # so that they overtake each other
            kept = {key: "" for key in missing[window][number] if key[1:] not in refused}
            cache.put_many("any", kept)
            return window

        return apply

    order = list(flow(range(len(windows)), [stage(0), stage(1)]))
    return order, missing


def in_a_row(items: Iterable[int], stages: Sequence[Callable[[int], int]]) -> Iterator[int]:
    for item in items:
        for stage in stages:
            item = stage(item)
        yield item


keys = st.frozensets(st.sampled_from("abcdefg"), max_size=4)


@given(windows=st.lists(keys, max_size=12), refused=st.frozensets(st.sampled_from("abcdefg")))
@settings(max_examples=40, deadline=None)
def test_windows_together_miss_what_they_would_miss_in_a_row(
    windows: list[frozenset[str]], refused: frozenset[str]
) -> None:
    expected = look_up_and_compute(Dictionary(), windows, refused, in_a_row)
    cache = OrderedCache(Dictionary())
    found = look_up_and_compute(
        cache, windows, refused, lambda i, s: overlapped(i, s, most=4, turn=cache.turn)
    )
    assert found == expected


def test_windows_that_share_nothing_are_in_flight_together() -> None:
    cache = OrderedCache(Dictionary())
    met = threading.Barrier(3, timeout=10)

    def stage(window: int) -> int:
        cache.get_many([str(window)])
        met.wait()  # passes only when three are here at once
        return window

    assert list(overlapped(range(6), [stage], most=3, turn=cache.turn)) == [*range(6)]


def test_an_error_of_one_window_is_raised_and_leaves_no_other_waiting() -> None:
    cache = OrderedCache(Dictionary())

    def first(window: int) -> int:
        cache.get_many(["same"])
        if window == 1:
            raise ValueError("window 1")
        return window

    def second(window: int) -> int:
        cache.get_many(["same"])
        return window

    flow = overlapped(range(5), [first, second], most=3, turn=cache.turn)
    with ThreadPoolExecutor(1) as pool, pytest.raises(ValueError, match="window 1"):
        pool.submit(lambda: list(flow)).result(timeout=10)


def test_no_more_windows_than_asked_are_begun_ahead() -> None:
    begun: list[int] = []
    cache = OrderedCache(Dictionary())

    def windows() -> Iterator[int]:
        for number in range(100):
            begun.append(number)
            yield number

    flow: Any = overlapped(windows(), [lambda w: w], most=2, turn=cache.turn)
    next(flow)
    assert len(begun) <= 6
    flow.close()


def test_outside_a_turn_the_cache_is_asked_at_once() -> None:
    behind = Dictionary()
    behind.put_many("any", {"a": "1"})
    assert OrderedCache(behind).get_many(["a", "b"]) == {"a": "1"}

"""Stages in threads: order kept, few items under way, errors and early ends handed through."""

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.stream import Channel, staged, until


@given(st.lists(st.integers()), st.integers(0, 3), st.integers(1, 3))
@settings(max_examples=30, deadline=None)
def test_items_come_out_in_order_after_all_stages(items: list[int], stages: int, room: int) -> None:
    found = list(staged(items, [lambda n: n + 1] * stages, room))
    assert found == [item + stages for item in items]


def test_only_a_few_items_are_under_way_however_slow_the_consumer() -> None:
    taken: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    stream: Any = staged(numbers(), [lambda n: n, lambda n: n])
    next(stream)
    deadline = time.monotonic() + 1
    while len(taken) < 7 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(taken) <= 8  # one in each of three queues and four hands, and the one taken
    stream.close()


def test_stages_work_at_the_same_time() -> None:
    together = threading.Barrier(2, timeout=5)

    def first(item: int) -> int:
        if item == 1:
            together.wait()
        return item

    def second(item: int) -> int:
        if item == 0:
            together.wait()  # passes only while the first stage has item 1 in hand
        return item

    assert list(staged([0, 1], [first, second])) == [0, 1]


def test_an_error_of_a_stage_is_raised_after_what_was_done_before_it() -> None:
    def stage(item: int) -> int:
        if item == 2:
            raise ValueError("two")
        return item

    stream = staged(range(5), [stage, lambda n: n])
    assert [next(stream), next(stream)] == [0, 1]
    with pytest.raises(ValueError, match="two"):
        next(stream)


def test_an_error_of_the_source_is_raised() -> None:
    def source() -> Iterator[int]:
        yield 1
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        list(staged(source(), []))


def test_closing_early_closes_the_source_and_leaves_no_thread() -> None:
    closed = threading.Event()

    def source() -> Iterator[int]:
        try:
            yield from range(1000)
        finally:
            closed.set()

    before = threading.active_count()
    stream: Any = staged(source(), [lambda n: n] * 3)
    next(stream)
    stream.close()
    assert closed.is_set()
    assert threading.active_count() == before


def test_a_channel_takes_nothing_once_abandoned() -> None:
    channel = Channel[int]()
    channel.abandon()
    assert not channel.put(1)
    assert list(channel) == []


def test_what_is_waited_for_until_it_is_over_comes_in_order() -> None:
    assert list(until(iter(range(20)), threading.Event())) == list(range(20))


def test_once_it_is_over_nobody_waits_for_the_item_in_hand() -> None:
    over, goes_on = threading.Event(), threading.Event()

    def items() -> Iterator[int]:
        yield 1
        over.set()
        goes_on.wait(60)
        yield 2

    assert list(until(items(), over)) in ([1], [])
    assert not goes_on.is_set()
    goes_on.set()


def test_an_error_comes_after_what_was_done_before_it() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ValueError("two")

    found = until(items(), threading.Event())
    assert next(found) == 1
    with pytest.raises(ValueError, match="two"):
        next(found)


def test_whoever_stops_early_waits_for_the_item_in_hand() -> None:
    ended = threading.Event()

    def items() -> Iterator[int]:
        try:
            yield from range(10)
        finally:
            ended.set()

    found = until(items(), threading.Event())
    next(found)
    found.close()
    assert ended.is_set()

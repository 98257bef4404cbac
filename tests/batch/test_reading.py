"""Entries in order, read ahead but not far; windows of bounded size."""

import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.batch.reading import CHARACTERS_A_TOKEN, MOST, SECOND, Placed, read_ahead, windows
from summarize.batch.records import Entry, Input
from tests.builders import build_article


def placed(number: int) -> Placed:
    return Input(str(number), str(number), str(number)), str(number)


def entry(name: str, tokens: int = 0) -> Entry:
    article = build_article("x" * tokens * CHARACTERS_A_TOKEN) if tokens else None
    return Entry(Input(name, name, name), name, article=article)


def slowly(one: Placed) -> Entry:
    time.sleep(0.002 * (int(one[1]) % 3))
    return entry(one[1])


@given(st.integers(0, 30), st.integers(1, 5))
@settings(max_examples=15, deadline=None)
def test_entries_come_in_the_order_of_their_inputs(count: int, threads: int) -> None:
    found = read_ahead(map(placed, range(count)), slowly, threads)
    assert [one.place for one in found if one] == [str(n) for n in range(count)]


def test_reading_keeps_only_a_little_ahead() -> None:
    begun: list[str] = []

    def read(one: Placed) -> Entry:
        begun.append(one[1])
        return entry(one[1])

    found = read_ahead(map(placed, range(100)), read, threads=2)
    next(found)
    time.sleep(0.05)
    assert len(begun) <= 6
    found.close()  # type: ignore[attr-defined]


def test_several_are_read_at_the_same_time() -> None:
    together = threading.Barrier(3, timeout=5)

    def read(one: Placed) -> Entry:
        together.wait()
        return entry(one[1])

    assert len(list(read_ahead(map(placed, range(3)), read, threads=3))) == 3


def test_nothing_waits_behind_a_pause() -> None:
    found = read_ahead([placed(1), placed(2), None, placed(3)], slowly, threads=4)
    assert [one.place if one else None for one in found] == ["1", "2", None, "3"]


def test_the_first_window_is_one_article_and_later_ones_grow_until_they_are_full() -> None:
    sizes = [len(w.entries) for w in windows([entry(str(n), 100) for n in range(100)], 1600)]
    assert sizes == [1, 1600 // SECOND // 100, 4, 8, 16, 16, 16, 16, 16, 5]


def test_what_costs_nothing_goes_in_windows_of_many() -> None:
    sizes = [len(window.entries) for window in windows([entry("x")] * (2 * MOST + 1), 1600)]
    assert sizes == [MOST, MOST, 1]


@pytest.mark.parametrize(
    ("tokens", "found"),
    [
        (10, [(1, False), (1, True), (1, False)]),
        (1600, [(1, False), (1, False), (0, True), (1, False)]),
    ],
)
def test_a_pause_ends_a_window_and_is_told_once(tokens: int, found: list[tuple[int, bool]]) -> None:
    entries = [None, entry("first", 10), entry("1", tokens), None, None, entry("2", tokens)]
    assert [(len(window.entries), window.idle) for window in windows(entries, 1600)] == found

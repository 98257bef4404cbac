"""What is missing is computed once each; only what is fit to be kept is kept."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from summarize.cache import Cache, Codec, Key, NoCache, Store, Tolerant, WriteOnly, remember

NUMBERS: Codec[int] = Codec(dump=str, load=int)


class Lengths:
    """Computes the length of words and records which it was asked for."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.asked: list[str] = []

    def __call__(self, positions: list[int]) -> Iterator[list[tuple[int, int]]]:
        for i in positions:
            self.asked.append(self.words[i])
            yield [(i, len(self.words[i]))]


def run(
    cache: Cache, words: Sequence[str], unfit: str = ""
) -> tuple[list[int], list[bool], list[str]]:
    compute = Lengths(words)
    keys = [Key("length", word, "", "") for word in words]
    found = remember(cache, keys, compute, NUMBERS, keep=lambda i, _: words[i] != unfit)
    return [item.value for item in found], [item.hit for item in found], compute.asked


def test_equal_keys_are_computed_once_and_order_is_kept() -> None:
    values, hits, asked = run(NoCache(), ["bb", "a", "bb", "ccc"])
    assert values == [2, 1, 2, 3]
    assert hits == [False] * 4
    assert asked == ["bb", "a", "ccc"]


def test_what_is_cached_is_not_computed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    run(store, ["a", "bb"])
    assert run(store, ["bb", "ccc", "a"]) == ([2, 3, 1], [True, False, True], ["ccc"])


def test_nothing_is_computed_when_all_is_there(tmp_path: Path) -> None:
    store = Store(tmp_path)
    run(store, ["a"])
    assert run(store, ["a"])[2] == []


def test_an_unfit_value_is_returned_but_not_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert run(store, ["a", "bb"], unfit="bb")[0] == [1, 2]
    assert run(store, ["a", "bb"])[2] == ["bb"]


def test_a_stored_value_that_cannot_be_read_counts_as_missing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put_many("length", {Key("length", "a", "", "").digest(): '"no number"'})
    assert run(store, ["a"]) == ([1], [False], ["a"])


def test_refreshing_computes_again_and_rewrites(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put_many("length", {Key("length", "a", "", "").digest(): '"9"'})
    assert run(WriteOnly(store), ["a"])[0] == [1]
    assert run(store, ["a"])[:2] == ([1], [True])


def test_a_cache_that_refuses_costs_one_notice_and_no_result(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    notices: list[str] = []
    cache = Tolerant(Store(tmp_path / "file" / "cache"), notices.append)
    assert run(cache, ["a"])[0] == [1]
    assert run(cache, ["bb"])[0] == [2]
    assert len(notices) == 1
    assert "without a cache" in notices[0]


def test_what_is_computed_is_stored_before_more_is_computed(tmp_path: Path) -> None:
    store, words = Store(tmp_path), ["a", "bb", "ccc"]

    def failing(positions: list[int]) -> Iterator[list[tuple[int, int]]]:
        yield [(2, 3), (0, 1)]
        raise ValueError("the second group fails")

    with pytest.raises(ValueError, match="second group"):
        remember(
            store, [Key("length", w, "", "") for w in words], failing, NUMBERS, lambda *_: True
        )
    assert run(store, words)[1:] == ([True, False, True], ["bb"])


def test_what_there_is_is_told_each_time_there_is_more(tmp_path: Path) -> None:
    store, words = Store(tmp_path), ["a", "bb", "ccc", "a"]
    run(store, ["bb"])
    told: list[list[int | None]] = []
    remember(
        store,
        [Key("length", word, "", "") for word in words],
        Lengths(words),
        NUMBERS,
        keep=lambda *_: True,
        ready=lambda found: told.append([one.value if one else None for one in found]),
    )
    assert told == [[None, 2, None, None], [1, 2, None, 1], [1, 2, 3, 1]]

import threading
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.engines.batching import Batching, batches_as_done, in_order, token_batches
from summarize.errors import ModelError
from tests.browser import PATIENCE

LENGTHS = st.lists(st.integers(min_value=0, max_value=300))
BUDGETS = st.integers(min_value=1, max_value=1000)
SHARES = st.integers(min_value=1, max_value=9)


@given(LENGTHS, BUDGETS, SHARES)
def test_every_position_is_in_exactly_one_batch(
    lengths: list[int], budget: int, shares: int
) -> None:
    batches = token_batches(lengths, Batching(budget, shares))
    assert sorted(i for batch in batches for i in batch) == list(range(len(lengths)))


@given(LENGTHS, BUDGETS, SHARES)
def test_no_batch_exceeds_the_budget_unless_it_holds_one_input(
    lengths: list[int], budget: int, shares: int
) -> None:
    for batch in token_batches(lengths, Batching(budget, shares)):
        assert len(batch) == 1 or len(batch) * max(lengths[i] for i in batch) <= budget


@given(LENGTHS, BUDGETS, SHARES)
def test_batches_go_from_long_to_short(lengths: list[int], budget: int, shares: int) -> None:
    order = [
        lengths[i] for batch in token_batches(lengths, Batching(budget, shares)) for i in batch
    ]
    assert order == sorted(lengths, reverse=True)


@given(LENGTHS, BUDGETS, SHARES)
def test_there_is_work_for_as_many_as_share_it(
    lengths: list[int], budget: int, shares: int
) -> None:
    batches = token_batches(lengths, Batching(budget, shares))
    assert len(batches) >= min(len(lengths), (shares + 1) // 2)
    assert max(map(len, batches), default=0) <= -(-len(lengths) // shares)


@pytest.mark.parametrize("workers", [1, 3])
@given(texts=st.lists(st.text(max_size=20)), budget=BUDGETS, shares=SHARES)
def test_outputs_come_back_in_the_order_of_the_inputs(
    texts: list[str], budget: int, shares: int, workers: int
) -> None:
    batching = Batching(budget, shares, workers)
    done = batches_as_done(texts, len, lambda batch: [text.upper() for text in batch], batching)
    assert in_order(done) == [text.upper() for text in texts]


def test_like_lengths_share_a_batch() -> None:
    assert token_batches([10, 2, 10, 2], Batching(20)) == [[0, 2], [1, 3]]


def test_batches_run_side_by_side_where_there_are_workers() -> None:
    together = threading.Barrier(2)

    def run(batch: Sequence[str]) -> list[str]:
        together.wait(PATIENCE)  # raises where nobody else comes
        return [*batch]

    done = batches_as_done(["a", "b"], len, run, Batching(shares=2, workers=2))
    assert in_order(done) == ["a", "b"]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_failure_in_one_batch_is_the_failure_of_the_call(workers: int) -> None:
    def run(batch: Sequence[str]) -> list[str]:
        if "b" in batch:
            raise ModelError("no memory")
        return [*batch]

    with pytest.raises(ModelError, match="no memory"):
        list(batches_as_done(["a", "b", "c"], len, run, Batching(shares=3, workers=workers)))


def test_a_batch_is_told_while_another_is_still_at_work() -> None:
    goes_on = threading.Event()

    def run(batch: Sequence[str]) -> list[str]:
        assert batch[0] == "b" or goes_on.wait(PATIENCE)
        return [*batch]

    done = batches_as_done(["aa", "b"], len, run, Batching(shares=2, workers=2))
    assert next(done) == [(1, "b")]
    goes_on.set()
    assert list(done) == [[(0, "aa")]]


def test_whoever_stops_early_starts_no_further_batch() -> None:
    seen: list[str] = []

    def run(batch: Sequence[str]) -> list[str]:
        seen.extend(batch)
        return [*batch]

    done = batches_as_done(["a", "b", "c"], len, run, Batching(shares=3))
    next(done)
    done.close()
    assert len(seen) == 1

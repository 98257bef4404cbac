from hypothesis import given
from hypothesis import strategies as st

from summarize.engines.batching import run_batched, token_batches

LENGTHS = st.lists(st.integers(min_value=0, max_value=300))
BUDGETS = st.integers(min_value=1, max_value=1000)


@given(LENGTHS, BUDGETS)
def test_every_position_is_in_exactly_one_batch(lengths: list[int], budget: int) -> None:
    batches = token_batches(lengths, budget)
    assert sorted(i for batch in batches for i in batch) == list(range(len(lengths)))


@given(LENGTHS, BUDGETS)
def test_no_batch_exceeds_the_budget_unless_it_holds_one_input(
    lengths: list[int], budget: int
) -> None:
    for batch in token_batches(lengths, budget):
        assert len(batch) == 1 or len(batch) * max(lengths[i] for i in batch) <= budget


@given(LENGTHS, BUDGETS)
def test_batches_go_from_long_to_short(lengths: list[int], budget: int) -> None:
    order = [lengths[i] for batch in token_batches(lengths, budget) for i in batch]
    assert order == sorted(lengths, reverse=True)


@given(st.lists(st.text(max_size=20)), BUDGETS)
def test_outputs_come_back_in_the_order_of_the_inputs(texts: list[str], budget: int) -> None:
    shouted = run_batched(texts, len, lambda batch: [text.upper() for text in batch], budget)
    assert shouted == [text.upper() for text in texts]


def test_like_lengths_share_a_batch() -> None:
    assert token_batches([10, 2, 10, 2], budget=20) == [[0, 2], [1, 3]]

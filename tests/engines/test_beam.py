"""Beam search over a made-up decoder, beside looking at every output there is."""

from itertools import product

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from summarize.engines.beam import beam_search, restrained
from summarize.tokens import Decoding

WORDS, END, LONGEST = 3, 0, 3
SIZES = st.floats(-3, 3, width=32)
TABLES = st.lists(st.lists(SIZES, min_size=WORDS, max_size=WORDS), min_size=WORDS, max_size=WORDS)


class Markov:
    """What comes next depends on the last token, and on the sentence."""

    def __init__(self, tables: Tensor) -> None:
        self._tables = tables  # (sentences, last token, next token)
        self._rows = torch.arange(len(tables))
        self.most_rows = 0

    def step(self, ids: Tensor) -> Tensor:
        assert len(ids) == len(self._rows)
        self.most_rows = max(self.most_rows, len(ids))
        return self._tables[self._rows, ids[:, -1]]

    def reorder(self, rows: Tensor) -> None:
        self._rows = self._rows[rows]


def all_outputs(table: Tensor, begin: int, penalty: float) -> dict[tuple[int, ...], float]:
    """Every output with what it is ranked by."""
    chances = table.log_softmax(-1)
    found = {}
    for length in range(1, LONGEST + 1):
        for tokens in product(range(WORDS), repeat=length):
            inside, last = tokens[:-1], tokens[-1]
            if END in inside or (length < LONGEST and last != END):
                continue
            pairs = zip((begin, *inside), tokens, strict=True)
            total = sum(float(chances[before, after]) for before, after in pairs)
            found[tokens] = total / length**penalty
    return found


@given(st.lists(TABLES, min_size=1, max_size=3), st.sampled_from([0.0, 1.0, 2.0]))
def test_a_beam_that_holds_all_outputs_finds_them_in_order(
    tables: list[list[list[float]]], penalty: float
) -> None:
    width = WORDS**LONGEST
    decoding = Decoding(width, LONGEST, length_penalty=penalty, hypotheses=width)
    values = torch.tensor(tables)
    begin = torch.ones(len(tables), 1, dtype=torch.long)
    for table, found in zip(values, beam_search(Markov(values), begin, END, decoding), strict=True):
        expected = all_outputs(table, 1, penalty)
        assert len(found) == len(expected)
        for one in found:
            tokens = (*one.tokens, *[END] * one.finished)
            assert one.rank == pytest.approx(expected[tokens], abs=1e-4)
            assert one.score == pytest.approx(one.rank * len(tokens) ** (penalty - 1), abs=1e-4)
        ranks = [one.rank for one in found]
        assert ranks == sorted(ranks, reverse=True)


@given(st.lists(TABLES, min_size=1, max_size=4))
def test_a_beam_of_one_takes_the_likeliest_token_each_time(
    tables: list[list[list[float]]],
) -> None:
    values = torch.tensor(tables) + torch.tensor([0.0, 1e-3, 2e-3])  # no ties
    begin = torch.full((len(tables), 2), 2)
    found = beam_search(Markov(values), begin, END, Decoding(max_new_tokens=9))
    for table, [one] in zip(values, found, strict=True):
        last, expected = 2, list[int]()
        while len(expected) < 9 and END not in expected:
            last = int(table[last].argmax())
            expected.append(last)
        assert [*one.tokens, *[END] * one.finished] == expected


def test_sentences_that_are_done_cost_nothing_more() -> None:
    ends = torch.tensor([[9.0, 0, 0]] * 3)
    goes_on = torch.tensor([[0.0, 9, 0]] * 3)

    class Counting(Markov):
        rows: list[int] = []  # noqa: RUF012  (of this test alone)

        def step(self, ids: Tensor) -> Tensor:
            self.rows.append(len(ids))
            return super().step(ids)

    decoder = Counting(torch.stack([ends, goes_on]))
    beam_search(decoder, torch.ones(2, 1, dtype=torch.long), END, Decoding(max_new_tokens=4))
    assert decoder.rows == [2, 1, 1, 1]


def test_nothing_to_begin_with_gives_nothing() -> None:
    empty = torch.ones(0, 1, dtype=torch.long)
    assert beam_search(Markov(torch.zeros(0, 3, 3)), empty, END, Decoding()) == []


@pytest.mark.parametrize("size", [1, 2, 3])
def test_what_would_repeat_an_n_gram_is_forbidden(size: int) -> None:
    written = torch.tensor([[1, 2, 3, 1, 2], [4, 4, 4, 4, 4]])
    found = restrained(torch.zeros(2, 6), written, END, Decoding(no_repeat_ngram_size=size))
    forbidden = [set(row.isinf().nonzero()[:, 0].tolist()) for row in found]
    assert forbidden == [{1: {1, 2, 3}, 2: {3}, 3: {3}}[size], {4}]


def test_written_words_cost_more_and_the_end_has_to_wait() -> None:
    written = torch.tensor([[1, 2]])
    logits = torch.tensor([[3.0, 3, -3, 3]])
    rules = Decoding(repetition_penalty=1.5, min_new_tokens=3)
    assert restrained(logits, written, END, rules).tolist() == [[float("-inf"), 2.0, -4.5, 3.0]]
    assert logits.tolist() == [[3.0, 3, -3, 3]], "the decoder's own are left alone"
    assert restrained(logits, written, END, Decoding(min_new_tokens=2))[0, END] == 3

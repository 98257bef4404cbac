"""Beam search over a decoder in PyTorch; a beam of one is greedy search.

Ends and ranks as CTranslate2 does: a sentence is done once as many hypotheses have ended as its
beam is wide, and hypotheses are ranked by log-probability over length to the power of the penalty.
"""

from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor

from summarize.tokens import Decoding

NEVER = float("-inf")


class Decoder(Protocol):
    """Says what may come next, and remembers what came."""

    def step(self, ids: Tensor) -> Tensor:
        """Logits (rows, vocabulary) of what follows the new tokens ``ids`` (rows, tokens)."""

    def reorder(self, rows: Tensor) -> None:
        """Go on with these of its rows."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One output: its tokens without those it begins with and without the end mark.

    ``score`` is the mean log-probability of its tokens, the end mark among them, and ``rank`` what
    the hypotheses of a sentence are ordered by.
    """

    tokens: tuple[int, ...]
    score: float
    rank: float
    finished: bool


def beam_search(
    decoder: Decoder, begin: Tensor, end: int, decoding: Decoding
) -> list[list[Hypothesis]]:
    """Hypotheses for each row of ``begin``, best first, as many as ``decoding`` asks for.

    ``decoder`` has a row for each row of ``begin`` (rows, tokens), all of which every output of
    that row begins with; ``end`` is the number of the end mark.
    """
    search = _Search(begin, end, decoding)
    decoder.reorder(search.rows)
    new = search.tokens
    while search.alive:
        rows = search.advance(decoder.step(new))
        if not torch.equal(rows, torch.arange(len(new), device=rows.device)):
            decoder.reorder(rows)
        new = search.tokens[:, -1:]
    return search.found


class _Search:
    """The beams of all sentences that are not done: ``tokens`` has as many rows as their beams."""

    def __init__(self, begin: Tensor, end: int, decoding: Decoding) -> None:
        self._decoding, self._end, self._prefix = decoding, end, begin.shape[1]
        width = decoding.beam_size
        self.alive = list(range(len(begin)))
        self.found: list[list[Hypothesis]] = [[] for _ in self.alive]
        self.rows = torch.arange(len(begin), device=begin.device).repeat_interleave(width)
        self.tokens = begin[self.rows]
        self._totals = torch.full((len(begin), width), NEVER, device=begin.device)
        self._totals[:, 0] = 0  # at first all beams of a sentence are the same

    def advance(self, logits: Tensor) -> Tensor:
        """Take the likeliest next tokens; returns which rows these go on from."""
        width, vocabulary = self._decoding.beam_size, logits.shape[-1]
        scores = restrained(logits, self.tokens[:, self._prefix :], self._end, self._decoding)
        totals = self._totals.view(-1, 1) + scores.log_softmax(-1)
        most = min(2 * width, width * vocabulary)
        values, places = totals.view(len(self.alive), -1).topk(most, dim=-1)
        alive: list[int] = []
        kept: list[tuple[float, int, int]] = []
        candidates = zip(values.tolist(), places.tolist(), strict=True)
        for number, (sentence, found) in enumerate(zip(self.alive, candidates, strict=True)):
            going_on = self._sorted_out(sentence, number * width, vocabulary, *found)
            alive += [sentence] if going_on else []
            kept += going_on
        self.alive = alive
        return self._go_on(kept)

    def _sorted_out(
        self, sentence: int, first: int, vocabulary: int, values: list[float], places: list[int]
    ) -> list[tuple[float, int, int]]:
        """Note what ends among the candidates; what goes on as total, row and token, or nothing."""
        width = self._decoding.beam_size
        length = self.tokens.shape[1] + 1 - self._prefix
        is_last = length >= self._decoding.max_new_tokens
        going_on: list[tuple[float, int, int]] = []
        for rank, (value, place) in enumerate(zip(values, places, strict=True)):
            row, token = first + place // vocabulary, place % vocabulary
            if (token == self._end or is_last) and rank < width and value > NEVER:
                self._note(sentence, row, token, value, length)
            if token != self._end and len(going_on) < width:
                going_on.append((value, row, token))
        if not is_last and len(self.found[sentence]) < width:
            return going_on
        best = sorted(self.found[sentence], key=lambda one: one.rank, reverse=True)
        self.found[sentence] = best[: self._decoding.hypotheses]
        return []

    def _note(self, sentence: int, row: int, token: int, total: float, length: int) -> None:
        tokens = self.tokens[row, self._prefix :].tolist()
        finished = token == self._end
        if not finished:
            tokens.append(token)
        rank = total / length**self._decoding.length_penalty
        self.found[sentence].append(Hypothesis(tuple(tokens), total / length, rank, finished))

    def _go_on(self, kept: list[tuple[float, int, int]]) -> Tensor:
        """Make these totals, rows and tokens the beams; returns the rows."""
        place, width = self.tokens.device, self._decoding.beam_size
        rows = torch.tensor([row for _, row, _ in kept], dtype=torch.long, device=place)
        new = torch.tensor([token for _, _, token in kept], dtype=torch.long, device=place)
        self.tokens = torch.cat([self.tokens[rows], new[:, None]], 1)
        self._totals = torch.tensor([total for total, _, _ in kept], device=place).view(-1, width)
        return rows


def restrained(logits: Tensor, written: Tensor, end: int, decoding: Decoding) -> Tensor:
    """``logits`` of what may follow the tokens ``written`` under the rules of ``decoding``.

    Repeated tokens cost what Keskar et al. 2019 (arXiv:1909.05858) have them cost.
    """
    logits = logits.float().clone()
    if decoding.repetition_penalty != 1:
        known = logits.gather(1, written)
        penalty = decoding.repetition_penalty
        logits.scatter_(1, written, torch.where(known < 0, known * penalty, known / penalty))
    length = written.shape[1]
    if length < decoding.min_new_tokens:
        logits[:, end] = NEVER
    size = decoding.no_repeat_ngram_size
    if 0 < size <= length:
        grams = written.unfold(1, size, 1)
        last = written[:, length - size + 1 :]
        rows, places = (grams[:, :, :-1] == last[:, None]).all(-1).nonzero(as_tuple=True)
        logits[rows, grams[rows, places, -1]] = NEVER
    return logits

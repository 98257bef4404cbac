"""Token ids of pairs for an encoder-decoder model, in padded batches of similar length."""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import torch
from torch import Tensor

from training.adapter.batches import IGNORED
from training.adapter.data import Pair


@dataclass(frozen=True, slots=True)
class Example:
    """Ids of both sides, each with the end token."""

    source: tuple[int, ...]
    target: tuple[int, ...]

    @property
    def size(self) -> int:
        """Tokens of both sides."""
        return len(self.source) + len(self.target)


@dataclass(frozen=True, slots=True)
class Batch:
    """``ids`` and ``mask`` of shape (rows, source positions), ``labels`` (rows, target ones)."""

    ids: Tensor
    mask: Tensor
    labels: Tensor

    @property
    def tokens(self) -> int:
        """Target tokens that are learned."""
        return int((self.labels != IGNORED).sum())

    def to(self, device: torch.device) -> "Batch":
        """The same batch on ``device``."""
        return Batch(self.ids.to(device), self.mask.to(device), self.labels.to(device))


class Encoder:
    """Writes pairs with ``tokenizer``; English that was made from Khmer begins with ``tag``."""

    def __init__(self, tokenizer: Any, tag: str) -> None:
        self._tokenizer, self._tag = tokenizer, tag

    def __call__(self, pair: Pair) -> Example:
        """The example of one pair."""
        source = f"{self._tag} {pair.source}" if pair.prompt == "tagged" else pair.source
        ids = self._tokenizer(source, text_target=pair.target)
        return Example(tuple(ids["input_ids"]), tuple(ids["labels"]))

    @property
    def padding(self) -> int:
        """The id that fills up."""
        return int(self._tokenizer.pad_token_id)


def batched(
    pairs: Iterable[Pair], encode: Encoder, settings: Mapping[str, Any], seed: int
) -> Iterator[Batch]:
    """Batches of at most ``settings["tokens"]`` padded tokens, as long as there are pairs."""
    chance = random.Random(seed)
    longest = settings["longest"]
    examples = (encode(pair) for pair in pairs)
    fitting = (e for e in examples if max(len(e.source), len(e.target)) <= longest)
    while pool := sorted(islice(fitting, settings["pool"]), key=lambda e: e.size):
        groups = list(_groups(pool, settings["tokens"]))
        chance.shuffle(groups)
        for group in groups:
            yield padded(group, encode.padding)


def padded(examples: Sequence[Example], padding: int) -> Batch:
    """One batch, padded on the right."""
    ids = _filled([e.source for e in examples], padding)
    labels = _filled([e.target for e in examples], IGNORED)
    lengths = torch.tensor([[len(e.source)] for e in examples])
    return Batch(ids, (torch.arange(ids.shape[1]) < lengths).long(), labels)


def _filled(rows: Sequence[tuple[int, ...]], value: int) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([[*row, *[value] * (width - len(row))] for row in rows])


def _groups(pool: Sequence[Example], tokens: int) -> Iterator[list[Example]]:
    group: list[Example] = []
    source = target = 0
    for example in pool:
        wide = max(source, len(example.source)), max(target, len(example.target))
        if group and sum(wide) * (len(group) + 1) > tokens:
            yield group
            group, wide = [], (len(example.source), len(example.target))
        group.append(example)
        source, target = wide
    yield group

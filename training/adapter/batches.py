"""Token ids of pairs, gathered into padded batches of similar length."""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

from summarize.models.embedded.vocabulary import BOS, EOS
from training.adapter.data import Pair

IGNORED = -100


@dataclass(frozen=True, slots=True)
class Example:
    """Ids of prompt and target in one row; the first ``prompt`` of them are not learned."""

    ids: tuple[int, ...]
    prompt: int


class Encoder:
    """Writes a pair as ``<bos> prompt`` and ``space target <eos>``.

    ``prompts`` has the prompt of each kind of pair; see ``[prompt]`` in ``config.toml``.
    """

    def __init__(self, tokenizer: Tokenizer, prompts: Mapping[str, str]) -> None:
        self._tokenizer, self._prompts = tokenizer, prompts
        ids = tokenizer.get_vocab()
        self._bos, self._end = ids[BOS], ids[EOS]

    def __call__(self, pair: Pair) -> Example:
        """The example of one pair."""
        prompt = self.prompt(pair)
        return Example((*prompt, *self._ids(f" {pair.target}"), self._end), len(prompt))

    def prompt(self, pair: Pair) -> list[int]:
        """What the model is given to write the target of ``pair``."""
        text = self._prompts[pair.prompt].format(source=pair.source)
        return [self._bos, *self._ids(text)]

    def _ids(self, text: str) -> list[int]:
        ids: list[int] = self._tokenizer.encode(text, add_special_tokens=False).ids
        return ids


@dataclass(frozen=True, slots=True)
class Batch:
    """``ids`` and ``labels`` of shape (rows, positions); labels are what comes next."""

    ids: Tensor
    labels: Tensor

    @property
    def tokens(self) -> int:
        """Target tokens that are learned."""
        return int((self.labels != IGNORED).sum())

    def to(self, device: torch.device) -> "Batch":
        """The same batch on ``device``."""
        return Batch(self.ids.to(device), self.labels.to(device))


def batched(
    pairs: Iterable[Pair], encode: Encoder, settings: Mapping[str, Any], seed: int
) -> Iterator[Batch]:
    """Batches of at most ``settings["tokens"]`` padded tokens, as long as there are pairs."""
    chance = random.Random(seed)
    examples = (encode(pair) for pair in pairs)
    fitting = (example for example in examples if len(example.ids) <= settings["longest"])
    while pool := sorted(islice(fitting, settings["pool"]), key=lambda e: len(e.ids)):
        groups = list(_groups(pool, settings["tokens"]))
        chance.shuffle(groups)
        yield from map(padded, groups)


def padded(examples: Sequence[Example]) -> Batch:
    """One batch, padded on the right, where causal attention never looks."""
    width = max(len(example.ids) for example in examples) - 1
    ids = torch.zeros(len(examples), width, dtype=torch.long)
    labels = torch.full((len(examples), width), IGNORED)
    for row, example in enumerate(examples):
        length = len(example.ids) - 1
        ids[row, :length] = torch.tensor(example.ids[:-1])
        learned = slice(example.prompt - 1, length)
        labels[row, learned] = torch.tensor(example.ids[example.prompt :])
    return Batch(ids, labels)


def _groups(pool: Sequence[Example], tokens: int) -> Iterator[list[Example]]:
    """Neighbours of the sorted pool, as many as fit when padded to the longest of them."""
    group: list[Example] = []
    for example in pool:
        if group and len(example.ids) * (len(group) + 1) > tokens:
            yield group
            group = []
        group.append(example)
    yield group

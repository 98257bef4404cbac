"""An adapter on the frozen base, as a task for :mod:`summarize.adapting.loop`."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from summarize.adapting.batches import IGNORED, Batch, Encoder, batched, padded
from summarize.adapting.lora import add_lora, load_adapter, save_adapter
from summarize.adapting.network import load
from summarize.adapting.pairs import Pair
from summarize.models.embedded.base import BaseFile
from summarize.models.embedded.build import VOCABULARY
from summarize.models.embedded.vocabulary import closed, tokenizer

Draw = Callable[[int], Iterator[Pair]]
"""Pairs without end, by a seed."""


def loss_of(model: Any, precision: torch.dtype, batch: Batch) -> Tensor:
    """Mean cross-entropy of the target tokens; the head runs at learned positions only.

    Products are taken in ``precision``, which is bfloat16 or that of the weights.
    """
    learned = batch.labels != IGNORED
    is_short = precision == torch.bfloat16
    with torch.autocast(batch.ids.device.type, torch.bfloat16, enabled=is_short):
        hidden = model.model(input_ids=batch.ids, use_cache=False).last_hidden_state
        logits = model.lm_head(hidden[learned])
    return nn.functional.cross_entropy(logits.float(), batch.labels[learned])


class AdapterTask:
    """Trains on what ``draw`` gives; see :class:`summarize.adapting.loop.Task`.

    ``wanted`` are ids of pieces that the model is to know, ``init`` an adapter to start from, whose
    pieces must be among them. Frozen weights have the format ``precision``, in which products are
    taken too. ``config`` has the tables ``prompt``, ``lora`` and ``batches``.
    """

    def __init__(
        self,
        config: Mapping[str, Any],
        base: BaseFile,
        wanted: Sequence[int],
        draw: Draw,
        init: Path | None = None,
        precision: torch.dtype = torch.bfloat16,
    ) -> None:
        self._config, self._draw = config, draw
        self.kept = closed(base.vocabulary, wanted)
        self.encode = Encoder(tokenizer(base.vocabulary.cut(self.kept)), config["prompt"])
        # Frozen, so rounding does not add up.
        self.model: nn.Module = nn.Module.to(load(base, self.kept), precision)
        add_lora(self.model, config["lora"])
        if init:
            place = {piece: i for i, piece in enumerate(self.kept)}
            load_adapter(self.model, init, [place[piece] for piece in read_kept(init)])
        self.parameters = [p for p in self.model.parameters() if p.requires_grad]
        self.loss = self.development_loss = partial(loss_of, self.model, precision)
        self.development: list[Batch] = []

    def batches(self, seed: int) -> Iterator[Batch]:
        """A resumed run has another seed: it draws on, not again."""
        return batched(self._draw(seed), self.encode, self._config["batches"], seed)

    def develop_on(self, pairs: Sequence[Pair]) -> None:
        """Take ``pairs`` to see how far the training has come."""
        self.development = [padded([self.encode(pair)]) for pair in pairs]

    def save(self, folder: Path) -> None:
        """See :func:`summarize.adapting.lora.save_adapter`; the vocabulary beside it."""
        (folder / VOCABULARY).write_text(json.dumps(self.kept), "utf-8")
        save_adapter(self.model, self._config["lora"], folder)


def read_kept(adapter: Path) -> list[int]:
    """Ids of the pieces that the adapter in a folder was trained with."""
    kept: list[int] = json.loads((adapter / VOCABULARY).read_text("utf-8"))
    return kept

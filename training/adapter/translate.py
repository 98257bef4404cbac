"""Translating with an adapter, by torch: on any device, in batches of like length."""

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from training.adapter.batches import Encoder, padded
from training.adapter.data import Pair
from training.adapter.train import loss_of


def translate(
    model: Any, encode: Encoder, pairs: Sequence[Pair], options: dict[str, Any]
) -> list[str]:
    """What the model writes for the source and prompt of each pair, in order.

    ``options`` are those of ``generate`` in Transformers, and ``rows``: how many at a time.
    """
    prompts = [encode.prompt(pair) for pair in pairs]
    written = [""] * len(pairs)
    for group in _groups(prompts, options["rows"]):
        outputs = _generate(model, encode, [prompts[i] for i in group], options)
        for i, ids in zip(group, outputs, strict=True):
            written[i] = encode.text(ids)
    return written


@torch.no_grad()
def losses(model: nn.Module, encode: Encoder, pairs: Sequence[Pair]) -> list[float]:
    """Mean cross-entropy of the target of each pair, in nats a token."""
    device = next(model.parameters()).device
    return [float(loss_of(model, padded([encode(pair)]).to(device))) for pair in pairs]


def _groups(prompts: Sequence[list[int]], rows: int) -> Iterator[list[int]]:
    """Positions of prompts that are about as long."""
    order = sorted(range(len(prompts)), key=lambda i: len(prompts[i]))
    for start in range(0, len(order), rows):
        yield order[start : start + rows]


@torch.no_grad()
def _generate(
    model: Any, encode: Encoder, prompts: Sequence[list[int]], options: dict[str, Any]
) -> list[list[int]]:
    device = next(model.parameters()).device
    ids, mask = _left_padded(prompts)
    width = ids.shape[1]
    steering = {name: value for name, value in options.items() if name not in ("rows", "ratio")}
    with torch.autocast(device.type, torch.bfloat16):
        outputs = model.generate(
            input_ids=ids.to(device),
            attention_mask=mask.to(device),
            max_new_tokens=int(options["ratio"] * width) + 8,
            eos_token_id=encode.end,
            pad_token_id=0,
            **steering,
        )
    rows: list[list[int]] = outputs[:, width:].tolist()
    return rows


def _left_padded(prompts: Sequence[list[int]]) -> tuple[Tensor, Tensor]:
    """Ids and attention mask; what is written follows each prompt directly."""
    width = max(map(len, prompts))
    ids = torch.tensor([[0] * (width - len(own)) + own for own in prompts])
    mask = torch.tensor([[0] * (width - len(own)) + [1] * len(own) for own in prompts])
    return ids, mask

"""The network of Netra-NMT in PyTorch, written from its published description.

An encoder and a decoder with layer norms before each part and learned positions; SwiGLU between
(Shazeer 2020, arXiv:2002.05202); the decoder's embeddings serve as its output as well. Shapes come
from its config.json, and modules have the names of its tensors, so that the published
safetensors load as they are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from torch import Tensor, nn
from torch.nn import functional

from summarize.models.layout import WEIGHTS

TIED = "lm_head.weight"
"""Stored by some: always the decoder's embeddings."""
KeysValues = tuple[Tensor, Tensor]
"""Both of shape (rows, heads, tokens, size of a head)."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Dimensions of a network: ``inner`` is the width within the feed-forward parts."""

    vocabulary: int
    width: int
    heads: int
    inner: int
    positions: int
    encoder_layers: int
    decoder_layers: int

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> "Shape":
        """What a published config.json says. Raises ``KeyError``, ``TypeError``."""
        return cls(
            vocabulary=int(config["vocab_size"]),
            width=int(config["d_model"]),
            heads=int(config["n_heads"]),
            inner=int(config["ffn_dim"]),
            positions=int(config["max_len"]),
            encoder_layers=int(config["enc_layers"]),
            decoder_layers=int(config["dec_layers"]),
        )


class Attention(nn.Module):
    """Multi-head attention; the projections of queries, keys and values are one matrix."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.width
        self._heads = shape.heads
        self.in_proj_weight = nn.Parameter(torch.empty(3 * width, width))
        self.in_proj_bias = nn.Parameter(torch.empty(3 * width))
        self.out_proj = nn.Linear(width, width)

    def forward(self, x: Tensor, seen: KeysValues, mask: Tensor | None) -> Tensor:
        """Attend from ``x`` (rows, tokens, width) to ``seen``, where ``mask`` is true."""
        [queries] = self._projected(x, 0, 1)
        found = functional.scaled_dot_product_attention(queries, *seen, attn_mask=mask)
        joined: Tensor = self.out_proj(found.transpose(1, 2).flatten(2))
        return joined

    def keys_values(self, x: Tensor) -> KeysValues:
        """What there is to attend to in ``x``."""
        keys, values = self._projected(x, 1, 3)
        return keys, values

    def _projected(self, x: Tensor, first: int, last: int) -> list[Tensor]:
        """Projections ``first`` to ``last``, of queries, keys and values in that order."""
        width = x.shape[-1]
        part = slice(first * width, last * width)
        found = functional.linear(x, self.in_proj_weight[part], self.in_proj_bias[part])
        heads = found.view(*x.shape[:2], last - first, self._heads, -1)
        return [one.transpose(1, 2) for one in heads.unbind(2)]


class FeedForward(nn.Module):
    """SwiGLU; the first half of ``w1`` is the gate."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.w1 = nn.Linear(shape.width, 2 * shape.inner, bias=False)
        self.w2 = nn.Linear(shape.inner, shape.width, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """As long and as wide as ``x``."""
        gate, value = self.w1(x).chunk(2, dim=-1)
        found: Tensor = self.w2(functional.silu(gate) * value)
        return found


class EncoderLayer(nn.Module):
    """Attention among all source tokens, then the feed-forward part."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.self_attn, self.ffn = Attention(shape), FeedForward(shape)
        self.norm1, self.norm2 = nn.LayerNorm(shape.width), nn.LayerNorm(shape.width)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """See :meth:`Attention.forward`."""
        normal = self.norm1(x)
        x = x + self.self_attn(normal, self.self_attn.keys_values(normal), mask)
        found: Tensor = x + self.ffn(self.norm2(x))
        return found


class DecoderLayer(nn.Module):
    """Attention to earlier target tokens, attention to the source, the feed-forward part."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.self_attn, self.cross_attn = Attention(shape), Attention(shape)
        self.ffn = FeedForward(shape)
        self.norm1, self.norm2 = nn.LayerNorm(shape.width), nn.LayerNorm(shape.width)
        self.norm3 = nn.LayerNorm(shape.width)

    def forward(self, x: Tensor, state: "State", layer: int, causal: Tensor | None) -> Tensor:
        """Carry new tokens ``x`` on, and add what later ones attend to to ``state``."""
        normal = self.norm1(x)
        seen = state.extended(layer, self.self_attn.keys_values(normal))
        x = x + self.self_attn(normal, seen, causal)
        x = x + self.cross_attn(self.norm2(x), state.source[layer], state.mask)
        found: Tensor = x + self.ffn(self.norm3(x))
        return found


class Stack(nn.Module):
    """What encoder and decoder have in common: embeddings, positions, layers, a last norm."""

    def __init__(self, shape: Shape, layers: nn.ModuleList) -> None:
        super().__init__()
        self.embed = nn.Embedding(shape.vocabulary, shape.width)
        self.pos_embed = nn.Embedding(shape.positions, shape.width)
        self.layers = layers
        self.norm = nn.LayerNorm(shape.width)

    def embedded(self, ids: Tensor, first: int = 0) -> Tensor:
        """Vectors of ``ids`` (rows, tokens), which stand from position ``first`` on."""
        places = torch.arange(first, first + ids.shape[1], device=ids.device)
        found: Tensor = self.embed(ids) + self.pos_embed(places)
        return found


@dataclass
class State:
    """What the decoder keeps between tokens: ``source`` and ``target`` by layer.

    ``mask`` (rows, 1, 1, source tokens) is true where the source has a token.
    """

    source: list[KeysValues]
    target: list[KeysValues | None]
    mask: Tensor

    @property
    def length(self) -> int:
        """Target tokens so far."""
        first = self.target[0] if self.target else None
        return 0 if first is None else first[0].shape[2]

    def extended(self, layer: int, new: KeysValues) -> KeysValues:
        """All keys and values of ``layer``, the ``new`` ones behind those of earlier tokens."""
        before = self.target[layer]
        if before is not None:
            new = torch.cat([before[0], new[0]], 2), torch.cat([before[1], new[1]], 2)
        self.target[layer] = new
        return new

    def reorder(self, rows: Tensor) -> None:
        """Go on with ``rows`` of what there is, some perhaps more than once."""
        self.source = [(keys[rows], values[rows]) for keys, values in self.source]
        self.target = [one and (one[0][rows], one[1][rows]) for one in self.target]
        self.mask = self.mask[rows]


class Network(nn.Module):
    """The whole of it. Raises ``IndexError`` for more tokens than there are positions."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        encoder = [EncoderLayer(shape) for _ in range(shape.encoder_layers)]
        decoder = [DecoderLayer(shape) for _ in range(shape.decoder_layers)]
        self.encoder = Stack(shape, nn.ModuleList(encoder))
        self.decoder = Stack(shape, nn.ModuleList(decoder))

    def start(self, ids: Tensor, mask: Tensor) -> State:
        """Read sources: ``ids`` and ``mask``, true where there is a token, are (rows, tokens)."""
        mask = mask.bool()[:, None, None]
        x = self.encoder.embedded(ids)
        for layer in self.encoder.layers:
            x = layer(x, mask)
        x = self.encoder.norm(x)
        layers: list[Any] = list(self.decoder.layers)
        source = [layer.cross_attn.keys_values(x) for layer in layers]
        return State(source, [None] * len(layers), mask)

    def step(self, ids: Tensor, state: State) -> Tensor:
        """Logits (rows, tokens, vocabulary) after each of the new target tokens ``ids``."""
        new, before = ids.shape[1], state.length
        causal = None
        if new > 1:
            causal = torch.ones(new, before + new, dtype=torch.bool, device=ids.device).tril(before)
        x = self.decoder.embedded(ids, before)
        for number, layer in enumerate(self.decoder.layers):
            x = layer(x, state, number, causal)
        return functional.linear(self.decoder.norm(x), self.decoder.embed.weight)


def load_network(folder: Path, config: Mapping[str, Any]) -> Network:
    """The network in ``folder``, in float32 as its makers run it; the file holds float16.

    Raises ``KeyError``, ``TypeError`` or ``RuntimeError`` where ``config`` and weights do not fit.
    """
    with torch.device("meta"):
        network = Network(Shape.of(config))
    with safe_open(folder / WEIGHTS, "pt") as file:  # one by one: never all of them twice
        names = [name for name in file.keys() if name != TIED]  # noqa: SIM118  (no dictionary)
        weights = {name: file.get_tensor(name).float() for name in names}
    network.load_state_dict(weights, strict=True, assign=True)
    return network.eval()

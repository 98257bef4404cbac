"""PyTorch alone, for an encoder-decoder model that transformers does not have."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor

from summarize.engines.base import cut, limited, ranked
from summarize.engines.batching import batches_as_done, in_order
from summarize.engines.beam import Hypothesis, beam_search
from summarize.engines.device import pick_device
from summarize.engines.failing import generating
from summarize.families import read_json
from summarize.families.pieces import UNKNOWN, NumberedPieces
from summarize.models.load import opening
from summarize.models.netra.network import Network, State, load_network
from summarize.options import DeviceName
from summarize.tokens import Decoding, Generated, Tokens


class TorchSeq2Seq:
    """Netra-NMT as published, in float32, with the pieces that number its tokens.

    Raises ``ModelError``.
    """

    def __init__(self, folder: Path, pieces: NumberedPieces, device: DeviceName = "auto") -> None:
        self._device = pick_device(device, torch.cuda.is_available)
        self._pieces = pieces
        config = read_json(folder, "config.json")
        with opening(folder):
            self._pad, self._start, self._end = (
                int(config[name]) for name in ("pad_id", "bos_id", "eos_id")
            )
            self._network = load_network(folder, config).to(self._device)

    def generate(self, inputs: Sequence[Tokens], decoding: Decoding) -> list[Generated]:
        """See :class:`summarize.engines.base.Engine`."""
        return in_order(self.generate_as_done(inputs, decoding))

    def generate_as_done(
        self, inputs: Sequence[Tokens], decoding: Decoding
    ) -> Iterator[list[tuple[int, Generated]]]:
        """See :class:`summarize.engines.base.Engine`."""
        return batches_as_done(
            inputs,
            lambda tokens: len(tokens.source),
            lambda batch: self._generate(batch, decoding),
        )

    def _generate(self, batch: Sequence[Tokens], decoding: Decoding) -> list[Generated]:
        sources, mask = self._padded([self._ids(tokens.source) for tokens in batch])
        begin = [[self._start, *self._ids(tokens.prefix)] for tokens in batch]
        with generating(RuntimeError, IndexError), torch.inference_mode():
            decoder = _Decoder(self._network, self._network.start(sources, mask))
            found = beam_search(
                decoder,
                torch.tensor(begin, device=self._device),
                self._end,
                limited(decoding, batch),
            )
        return [
            cut(ranked([self._generated(one) for one in hypotheses]), tokens)
            for hypotheses, tokens in zip(found, batch, strict=True)
        ]

    def _generated(self, found: Hypothesis) -> Generated:
        names = self._pieces.names
        # A model may have more numbers than its tokenizer has tokens.
        tokens = tuple(names[i] if i < len(names) else UNKNOWN for i in found.tokens)
        return Generated(tokens, found.score, found.finished)

    def _ids(self, tokens: Sequence[str]) -> list[int]:
        return [self._pieces.numbers[token] for token in tokens]

    def _padded(self, rows: Sequence[list[int]]) -> tuple[Tensor, Tensor]:
        """Ids and mask, both of shape (rows, longest row)."""
        width = max(map(len, rows))
        ids = [row + [self._pad] * (width - len(row)) for row in rows]
        mask = [[True] * len(row) + [False] * (width - len(row)) for row in rows]
        return torch.tensor(ids, device=self._device), torch.tensor(mask, device=self._device)


class _Decoder:
    """See :class:`summarize.engines.beam.Decoder`."""

    def __init__(self, network: Network, state: State) -> None:
        self._network, self._state = network, state

    def step(self, ids: Tensor) -> Tensor:
        return self._network.step(ids, self._state)[:, -1]

    def reorder(self, rows: Tensor) -> None:
        self._state.reorder(rows)

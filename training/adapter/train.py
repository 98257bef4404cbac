"""Train the adapter: ``python -m training.adapter.train --data FOLDER --out FOLDER``.

``--out`` gets the adapter in PEFT's format and the kept vocabulary besides what every run leaves
there (:mod:`training.loop`).
"""

import argparse
import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from summarize.models.embedded.base import BaseFile
from summarize.models.embedded.build import VOCABULARY
from summarize.models.embedded.vocabulary import closed, tokenizer
from training.adapter.batches import IGNORED, Batch, Encoder, batched, padded
from training.adapter.data import Pair, draw, load_sources, read_pairs
from training.adapter.lora import add_lora, load_adapter, save_adapter
from training.adapter.model import load
from training.loop import CHECKPOINT, Run, run_parser
from training.precision import fastest

CONFIG = Path(__file__).with_name("config.toml")


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
    """An adapter on the frozen base; see :class:`training.loop.Task`.

    ``init`` is an adapter to start from, ``base_path`` the weights of the base where they are not
    to be put together from their packages. The pieces of ``english`` are kept besides those that
    the pairs and ``init`` need, so that rare words of the source stay whole. Frozen weights have
    the format ``precision``, in which products are taken too. Files go to ``out``.
    """

    def __init__(
        self,
        config: Mapping[str, Any],
        sources: Mapping[str, list[Pair]],
        out: Path,
        base_path: Path | None = None,
        init: Path | None = None,
        english: Sequence[str] = (),
        precision: torch.dtype = torch.bfloat16,
    ) -> None:
        self._config, self._sources, self._out = config, sources, out
        base = BaseFile(base_path or assembled(config, out))
        earlier = read_kept(init) if init else []
        # A run that goes on keeps its pieces, though new pairs may need others.
        is_resumed = (out / CHECKPOINT).exists()
        wanted = read_kept(out) if is_resumed else {*earlier, *self._needed(base, english)}
        kept = closed(base.vocabulary, wanted)
        (out / VOCABULARY).write_text(json.dumps(kept), "utf-8")
        self.encode = Encoder(tokenizer(base.vocabulary.cut(kept)), config["prompt"])
        # Frozen, so rounding does not add up.
        self.model: nn.Module = nn.Module.to(load(base, kept), precision)
        add_lora(self.model, config["lora"])
        if init:
            place = {piece: i for i, piece in enumerate(kept)}
            load_adapter(self.model, init, [place[piece] for piece in earlier])
        self.parameters = [p for p in self.model.parameters() if p.requires_grad]
        self.loss = self.development_loss = partial(loss_of, self.model, precision)
        self.development: list[Batch] = []

    def batches(self, seed: int) -> Iterator[Batch]:
        """A resumed run has another seed: it draws on, not again."""
        pairs = draw(self._sources, self._config, seed)
        return batched(pairs, self.encode, self._config["batches"], seed)

    def develop_on(self, path: Path) -> None:
        """Take the first lines of ``path`` to see how far the training has come."""
        lines = read_pairs(path)[: self._config["logging"]["development_lines"]]
        self.development = [padded([self.encode(pair)]) for pair in lines]

    def save(self, folder: Path) -> None:
        """See :func:`training.adapter.lora.save_adapter`."""
        save_adapter(self.model, self._config["lora"], folder)

    def _needed(self, base: BaseFile, english: Sequence[str]) -> set[int]:
        """Every piece that the pairs need, in whatever direction, and that ``english`` needs."""
        encode = Encoder(tokenizer(base.vocabulary), self._config["prompt"])
        pairs = [pair for source in self._sources.values() for pair in source]
        turned = (pair.turned() for pair in pairs if pair.source)
        asked = (Pair(line, "") for line in english)
        rows = (*map(encode, (*pairs, *turned)), *map(encode, asked))
        return {0, 3} | {i for row in rows for i in row.ids}


def read_kept(adapter: Path) -> list[int]:
    """Ids of the pieces that the adapter in a folder was trained with."""
    kept: list[int] = json.loads((adapter / VOCABULARY).read_text("utf-8"))
    return kept


def assembled(config: Mapping[str, Any], out: Path) -> Path:
    """The base weights, put together from their data packages and checked."""
    package = import_module(config["base"]["package"])
    path: Path = package.assemble(out / "base.gguf")
    return path


def train(arguments: argparse.Namespace) -> None:
    """One run, or what is left of it."""
    config = tomllib.loads(arguments.config.read_text("utf-8"))
    torch.manual_seed(config["seed"])
    torch.set_num_threads(arguments.threads)
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    sources = load_sources(arguments.data, config, arguments.made)
    english = [line for path in arguments.english for line in path.read_text("utf-8").splitlines()]
    precision = fastest(torch.device(arguments.device))
    task = AdapterTask(config, sources, out, arguments.base, arguments.init, english, precision)
    task.develop_on(arguments.data / "eval" / "flores_dev.tsv")
    task.model.to(arguments.device)
    if arguments.compile:
        for layer in task.model.get_submodule("model.layers").children():
            layer.compile(dynamic=True)
    Run(task, config, out, arguments.minutes, arguments.device).train()


def main() -> None:
    """Read the command line and train."""
    parser = run_parser(__doc__.splitlines()[0], CONFIG)
    parser.add_argument("--base", type=Path, help="GGUF of the base, else from its packages")
    parser.add_argument("--init", type=Path, help="adapter folder to start from")
    parser.add_argument(
        "--english", type=Path, nargs="+", default=[], help="texts whose words are to stay whole"
    )
    parser.add_argument(
        "--compile",
        action="store_true",
        help="fuse each layer's operations; needs a C++ compiler",
    )
    train(parser.parse_args())


if __name__ == "__main__":
    main()

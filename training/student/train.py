"""Train the student: ``python -m training.student.train --data FOLDER --made FOLDER --out FOLDER``.

``--out`` gets a Marian model as ``save_pretrained`` writes it, the moving average of its
parameters, besides what every run leaves there (:mod:`training.loop`).
"""

import argparse
import tomllib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from training.adapter.batches import IGNORED
from training.adapter.data import Pair, draw, load_sources, read_pairs
from training.loop import Run, run_parser
from training.student.batches import Batch, Encoder, batched, padded
from training.student.model import new_model
from training.student.vocabulary import load_tokenizer, write_vocabulary

CONFIG = Path(__file__).with_name("config.toml")


def loss_of(model: Any, batch: Batch, smoothing: float = 0.0) -> Tensor:
    """Mean cross-entropy of the target tokens, labels smoothed; products in bfloat16."""
    with torch.autocast(batch.ids.device.type, torch.bfloat16):
        outputs = model(input_ids=batch.ids, attention_mask=batch.mask, labels=batch.labels)
    logits, labels = outputs.logits.float().flatten(0, 1), batch.labels.flatten()
    return nn.functional.cross_entropy(
        logits, labels, ignore_index=IGNORED, label_smoothing=smoothing
    )


class StudentTask:
    """A Marian model from nothing; see :class:`training.loop.Task`. Files go to ``out``."""

    def __init__(
        self, config: Mapping[str, Any], sources: Mapping[str, list[Pair]], out: Path
    ) -> None:
        self._config, self._sources, self._out = config, sources, out
        if not (out / "vocab.json").exists():  # a resumed run keeps its vocabulary
            pairs = [pair for own in sources.values() for pair in own]
            english, khmer = (p.source for p in pairs), (p.target for p in pairs)
            write_vocabulary(out, english, khmer, config["vocabulary"])
        tokenizer = load_tokenizer(out)
        self.encode = Encoder(tokenizer, config["vocabulary"]["tag"])
        self.model = new_model(config["model"], config["decoding"], len(tokenizer))
        self.parameters = [p for p in self.model.parameters() if p.requires_grad]
        self.development: list[Batch] = []

    def batches(self, seed: int) -> Iterator[Batch]:
        """A resumed run has another seed: it draws on, not again."""
        pairs = draw(self._sources, self._config, seed)
        return batched(pairs, self.encode, self._config["batches"], seed)

    def loss(self, batch: Batch) -> Tensor:
        """With the smoothing of the configuration."""
        return loss_of(self.model, batch, self._config["optimiser"]["label_smoothing"])

    def development_loss(self, batch: Batch) -> Tensor:
        """Without it."""
        return loss_of(self.model, batch)

    def develop_on(self, path: Path) -> None:
        """Take the first lines of ``path`` to see how far the training has come."""
        lines = read_pairs(path)[: self._config["logging"]["development_lines"]]
        self.development = [padded([self.encode(p)], self.encode.padding) for p in lines]

    def save(self, folder: Path) -> None:
        """The model in half precision; the tokenizer is there since the beginning.

        A copy keeps its tied embeddings one tensor, which halves the file.
        """
        deepcopy(self.model).half().save_pretrained(folder)


def train(arguments: argparse.Namespace) -> None:
    """One run, or what is left of it."""
    config = tomllib.loads(arguments.config.read_text("utf-8"))
    torch.manual_seed(config["seed"])
    torch.set_num_threads(arguments.threads)
    arguments.out.mkdir(parents=True, exist_ok=True)
    sources = load_sources(arguments.data, config, arguments.made)
    task = StudentTask(config, sources, arguments.out)
    task.develop_on(arguments.data / "eval" / "flores_dev.tsv")
    task.model.to(arguments.device)
    Run(task, config, arguments.out, arguments.minutes, arguments.device).train()


def main() -> None:
    """Read the command line and train."""
    train(run_parser(__doc__.splitlines()[0], CONFIG).parse_args())


if __name__ == "__main__":
    main()

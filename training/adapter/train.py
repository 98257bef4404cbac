"""Train the adapter: ``python -m training.adapter.train --data FOLDER --out FOLDER``.

The learning rate follows wall time and reaches zero after ``--minutes``, however slow or busy the
machine is. Interrupted, the same command goes on from the last checkpoint. ``--out`` gets the
adapter in PEFT's format, the kept vocabulary, ``curve.jsonl`` and ``checkpoint.pt``.
"""

import argparse
import json
import time
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from summarize.models.embedded.base import BaseFile
from summarize.models.embedded.vocabulary import closed, tokenizer
from training.adapter.batches import IGNORED, Batch, Encoder, batched, padded
from training.adapter.data import Pair, draw, load_sources, read_pairs
from training.adapter.lora import add_lora, load_adapter, save_adapter
from training.adapter.model import load

VOCABULARY = "vocabulary_ids.json"


@dataclass
class Progress:
    """How far a run has come; ``seconds`` of wall time, over all its parts."""

    step: int = 0
    tokens: int = 0
    seconds: float = 0.0


def loss_of(model: nn.Module, batch: Batch) -> Tensor:
    """Mean cross-entropy of the target tokens; the head runs at learned positions only.

    Products are taken in bfloat16, which modern processors multiply at twice the speed.
    """
    learned = batch.labels != IGNORED
    with torch.autocast(batch.ids.device.type, torch.bfloat16):
        hidden = model.model(input_ids=batch.ids, use_cache=False).last_hidden_state
        logits = model.lm_head(hidden[learned])
    return nn.functional.cross_entropy(logits.float(), batch.labels[learned])


def rate_share(progress: float, warm_up: float) -> float:
    """The learning rate as a share of its peak, when ``progress`` (0 to 1) of the time is over."""
    rise = progress / warm_up if warm_up else 1.0
    return max(0.0, min(rise, (1 - progress) / (1 - warm_up)))


class Run:
    """Model, optimiser and files of one training run."""

    def __init__(self, arguments: argparse.Namespace, config: Mapping[str, Any]) -> None:
        torch.manual_seed(config["seed"])
        self.config, self.out = config, arguments.out
        self.out.mkdir(parents=True, exist_ok=True)
        self.limit = arguments.minutes * 60
        self.sources = load_sources(arguments.data, config)
        self.model, self.encode = self._model(arguments)
        self.adapter = [p for p in self.model.parameters() if p.requires_grad]
        options = config["optimiser"]
        self.optimiser = torch.optim.AdamW(
            self.adapter,
            lr=options["learning_rate"],
            betas=(0.9, options["beta2"]),
            weight_decay=options["weight_decay"],
        )
        self.progress = self._resumed()
        self.development = self._development(arguments.data)

    def train(self) -> None:
        """Step until the time is over, then save the adapter."""
        done, started = self.progress.seconds, time.monotonic()
        saved, logging = started, self.config["logging"]
        for batch in self._batches():
            self.progress.seconds = done + time.monotonic() - started
            if self.progress.seconds >= self.limit:
                break
            loss = self._step(batch)
            if self.progress.step % logging["steps_between_records"] == 0:
                self._record(loss=round(loss, 4))
            if time.monotonic() - saved > logging["seconds_between_checkpoints"]:
                self._save()
                saved = time.monotonic()
        self._save()

    def _step(self, batch: Batch) -> float:
        options = self.config["optimiser"]
        share = rate_share(self.progress.seconds / self.limit, options["warm_up"])
        for group in self.optimiser.param_groups:
            group["lr"] = options["learning_rate"] * share
        loss = loss_of(self.model, batch)
        self.optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.adapter, options["clip"])
        self.optimiser.step()
        self.progress.step += 1
        self.progress.tokens += batch.tokens
        return loss.item()

    def _batches(self) -> Any:
        seed = self.config["seed"] + self.progress.step  # a resumed run draws on, not again
        pairs = draw(self.sources, self.config["mix"], seed)
        return batched(pairs, self.encode, self.config["batches"], seed)

    def _model(self, arguments: argparse.Namespace) -> tuple[nn.Module, Encoder]:
        base = BaseFile(arguments.base or self._assembled())
        ids = closed(base.vocabulary, self._kept(base, arguments.init))
        (self.out / VOCABULARY).write_text(json.dumps(ids), "utf-8")
        model = load(base, ids)
        add_lora(model, self.config["lora"])
        if arguments.init:
            load_adapter(model, arguments.init)
        return model, Encoder(tokenizer(base.vocabulary.cut(ids)), self.config["prompt"])

    def _assembled(self) -> Path:
        """The base weights, put together from their data packages and checked."""
        package = import_module(self.config["base"]["package"])
        path: Path = package.assemble(self.out / "base.gguf")
        return path

    def _kept(self, base: BaseFile, init: Path | None) -> list[int]:
        """Ids of the adapter to start from, or else every piece that the pairs need."""
        if init:
            kept: list[int] = json.loads((init / VOCABULARY).read_text("utf-8"))
            return kept
        encode = Encoder(tokenizer(base.vocabulary), self.config["prompt"])
        pairs = (pair for source in self.sources.values() for pair in source)
        return sorted({0, 3} | {i for pair in pairs for i in encode(pair).ids})

    def _development(self, data: Path) -> list[Batch]:
        lines = read_pairs(data / "eval" / "flores_dev.tsv")
        first: list[Pair] = lines[: self.config["logging"]["development_lines"]]
        return [padded([self.encode(pair)]) for pair in first]

    def _development_loss(self) -> float:
        with torch.no_grad():
            losses = [(float(loss_of(self.model, b)), b.tokens) for b in self.development]
        return sum(loss * n for loss, n in losses) / sum(n for _, n in losses)

    def _resumed(self) -> Progress:
        path = self.out / "checkpoint.pt"
        if not path.exists():
            return Progress()
        state = torch.load(path, weights_only=True)
        for parameter, value in zip(self.adapter, state["adapter"], strict=True):
            parameter.data.copy_(value)
        self.optimiser.load_state_dict(state["optimiser"])
        return Progress(**state["progress"])

    def _save(self) -> None:
        """The adapter and all that is needed to go on, the checkpoint in one step."""
        self._record(development_loss=round(self._development_loss(), 4))
        save_adapter(self.model, self.config["lora"], self.out)
        state = {
            "adapter": [p.detach() for p in self.adapter],
            "optimiser": self.optimiser.state_dict(),
            "progress": vars(self.progress),
        }
        unfinished = self.out / "checkpoint.tmp"
        torch.save(state, unfinished)
        unfinished.replace(self.out / "checkpoint.pt")

    def _record(self, **values: float) -> None:
        record = {
            "step": self.progress.step,
            "tokens": self.progress.tokens,
            "seconds": round(self.progress.seconds, 1),
            "rate": self.optimiser.param_groups[0]["lr"],
            **values,
        }
        with (self.out / "curve.jsonl").open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(record) + "\n")


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with train/ and eval/")
    parser.add_argument("--base", type=Path, help="GGUF of the base, else from its packages")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--init", type=Path, help="adapter folder to start from")
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    parser.add_argument("--minutes", type=float, default=75, help="wall time of the whole run")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    Run(arguments, tomllib.loads(arguments.config.read_text("utf-8"))).train()


if __name__ == "__main__":
    main()

"""One training run, whatever is trained: it can be interrupted at any moment and goes on.

The learning rate follows wall time and reaches zero after ``minutes``, however slow or busy the
machine is. ``out`` gets ``curve.jsonl``, ``checkpoint.pt`` and what the task saves as its result.
SIGTERM ends a run after the step it is in, and saves.
"""

import argparse
import json
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any, Protocol, Self

import torch
from torch import Tensor, nn

CHECKPOINT = "checkpoint.pt"
"""The file in ``out`` from which a run goes on."""


class Batch(Protocol):
    """Examples that go through the model together."""

    @property
    def tokens(self) -> int:
        """Target tokens that are learned."""

    def to(self, device: torch.device) -> Self:
        """The same batch on ``device``."""


class Task(Protocol):
    """What is trained, on what, and towards what."""

    model: nn.Module
    parameters: list[nn.Parameter]
    development: list[Any]

    def batches(self, seed: int) -> Iterator[Any]:
        """Batches without end."""

    def loss(self, batch: Any) -> Tensor:
        """The mean over target tokens of what is made smaller, in nats."""

    def development_loss(self, batch: Any) -> Tensor:
        """Mean cross-entropy of the target tokens, in nats: comparable between runs."""

    def save(self, folder: Path) -> None:
        """Write the result as it is now."""


@dataclass
class Progress:
    """How far a run has come; ``seconds`` of wall time, over all its parts."""

    step: int = 0
    tokens: int = 0
    seconds: float = 0.0


def rate_share(progress: float, warm_up: float) -> float:
    """The learning rate as a share of its peak, when ``progress`` (0 to 1) of the time is over."""
    rise = progress / warm_up if warm_up else 1.0
    return max(0.0, min(rise, (1 - progress) / (1 - warm_up)))


class Average:
    """The exponential moving average of parameters, which translates better than any one step.

    Marian calls it exponential smoothing. With a ``decay`` of 0 it is the parameters themselves.
    """

    def __init__(self, parameters: list[nn.Parameter], decay: float) -> None:
        self._parameters, self._decay = parameters, decay
        self.values = [p.detach().clone() for p in parameters] if decay else []

    @torch.no_grad()
    def update(self, step: int) -> None:
        """Take in the parameters after ``step``; young averages follow faster."""
        decay = min(self._decay, (1 + step) / (10 + step))
        for value, parameter in zip(self.values, self._parameters, strict=False):
            value.lerp_(parameter, 1 - decay)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """The model has the averages within the block, and its own parameters after it."""
        self._swap()
        try:
            yield
        finally:
            self._swap()

    def _swap(self) -> None:
        for value, parameter in zip(self.values, self._parameters, strict=False):
            value.data, parameter.data = parameter.data, value.data


class Run:
    """Optimiser, clock and files of one run of ``task``, steered by ``config``."""

    def __init__(
        self, task: Task, config: Mapping[str, Any], out: Path, minutes: float, device: str
    ) -> None:
        self._task, self._config, self._out = task, config, out
        self._limit, self._device = minutes * 60, torch.device(device)
        options = config["optimiser"]
        self._optimiser = torch.optim.AdamW(
            task.parameters,
            lr=options["learning_rate"],
            betas=(0.9, options["beta2"]),
            weight_decay=options["weight_decay"],
        )
        self.progress = self._resumed()
        task.model.train()

    def train(self) -> None:
        """Step until the time is over or SIGTERM comes, then save."""
        with _told_to_stop() as told:
            self._train(told)
        self._save()

    def _train(self, told_to_stop: Event) -> None:
        done, started = self.progress.seconds, time.monotonic()
        saved, logging = started, self._config["logging"]
        for batch in self._task.batches(self._config["seed"] + self.progress.step):
            self.progress.seconds = done + time.monotonic() - started
            if self.progress.seconds >= self._limit or told_to_stop.is_set():
                break
            loss = self._step(batch.to(self._device))
            if self.progress.step % logging["steps_between_records"] == 0:
                self._record(loss=round(loss, 4))
            if time.monotonic() - saved > logging["seconds_between_checkpoints"]:
                self._save()
                saved = time.monotonic()

    def _step(self, batch: Batch) -> float:
        options = self._config["optimiser"]
        share = rate_share(self.progress.seconds / self._limit, options["warm_up"])
        for group in self._optimiser.param_groups:
            group["lr"] = options["learning_rate"] * share
        loss = self._task.loss(batch)
        self._optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self._task.parameters, options["clip"])
        self._optimiser.step()
        self.progress.step += 1
        self.progress.tokens += batch.tokens
        self._average.update(self.progress.step)
        return loss.item()

    def _development_loss(self) -> float:
        batches = [batch.to(self._device) for batch in self._task.development]
        self._task.model.eval()
        with torch.no_grad():
            losses = [(float(self._task.development_loss(b)), b.tokens) for b in batches]
        self._task.model.train()
        mean: float = sum(loss * n for loss, n in losses) / sum(n for _, n in losses)
        return mean

    def _resumed(self) -> Progress:
        path, decay = self._out / CHECKPOINT, self._config["optimiser"]["average"]
        if not path.exists():
            self._average = Average(self._task.parameters, decay)
            return Progress()
        state = torch.load(path, map_location=self._device, weights_only=True)
        for parameter, value in zip(self._task.parameters, state["parameters"], strict=True):
            parameter.data.copy_(value)
        self._average = Average(self._task.parameters, decay)
        if decay and state["average"]:  # else it begins here, with what the steps came to
            self._average.values = state["average"]
        self._optimiser.load_state_dict(state["optimiser"])
        return Progress(**state["progress"])

    def _save(self) -> None:
        """The result and all that is needed to go on, the checkpoint in one step."""
        with self._average.in_place():
            self._record(development_loss=round(self._development_loss(), 4))
            self._task.save(self._out)
        state = {
            "parameters": [p.detach() for p in self._task.parameters],
            "average": self._average.values,
            "optimiser": self._optimiser.state_dict(),
            "progress": vars(self.progress),
        }
        unfinished = self._out / "checkpoint.tmp"
        torch.save(state, unfinished)
        unfinished.replace(self._out / CHECKPOINT)

    def _record(self, **values: float) -> None:
        record = {
            "step": self.progress.step,
            "tokens": self.progress.tokens,
            "seconds": round(self.progress.seconds, 1),
            "rate": self._optimiser.param_groups[0]["lr"],
            **values,
        }
        with (self._out / "curve.jsonl").open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(record) + "\n")


@contextmanager
def _told_to_stop() -> Iterator[Event]:
    """Set when SIGTERM comes within the block."""
    told = Event()
    before = signal.signal(signal.SIGTERM, lambda *_: told.set())
    try:
        yield told
    finally:
        signal.signal(signal.SIGTERM, before)


def run_parser(description: str, config: Path) -> argparse.ArgumentParser:
    """The options that all training runs share."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, required=True, help="folder with train/ and eval/")
    parser.add_argument("--made", type=Path, help="folder with made pairs; see [made] of --config")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=config)
    parser.add_argument("--minutes", type=float, default=75, help="wall time of the whole run")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return parser

from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from typing import Any

import torch
from torch import nn

from training.loop import Average, Run


def test_the_average_follows_the_parameters_at_its_own_pace() -> None:
    parameter = nn.Parameter(torch.zeros(1))
    average = Average([parameter], 0.9)
    for step in range(200):
        parameter.data.fill_(1.0)
        average.update(step)
        if step == 0:
            assert 0.5 < average.values[0].item() < 1
    assert average.values[0].item() > 0.99


def test_the_model_has_the_averages_in_the_block_and_its_own_values_after_it() -> None:
    parameter = nn.Parameter(torch.ones(1))
    average = Average([parameter], 0.9)
    parameter.data.fill_(5.0)
    with average.in_place():
        assert parameter.item() == 1
    assert parameter.item() == 5
    assert average.values[0].item() == 1


def test_without_a_decay_the_last_values_are_the_result() -> None:
    parameter = nn.Parameter(torch.ones(1))
    average = Average([parameter], 0.0)
    average.update(1)
    with average.in_place():
        assert parameter.item() == 1


class Line:
    """The slope that turns 1 into 2, learned; see :class:`training.loop.Task`."""

    def __init__(self) -> None:
        self.model = nn.Linear(1, 1, bias=False)
        nn.init.zeros_(self.model.weight)
        self.parameters = [self.model.weight]
        self.development = [One()]
        self.loss = self.development_loss = lambda batch: (self.model(torch.ones(1)) - 2).square()
        self.saved: list[float] = []

    def batches(self, seed: int) -> Iterator["One"]:
        return repeat(One(), 20)

    def save(self, folder: Path) -> None:
        self.saved.append(self.model.weight.item())


class One:
    tokens = 1

    def to(self, device: torch.device) -> "One":
        return self


def run_of(task: Line, out: Path, average: float) -> Run:
    optimiser = {"learning_rate": 0.01, "warm_up": 0.0, "beta2": 0.98, "weight_decay": 0.0}
    config = {
        "seed": 1,
        "optimiser": {**optimiser, "clip": 1.0, "average": average},
        "logging": {"seconds_between_checkpoints": 600, "steps_between_records": 5},
    }
    as_task: Any = task  # its batches are scripted, not tensors
    return Run(as_task, config, out, 60, "cpu")


def test_a_run_can_go_on_with_an_average_that_it_began_without(tmp_path: Path) -> None:
    first, second = Line(), Line()
    run_of(first, tmp_path, 0.0).train()
    run_of(second, tmp_path, 0.9).train()
    [begun], [ended] = first.saved, second.saved
    assert 0 < begun < ended < second.model.weight.item()

import torch
from torch import nn

from training.loop import Average


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

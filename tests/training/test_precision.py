import pytest
import torch

from training import precision


def test_a_gpu_multiplies_in_bfloat16() -> None:
    assert precision.fastest(torch.device("cuda")) == torch.bfloat16


@pytest.mark.parametrize(
    ("seconds", "faster"),
    [
        ({torch.bfloat16: 1.0, torch.float32: 2.0}, torch.bfloat16),
        ({torch.bfloat16: 7.0, torch.float32: 1.0}, torch.float32),
    ],
)
def test_a_processor_multiplies_in_what_it_does_faster(
    seconds: dict[torch.dtype, float], faster: torch.dtype, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(precision, "_seconds", lambda matrix: seconds[matrix.dtype])
    assert precision.fastest(torch.device("cpu")) == faster


def test_the_time_of_a_product_is_measured() -> None:
    assert precision._seconds(torch.ones(64, 64)) > 0

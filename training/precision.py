"""The number format in which products are taken: whichever this machine multiplies faster."""

import time

import torch

_SIDE = 512
_TIMES = 8


def fastest(device: torch.device) -> torch.dtype:
    """``torch.bfloat16`` where it is the faster one, else ``torch.float32``.

    A GPU, and a processor with AVX-512 BF16 or AMX, is twice as fast in bfloat16; without these
    a processor only imitates it, seven times as slowly. So it is tried.
    """
    if device.type != "cpu":
        return torch.bfloat16
    formats = (torch.bfloat16, torch.float32)
    return min(formats, key=lambda dtype: _seconds(torch.ones(_SIDE, _SIDE, dtype=dtype)))


def _seconds(matrix: torch.Tensor) -> float:
    """The best of some products of ``matrix`` with itself, the first of which is not counted."""
    taken = []
    for _ in range(_TIMES + 1):
        started = time.perf_counter()
        matrix @ matrix
        taken.append(time.perf_counter() - started)
    return min(taken[1:])

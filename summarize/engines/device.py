"""Where a model runs: the CPU, or a GPU that really can be used."""

import ctypes
import os
from collections.abc import Callable
from functools import cache
from typing import Literal

from summarize.backends.base import DeviceName
from summarize.errors import ModelError

Device = Literal["cpu", "cuda"]


@cache
def cuda_usable() -> bool:
    """Whether CTranslate2 can run on a GPU: a driver, a device, and cuBLAS 12, which it loads.

    Asked of the driver itself, so that a signature can name the precision while nothing heavy is
    imported.
    """
    names = ("nvcuda.dll", "cublas64_12.dll")
    try:
        driver, _ = map(
            ctypes.CDLL, names if os.name == "nt" else ("libcuda.so.1", "libcublas.so.12")
        )
    except OSError:
        return False
    count = ctypes.c_int(0)
    asked = driver.cuInit(0) or driver.cuDeviceGetCount(ctypes.byref(count))
    return asked == 0 and count.value > 0


def pick_device(asked: DeviceName, usable: Callable[[], bool] = cuda_usable) -> Device:
    """Turn ``auto`` into a device. Raises ``ModelError`` when CUDA is asked for in vain."""
    if asked == "cpu":
        return "cpu"
    if usable():
        return "cuda"
    if asked == "auto":
        return "cpu"
    raise ModelError(
        "there is no GPU that this program can use: CUDA needs an NVIDIA driver and cuBLAS 12",
        "Leave --device away, or give --device cpu.",
    )

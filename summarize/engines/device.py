"""Where a model runs: the CPU, or a GPU that really can be used."""

import ctypes
import os
from collections.abc import Callable
from functools import cache
from typing import Any, Final, Literal

from summarize.errors import ModelError
from summarize.options import DeviceName

Device = Literal["cpu", "cuda"]


_MAJOR: Final = 75
"""``CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR`` of the CUDA driver API."""


@cache
def cuda_usable() -> bool:
    """Whether CTranslate2 can run on a GPU: a driver, a device, and cuBLAS 12, which it loads.

    Asked of the driver itself, so that a signature can name the precision while nothing heavy is
    imported.
    """
    driver = _library("nvcuda.dll", "libcuda.so.1")
    return _library("cublas64_12.dll", "libcublas.so.12") is not None and _devices(driver) > 0


@cache
def gpu_generation() -> int:
    """Major compute capability of the first GPU, as its driver tells; 0 where there is none.

    From 8 on (Ampere), a GPU computes in bfloat16.
    """
    driver = _library("nvcuda.dll", "libcuda.so.1")
    if not _devices(driver):
        return 0
    found, device = ctypes.c_int(0), ctypes.c_int(0)
    asked = driver.cuDeviceGet(ctypes.byref(device), 0)
    asked = asked or driver.cuDeviceGetAttribute(ctypes.byref(found), _MAJOR, device)
    return found.value if asked == 0 else 0


def _library(windows: str, others: str) -> Any:
    """A system library, ``None`` where there is none."""
    try:
        return ctypes.CDLL(windows if os.name == "nt" else others)
    except OSError:
        return None


def _devices(driver: Any) -> int:
    if driver is None:
        return 0
    count = ctypes.c_int(0)
    asked = driver.cuInit(0) or driver.cuDeviceGetCount(ctypes.byref(count))
    return count.value if asked == 0 else 0


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


def free_memory(device: Device) -> int:
    """Bytes that programs can still have, on the GPU or of the machine."""
    if device == "cuda":
        import torch

        free: int = torch.cuda.mem_get_info()[0]
        return free
    import psutil

    available: int = psutil.virtual_memory().available
    return available

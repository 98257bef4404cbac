"""How much memory a model needs, from the headers of its files; asked before it is loaded."""

import json
import struct
from collections.abc import Mapping
from math import prod
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal

from summarize.errors import ModelCorruptedError, ModelError
from summarize.models.sanity import read_object

Dtype = Literal["float32", "bfloat16", "float16"]
BYTES: Final[Mapping[Dtype, int]] = MappingProxyType({"float32": 4, "bfloat16": 2, "float16": 2})
BESIDES: Final = 1.15
"""Memory for each byte of weights, with what is computed; measured by benchmarks.model_memory."""
GIGABYTE: Final = 1e9
_LONGEST: Final = 100_000_000
"""Bytes of the longest header that safetensors itself reads."""


def published_dtype(folder: Path) -> Dtype:
    """The number format that the makers name in config.json, float32 where they name none."""
    config = read_object(folder / "config.json")
    text = config.get("text_config")
    for part in (config, text if isinstance(text, dict) else {}):
        named = str(part.get("dtype") or part.get("torch_dtype") or "").removeprefix("torch.")
        for dtype in BYTES:
            if named == dtype:
                return dtype
    return "float32"


def parameters_of(folder: Path) -> int:
    """Number of weights in the safetensors files of ``folder``. Raises ``ModelCorruptedError``."""
    return sum(map(_weights_of, sorted(folder.glob("*.safetensors"))))


def memory_of(parameters: float, dtype: Dtype) -> float:
    """Bytes that so many weights need in that format, with what is computed beside them."""
    return parameters * BYTES[dtype] * BESIDES


def require_memory(folder: Path, name: str, dtype: Dtype, free: int) -> None:
    """Raise ``ModelError`` where the model in ``folder`` does not fit into ``free`` bytes."""
    needed = memory_of(parameters_of(folder), dtype)
    if needed > free:
        raise ModelError(
            f"{name} needs about {needed / GIGABYTE:.1f} GB of memory in {dtype}, and "
            f"{free / GIGABYTE:.1f} GB are free",
            "Close other programs, choose a smaller model (summarize models list), a GGUF file "
            "of this one, or a server that runs it (--server-url).",
        )


def _weights_of(path: Path) -> int:
    header = _header(path)
    try:
        return sum(
            prod(map(int, tensor["shape"]))
            for name, tensor in header.items()
            if name != "__metadata__"
        )
    except (LookupError, TypeError, ValueError, OverflowError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> ModelCorruptedError:
    return ModelCorruptedError(f"{path} is unreadable: {error}", "Fetch or copy the model again.")


def _header(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as stream:
            (length,) = struct.unpack("<Q", stream.read(8))
            if length > _LONGEST:
                raise ValueError("its header is too long")
            header = json.loads(stream.read(length))
        if not isinstance(header, dict):
            raise ValueError("its header is no object")
        return header
    except (OSError, ValueError, RecursionError, struct.error) as error:
        raise _unreadable(path, error) from error

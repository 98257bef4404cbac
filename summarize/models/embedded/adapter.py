"""A low-rank adapter in PEFT's format, added to the weights that it adapts."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

CONFIG: Final = "adapter_config.json"
WEIGHTS: Final = "adapter_model.safetensors"
_PREFIX: Final = "base_model.model."
_LINEAR: Final = ("lora_A.weight", "lora_B.weight")
_EMBEDDING: Final = ("lora_embedding_A", "lora_embedding_B")
_NUMPY: Final = {"F32": "<f4", "F16": "<f2"}


class Lora:
    """The change ``alpha / r * B A`` of each adapted weight (Hu et al., 2021, arXiv:2106.09685)."""

    def __init__(self, folder: Path) -> None:
        config = json.loads((folder / CONFIG).read_text("utf-8"))
        self._scale: float = config["lora_alpha"] / config["r"]
        self._tensors = read_tensors(folder / WEIGHTS)

    @property
    def names(self) -> set[str]:
        """Names of the weights that are adapted."""
        return {
            name.removeprefix(_PREFIX).removesuffix(f".{part}") + ".weight"
            for name in self._tensors
            for part in (_LINEAR[0], _EMBEDDING[0])
            if name.endswith(f".{part}")
        }

    def merged(self, name: str, weight: "Array") -> "Array":
        """``weight`` of shape (out, in), changed if the adapter has something for ``name``.

        An embedding is of shape (vocabulary, size); its change is that of its transpose.
        """
        if (change := self._product(name, _LINEAR)) is not None:
            return weight + self._scale * change
        if (change := self._product(name, _EMBEDDING)) is not None:
            return weight + self._scale * change.T
        return weight

    def _product(self, name: str, parts: tuple[str, str]) -> "Array | None":
        """``B A`` for the weight ``name``."""
        key = _PREFIX + name.removesuffix(".weight")
        a, b = (self._tensors.get(f"{key}.{part}") for part in parts)
        return None if a is None or b is None else b @ a


def read_tensors(path: Path) -> "Mapping[str, Array]":
    """All tensors of a safetensors file as float32. Raises ``SafetensorError``, ``KeyError``."""
    from safetensors import deserialize

    items = deserialize(path.read_bytes())  # type: ignore[no-untyped-call]
    return {name: _float32(**item) for name, item in items}


def _float32(shape: list[int], dtype: str, data: bytes) -> "Array":
    """NumPy has no bfloat16: its 16 bits are the upper half of a float32."""
    import numpy as np

    if dtype == "BF16":
        upper = np.frombuffer(data, "<u2").astype(np.uint32) << 16
        return upper.view(np.float32).reshape(shape)
    return np.frombuffer(data, _NUMPY[dtype]).astype(np.float32).reshape(shape)

"""Low-rank adaptation (Hu et al., 2021, arXiv:2106.09685), kept in PEFT's format."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

_PREFIX = "base_model.model."


class LoraLinear(nn.Module):
    """A frozen linear layer plus ``alpha / rank * B A``; B starts at zero, so nothing changes."""

    def __init__(self, base: nn.Linear, rank: int, alpha: float) -> None:
        super().__init__()
        self.base = base
        self.scale = alpha / rank
        self.a = nn.Parameter(torch.empty(rank, base.in_features))
        self.b = nn.Parameter(torch.zeros(base.out_features, rank))
        nn.init.kaiming_uniform_(self.a, a=5**0.5)

    def forward(self, x: Tensor) -> Tensor:
        """Shapes: ``(..., in)`` to ``(..., out)``."""
        adapted: Tensor = self.base(x) + (x @ self.a.T) @ self.b.T * self.scale
        return adapted


def add_lora(model: nn.Module, settings: Mapping[str, Any]) -> None:
    """Freeze ``model`` and put an adapter on every layer whose name ends in a target's."""
    model.requires_grad_(False)
    for name, layer in list(model.named_modules()):
        if isinstance(layer, nn.Linear) and name.rsplit(".", 1)[-1] in settings["targets"]:
            parent, child = name.rsplit(".", 1)
            adapted = LoraLinear(layer, settings["rank"], settings["alpha"])
            setattr(model.get_submodule(parent), child, adapted)


def save_adapter(model: nn.Module, settings: Mapping[str, Any], folder: Path) -> None:
    """Write ``adapter_model.safetensors`` (bfloat16) and ``adapter_config.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {name: p.detach().bfloat16().contiguous() for name, p in _named(model)}
    save_file(tensors, folder / "adapter_model.safetensors", {"format": "pt"})
    (folder / "adapter_config.json").write_text(
        json.dumps(peft_config(settings), indent=1), "utf-8"
    )


def load_adapter(model: nn.Module, folder: Path) -> None:
    """Continue from a saved adapter, of the same rank or a lower one.

    What the saved one lacks stays as :func:`add_lora` made it, and so changes nothing at first:
    ``alpha / rank`` must be the same. Raises ``KeyError`` where a tensor is missing.
    """
    tensors = load_file(folder / "adapter_model.safetensors")
    with torch.no_grad():
        for name, parameter in _named(model):
            rows, columns = tensors[name].shape
            parameter[:rows, :columns] = tensors[name]


def peft_config(settings: Mapping[str, Any]) -> dict[str, Any]:
    """What PEFT's ``LoraConfig.from_pretrained`` reads."""
    return {
        "peft_type": "LORA",
        "task_type": "CAUSAL_LM",
        "r": settings["rank"],
        "lora_alpha": settings["alpha"],
        "lora_dropout": 0.0,
        "bias": "none",
        "target_modules": sorted(settings["targets"]),
        "base_model_name_or_path": "google/gemma-3-270m",
        "fan_in_fan_out": False,
        "inference_mode": True,
    }


def _named(model: nn.Module) -> Iterator[tuple[str, nn.Parameter]]:
    for name, layer in model.named_modules():
        if isinstance(layer, LoraLinear):
            yield f"{_PREFIX}{name}.lora_A.weight", layer.a
            yield f"{_PREFIX}{name}.lora_B.weight", layer.b

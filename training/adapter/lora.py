"""Low-rank adaptation (Hu et al., 2021, arXiv:2106.09685), kept in PEFT's format."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, cast

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

EMBEDDING_SPREAD: Final = 0.02
"""Standard deviation of B of an embedding, small beside that of the embedding itself."""
_PREFIX = "base_model.model."
_PIECES = ".lora_embedding_A"  # the one matrix with a column for each piece


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
        return _added(self.base(x), x @ self.a.T * self.scale, self.b.T)


class LoraEmbedding(nn.Module):
    """A frozen embedding plus ``alpha / rank * (B A)^T``; A starts at zero, so nothing changes."""

    def __init__(self, base: nn.Embedding, rank: int, alpha: float) -> None:
        super().__init__()
        self.base = base
        self.scale = alpha / rank
        self.a = nn.Parameter(torch.zeros(rank, base.num_embeddings))
        self.b = nn.Parameter(torch.empty(base.embedding_dim, rank).normal_(std=EMBEDDING_SPREAD))

    def forward(self, ids: Tensor) -> Tensor:
        """Shapes: ``(...)`` to ``(..., size)``; scaled as the rows of the base are (Gemma)."""
        change = nn.functional.embedding(ids, self.a.T) @ self.b.T * self.scale
        adapted: Tensor = self.base(ids) + change * getattr(self.base, "embed_scale", 1.0)
        return adapted


class LoraHead(nn.Module):
    """The output layer that is tied to an adapted embedding, with the same change."""

    def __init__(self, base: nn.Linear, embedding: LoraEmbedding) -> None:
        super().__init__()
        self.base = base
        self._adapter = (embedding,)  # no submodule: its parameters belong to the embedding

    def forward(self, hidden: Tensor) -> Tensor:
        """Shapes: ``(..., size)`` to ``(..., vocabulary)``."""
        (own,) = self._adapter
        return _added(self.base(hidden), hidden @ own.b * own.scale, own.a)


def _added(frozen: Tensor, low: Tensor, up: Tensor) -> Tensor:
    """``frozen + low @ up`` in one product.

    To scale ``low`` before it, instead of the sum in full width, saves a tenth of a step.
    """
    total = torch.addmm(frozen.flatten(0, -2), low.flatten(0, -2), up)
    return total.view_as(frozen)


def add_lora(model: nn.Module, settings: Mapping[str, Any]) -> None:
    """Freeze ``model`` and put an adapter on every layer whose name ends in a target's.

    An adapted embedding changes the head that is tied to it, ``lm_head``, as well.
    """
    model.requires_grad_(False)
    rank, alpha = settings["rank"], settings["alpha"]
    for name, layer in list(model.named_modules()):
        parent, _, child = name.rpartition(".")
        if child not in settings["targets"]:
            continue
        if isinstance(layer, nn.Linear):
            setattr(model.get_submodule(parent), child, LoraLinear(layer, rank, alpha))
        elif isinstance(layer, nn.Embedding):
            adapted = LoraEmbedding(layer, rank, alpha)
            setattr(model.get_submodule(parent), child, adapted)
            model.lm_head = LoraHead(cast(nn.Linear, model.lm_head), adapted)


def save_adapter(model: nn.Module, settings: Mapping[str, Any], folder: Path) -> None:
    """Write ``adapter_model.safetensors`` (bfloat16) and ``adapter_config.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {name: p.detach().bfloat16().contiguous() for name, p in _named(model)}
    save_file(tensors, folder / "adapter_model.safetensors", {"format": "pt"})
    (folder / "adapter_config.json").write_text(
        json.dumps(peft_config(settings), indent=1), "utf-8"
    )


def load_adapter(model: nn.Module, folder: Path, pieces: Sequence[int] | None = None) -> None:
    """Continue from a saved adapter, of the same rank or a lower one.

    ``pieces`` says which row of the model's embedding each row of the saved one's belongs to,
    where they are not the same rows.

    What the saved one lacks stays as :func:`add_lora` made it, and so changes nothing at first:
    ``alpha / rank`` must be the same. Raises ``KeyError`` where the saved one adapts another layer.
    """
    tensors = load_file(folder / "adapter_model.safetensors")
    parameters = dict(_named(model))
    with torch.no_grad():
        for name, saved in tensors.items():
            rows, columns = saved.shape
            if pieces is not None and name.endswith(_PIECES):
                parameters[name][:rows, pieces] = saved.to(parameters[name].dtype)
            else:
                parameters[name][:rows, :columns] = saved


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
        elif isinstance(layer, LoraEmbedding):
            yield f"{_PREFIX}{name}{_PIECES}", layer.a
            yield f"{_PREFIX}{name}.lora_embedding_B", layer.b

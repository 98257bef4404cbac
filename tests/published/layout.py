"""Files of a repository: JSON, and weights as pickles or safetensors, whole or in shards."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

State = dict[str, Any]
"""Tensors by name."""


def write_json(folder: Path, **files: Mapping[str, Any]) -> None:
    """Write ``folder/NAME.json`` for each name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        text = json.dumps(data, indent=2, ensure_ascii=False)
        (folder / f"{name}.json").write_text(text + "\n", "utf-8")


def card(folder: Path) -> None:
    """What every repository has beside the model."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "README.md").write_text("---\ntags:\n- text\n---\n# A model\n", "utf-8")
    (folder / ".gitattributes").write_text("*.bin filter=lfs diff=lfs merge=lfs -text\n", "utf-8")


def state_of(model: Any) -> State:
    """All weights of a transformers model, tied ones under every name, as older versions saved."""
    return {name: values.detach().clone() for name, values in model.state_dict().items()}


def save_pickle(folder: Path, state: State, shards: int = 1) -> None:
    """``pytorch_model.bin``, or its shards with their index."""
    import torch

    def save(part: State, name: str) -> None:
        torch.save(part, folder / name)

    _save(folder, state, shards, "pytorch_model", "bin", save)


def save_safetensors(folder: Path, state: State, shards: int = 1, metadata: Any = None) -> None:
    """``model.safetensors``, or its shards with their index."""
    from safetensors.torch import save_file

    def save(part: State, name: str) -> None:
        whole = {key: values.contiguous() for key, values in part.items()}
        save_file(whole, folder / name, {"format": "pt", **(metadata or {})})

    _save(folder, state, shards, "model", "safetensors", save)


def save_converted(folder: Path, state: State, shards: int = 1) -> None:
    """As the hub's conversion bot: one name of tied weights, the others named in the header."""
    kept: State = {}
    aliases: dict[str, str] = {}
    for name, values in state.items():
        same = [other for other in kept if equal(kept[other], values)]
        if same:
            aliases[name] = same[0]
        else:
            kept[name] = values
    save_safetensors(folder, kept, shards, aliases)


def equal(one: Any, other: Any) -> bool:
    """Whether two tensors are the same weight under two names."""
    return one.shape == other.shape and one.ndim > 1 and bool((one == other).all())


def _save(folder: Path, state: State, shards: int, stem: str, suffix: str, save: Any) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if shards == 1:
        save(state, f"{stem}.{suffix}")
        return
    places = {
        name: f"{stem}-{i % shards + 1:05}-of-{shards:05}.{suffix}" for i, name in enumerate(state)
    }
    for place in sorted(set(places.values())):
        save({name: state[name] for name in state if places[name] == place}, place)
    total = sum(values.nbytes for values in state.values())
    index = {"metadata": {"total_size": total}, "weight_map": places}
    (folder / f"{stem}.{suffix}.index.json").write_text(json.dumps(index, indent=2), "utf-8")

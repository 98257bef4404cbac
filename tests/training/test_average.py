"""The mean of adapters that went on from one checkpoint."""

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from training.adapter.average import average

NAME = "base_model.model.q_proj.lora_A.weight"


def adapter(folder: Path, values: list[float], vocabulary: tuple[int, ...] = (0, 3)) -> Path:
    folder.mkdir()
    save_file({NAME: torch.tensor([values]).bfloat16()}, folder / "adapter_model.safetensors")
    (folder / "adapter_config.json").write_text(json.dumps({"r": 1}))
    (folder / "vocabulary_ids.json").write_text(json.dumps(vocabulary))
    return folder


def test_weights_are_averaged_and_the_rest_is_kept(tmp_path: Path) -> None:
    one, two = adapter(tmp_path / "one", [1.0, 4.0]), adapter(tmp_path / "two", [3.0, 2.0])
    average([one, two], tmp_path / "out")
    found = load_file(tmp_path / "out" / "adapter_model.safetensors")[NAME]
    assert found.tolist() == [[2.0, 3.0]]
    assert found.dtype == torch.bfloat16
    for name in ("adapter_config.json", "vocabulary_ids.json"):
        assert (tmp_path / "out" / name).read_text() == (one / name).read_text()


@pytest.mark.parametrize(
    ("values", "vocabulary", "told"),
    [([1.0, 2.0], (0, 4), "vocabulary_ids.json"), ([1.0], (0, 3), "shapes")],
)
def test_adapters_that_do_not_belong_together_are_refused(
    tmp_path: Path, values: list[float], vocabulary: tuple[int, ...], told: str
) -> None:
    one, two = adapter(tmp_path / "one", [1.0, 4.0]), adapter(tmp_path / "two", values, vocabulary)
    with pytest.raises(ValueError, match=told):
        average([one, two], tmp_path / "out")
    assert not (tmp_path / "out").exists()

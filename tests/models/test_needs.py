"""Memory is asked for before gigabytes are read, from headers alone."""

import json
import struct
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from summarize.errors import ModelCorruptedError, ModelError
from summarize.models.needs import memory_of, parameters_of, published_dtype, require_memory


def configured(folder: Path, **config: object) -> Path:
    (folder / "config.json").write_text(json.dumps(config))
    return folder


@pytest.mark.parametrize(
    ("config", "dtype"),
    [
        ({"torch_dtype": "bfloat16"}, "bfloat16"),
        ({"dtype": "float16"}, "float16"),
        ({"text_config": {"dtype": "torch.bfloat16"}}, "bfloat16"),
        ({"dtype": None, "text_config": {"torch_dtype": "bfloat16"}}, "bfloat16"),
        ({"torch_dtype": "auto"}, "float32"),
        ({}, "float32"),
    ],
)
def test_the_number_format_is_the_one_that_the_makers_name(
    tmp_path: Path, config: dict[str, object], dtype: str
) -> None:
    assert published_dtype(configured(tmp_path, **config)) == dtype


def test_weights_of_all_shards_are_counted_without_reading_them(tmp_path: Path) -> None:
    save_file({"a": torch.zeros(3, 5), "b": torch.zeros(7)}, tmp_path / "model-1.safetensors")
    save_file({"c": torch.zeros(())}, tmp_path / "model-2.safetensors", {"format": "pt"})
    assert parameters_of(tmp_path) == 15 + 7 + 1


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 7, struct.pack("<Q", 1 << 60), struct.pack("<Q", 9) + b"{not json"]
)
def test_a_header_that_cannot_be_read_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "model.safetensors").write_bytes(content)
    with pytest.raises(ModelCorruptedError, match=r"model\.safetensors is unreadable"):
        parameters_of(tmp_path)


def test_what_does_not_fit_is_refused_with_figures_and_ways_out(tmp_path: Path) -> None:
    save_file({"a": torch.zeros(1000, 1000)}, tmp_path / "model.safetensors")
    require_memory(tmp_path, "big", "bfloat16", int(memory_of(1e6, "bfloat16")))
    with pytest.raises(ModelError, match=r"big needs about 0\.0 GB of memory in float32") as caught:
        require_memory(tmp_path, "big", "float32", int(memory_of(1e6, "bfloat16")))
    assert "GGUF" in caught.value.hint

"""Model folders whose files say what cannot be: refused before anything is allocated."""

import json
import struct
from pathlib import Path
from typing import Any

import pytest

from summarize.errors import ModelCorruptedError, ModelError
from summarize.families import read_json
from summarize.families.chat import is_chat_folder
from summarize.models.layout import INDEX, missing_files
from summarize.models.load import load_weights
from summarize.models.needs import parameters_of, published_dtype

DEEP = "[" * 100_000


def write(folder: Path, name: str, data: Any) -> Path:
    (folder / name).write_text(data if isinstance(data, str) else json.dumps(data), "utf-8")
    return folder


@pytest.mark.parametrize("name", ["config.json", "generation_config.json"])
@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("d_model", 10**12),
        ("vocab_size", -1),
        ("encoder_layers", 10**9),
        ("num_beams", 100_000),
        ("min_length", 1_000_000),
        ("max_length", 10**30),
        ("num_beams", "8"),
        ("d_model", True),
        ("hidden_size", [1]),
        ("hidden_size", 1e9),
    ],
)
def test_a_size_that_cannot_be_is_refused(tmp_path: Path, name: str, key: str, value: Any) -> None:
    write(tmp_path, "config.json", {"model_type": "marian"})
    write(tmp_path, name, {"model_type": "marian", key: value})
    with pytest.raises(ModelCorruptedError, match=key):
        load_weights(tmp_path)


def test_sizes_inside_are_looked_at_as_well(tmp_path: Path) -> None:
    write(tmp_path, "config.json", {"text_config": {"vocab_size": 10**12}})
    with pytest.raises(ModelCorruptedError, match="vocab_size"):
        load_weights(tmp_path)


@pytest.mark.parametrize(
    "data", [DEEP, "", "[]", "7", '"text"', "null", '{"a": ', "\x00", "9" * 5000]
)
def test_a_config_that_is_none_is_told(tmp_path: Path, data: str) -> None:
    write(tmp_path, "config.json", data)
    assert not is_chat_folder(tmp_path)
    for read in (load_weights, published_dtype, lambda folder: read_json(folder, "config.json")):
        with pytest.raises(ModelError) as caught:
            read(tmp_path)
        assert len(caught.value.message) < 1000


@pytest.mark.parametrize("kinds", ["text", 7, {"a": 1}, [[]], [None], True])
@pytest.mark.parametrize("field", ["architectures", "model_type", "text_config"])
def test_a_config_of_other_types_is_no_crash(tmp_path: Path, field: str, kinds: Any) -> None:
    write(tmp_path, "config.json", {field: kinds})
    is_chat_folder(tmp_path)
    assert published_dtype(tmp_path) == "float32"


@pytest.mark.parametrize(
    "shard", ["../../../etc/passwd", "/etc/passwd", "a/b", "", "..", 7, None, []]
)
def test_a_shard_outside_of_the_folder_is_refused(tmp_path: Path, shard: Any) -> None:
    write(tmp_path, INDEX, {"weight_map": {"a": shard}})
    with pytest.raises(ModelCorruptedError):
        missing_files(tmp_path)


@pytest.mark.parametrize(
    "header", [DEEP, "[]", "{", '{"a": 7}', '{"a": {"shape": "x"}}', '{"a": {"shape": [[]]}}']
)
def test_a_header_of_weights_that_is_none_is_told(tmp_path: Path, header: str) -> None:
    data = header.encode()
    (tmp_path / "model.safetensors").write_bytes(struct.pack("<Q", len(data)) + data)
    with pytest.raises(ModelCorruptedError):
        parameters_of(tmp_path)

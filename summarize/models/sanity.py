"""What the files of a model say of its size, looked at before anything of that size is made."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from summarize.errors import ModelCorruptedError

FILES: Final = ("config.json", "generation_config.json")
MAX_CONFIG_BYTES: Final = 20_000_000
MOST: Final[Mapping[str, int]] = MappingProxyType(
    {
        "d_model": 100_000,
        "hidden_size": 100_000,
        "d_ff": 1_000_000,
        "d_kv": 100_000,
        "intermediate_size": 1_000_000,
        "encoder_ffn_dim": 1_000_000,
        "decoder_ffn_dim": 1_000_000,
        "vocab_size": 10_000_000,
        "decoder_vocab_size": 10_000_000,
        "num_layers": 1_000,
        "num_decoder_layers": 1_000,
        "num_hidden_layers": 1_000,
        "encoder_layers": 1_000,
        "decoder_layers": 1_000,
        "num_heads": 10_000,
        "num_attention_heads": 10_000,
        "encoder_attention_heads": 10_000,
        "decoder_attention_heads": 10_000,
        "num_key_value_heads": 10_000,
        "max_position_embeddings": 100_000_000,
        "num_beams": 100,
        "num_return_sequences": 100,
        "num_beam_groups": 100,
        "min_length": 10_000,
        "min_new_tokens": 10_000,
        "max_length": 10_000_000,
        "max_new_tokens": 10_000_000,
        "no_repeat_ngram_size": 10_000,
    }
)
"""The largest number of each kind: some ten times that of any model there is."""


def require_sane(folder: Path) -> None:
    """Raise ``ModelCorruptedError`` where a file of the model in ``folder`` says what cannot be."""
    for name in FILES:
        path = folder / name
        if path.is_file():
            _check(path, read_object(path))


def read_object(path: Path) -> dict[str, Any]:
    """The JSON object in ``path``. Raises ``ModelCorruptedError``."""
    try:
        if path.stat().st_size > MAX_CONFIG_BYTES:
            raise ValueError("it is too large")
        data = json.loads(path.read_text("utf-8"))
    except RecursionError:
        raise _damaged(path, "it is nested too deep") from None
    except (OSError, ValueError) as error:
        raise _damaged(path, str(error)) from error
    if not isinstance(data, dict):
        raise _damaged(path, "it is not an object")
    return data


def _check(path: Path, data: Mapping[str, Any], depth: int = 0) -> None:
    for key, value in data.items():
        if key in MOST and value is not None:
            if not isinstance(value, int) or isinstance(value, bool):
                raise _damaged(path, f"{key} is no whole number")
            if not 0 <= value <= MOST[key]:
                raise _damaged(path, f"{key} is {str(value)[:30]}, which cannot be")
        elif isinstance(value, dict) and depth < 3:  # such as text_config
            _check(path, value, depth + 1)


def _damaged(path: Path, problem: str) -> ModelCorruptedError:
    return ModelCorruptedError(
        f"the model in {path.parent} is damaged: {path.name} is unreadable: {problem}"[:500],
        "Fetch or copy the model again, all of its files.",
    )

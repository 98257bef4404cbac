"""The base weights: a GGUF file of a Gemma 3 text model, read under the names of Transformers.

Only the embedding rows that are kept are dequantised, so that neither the 262,144-row table nor
the tokenizer of the full model is ever built.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from summarize.models.embedded.vocabulary import Vocabulary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EMBEDDING: Final = "model.embed_tokens.weight"

# GGUF names, as written by llama.cpp's converter, and what Transformers calls the same tensors.
_TOP: Final = {"token_embd.weight": EMBEDDING, "output_norm.weight": "model.norm.weight"}
_BLOCK: Final = {
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "attn_q_norm": "self_attn.q_norm",
    "attn_k_norm": "self_attn.k_norm",
    "attn_norm": "input_layernorm",
    "post_attention_norm": "post_attention_layernorm",
    "ffn_norm": "pre_feedforward_layernorm",
    "post_ffw_norm": "post_feedforward_layernorm",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
}
_SHAPE: Final = {
    "size": "embedding_length",
    "inner_size": "feed_forward_length",
    "layers": "block_count",
    "heads": "attention.head_count",
    "key_value_heads": "attention.head_count_kv",
    "head_size": "attention.key_length",
    "window": "attention.sliding_window",
    "epsilon": "attention.layer_norm_rms_epsilon",
    "rotary_base": "rope.freq_base",
}
_BLOCK_NAME: Final = re.compile(r"blk\.(?P<layer>\d+)\.(?P<part>\w+)\.weight")


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of a Gemma 3 text model; ``window`` in tokens, of the layers with local attention."""

    size: int
    inner_size: int
    layers: int
    heads: int
    key_value_heads: int
    head_size: int
    window: int
    epsilon: float
    rotary_base: float


@dataclass(frozen=True)
class BaseFile:
    """An opened GGUF file of a Gemma 3 text model."""

    path: Path

    @cached_property
    def _reader(self) -> Any:
        from gguf import GGUFReader

        return GGUFReader(self.path)

    def field(self, name: str) -> Any:
        """The value of a metadata field. Raises ``KeyError`` where there is none."""
        return self._reader.fields[name].contents()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary of the full model."""
        return Vocabulary(
            tuple(self.field("tokenizer.ggml.tokens")),
            tuple(self.field("tokenizer.ggml.scores")),
            tuple(self.field("tokenizer.ggml.token_type")),
        )

    def weights(self, ids: Sequence[int]) -> Iterator[tuple[str, "NDArray[np.float32]"]]:
        """Names and values as Transformers has them, the embedding cut to the rows ``ids``."""
        import numpy as np
        from gguf import dequantize

        for tensor in self._reader.tensors:
            name = transformers_name(tensor.name)
            data = tensor.data[list(ids)] if name == EMBEDDING else tensor.data
            # A copy: what needs no dequantising would be a view of the file, which is read-only.
            values = np.array(dequantize(data, tensor.tensor_type))
            # llama.cpp stores norms as 1 + w, Transformers adds the 1 when it runs.
            yield name, values - 1 if name.endswith("norm.weight") else values

    @cached_property
    def shape(self) -> "Shape":
        """Sizes of the model."""
        return Shape(**{key: self.field(f"gemma3.{name}") for key, name in _SHAPE.items()})


def transformers_name(name: str) -> str:
    """What Transformers calls the GGUF tensor ``name``. Raises ``KeyError`` for an unknown one."""
    if match := _BLOCK_NAME.fullmatch(name):
        return f"model.layers.{match['layer']}.{_BLOCK[match['part']]}.weight"
    return _TOP[name]

"""Gemma 3 weights as a CTranslate2 model.

CTranslate2's own converter starts from a Transformers model; this one starts from arrays, and so
needs neither Transformers nor torch, nor a second copy of the weights in memory.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from summarize.models.embedded.base import EMBEDDING, Shape
from summarize.models.embedded.vocabulary import BOS, EOS, UNKNOWN

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Weights = Mapping[str, NDArray[np.float32]]

_LOCAL_ROTARY_BASE: Final = 10_000.0  # of layers with a sliding window; GGUF does not state it
_GLOBAL_EVERY: Final = 6  # each sixth layer sees the whole context
_NORMS: Final = (
    "input_layernorm",
    "post_attention_layernorm",
    "pre_feedforward_layernorm",
    "post_feedforward_layernorm",
)


def save(
    folder: Path, shape: Shape, weights: "Weights", pieces: Sequence[str], precision: str
) -> None:
    """Write the CTranslate2 model into ``folder``, which exists. ``precision`` as ``int8``."""
    spec = _specification(shape)
    _set_layers(spec.decoder, weights)
    spec.register_vocabulary(list(pieces))
    spec.config.bos_token, spec.config.eos_token, spec.config.unk_token = BOS, EOS, UNKNOWN
    spec.validate()
    spec.optimize(quantization=precision)
    spec.save(str(folder))


def _specification(shape: Shape) -> Any:
    import numpy as np
    from ctranslate2.specs import TransformerDecoderModelSpec
    from ctranslate2.specs.common_spec import Activation

    spec = TransformerDecoderModelSpec.from_config(
        shape.layers,
        shape.heads,
        activation=Activation.GELUTanh,
        ffn_glu=True,
        rms_norm=True,
        rotary_dim=shape.head_size,
        rotary_interleave=False,
        rotary_base=_LOCAL_ROTARY_BASE,
        num_heads_kv=shape.key_value_heads,
        head_dim=shape.head_size,
        sliding_window=shape.window,
        pre_post_layer_norm=True,
        qk_norm=True,
    )
    spec.decoder.scale_embeddings = True
    spec.decoder.start_from_zero_embedding = False
    for layer in spec.decoder.layer[_GLOBAL_EVERY - 1 :: _GLOBAL_EVERY]:
        layer.self_attention.rotary_base = np.float32(shape.rotary_base)
        layer.self_attention.sliding_window = np.int32(0)
    return spec


def _set_layers(decoder: Any, weights: "Weights") -> None:
    import numpy as np

    decoder.embeddings.weight = decoder.projection.weight = weights[EMBEDDING]
    _set_norm(decoder.layer_norm, weights["model.norm.weight"])
    for number, layer in enumerate(decoder.layer):
        part = _part_of(weights, number)
        attention = layer.self_attention
        attention.linear[0].weight = np.concatenate(
            [part(f"self_attn.{name}_proj") for name in "qkv"]
        )
        attention.linear[1].weight = part("self_attn.o_proj")
        layer.ffn.linear_0.weight = part("mlp.gate_proj")
        layer.ffn.linear_0_noact.weight = part("mlp.up_proj")
        layer.ffn.linear_1.weight = part("mlp.down_proj")
        _set_norm(attention.q_norm, part("self_attn.q_norm"))
        _set_norm(attention.k_norm, part("self_attn.k_norm"))
        for name in _NORMS:
            _set_norm(getattr(layer, name.replace("layernorm", "layer_norm")), part(name))


def _part_of(weights: "Weights", number: int) -> Any:
    return lambda name: weights[f"model.layers.{number}.{name}.weight"]


def _set_norm(spec: Any, gamma: "NDArray[np.float32]") -> None:
    spec.gamma = gamma
    spec.layer_norm_use_residual = True  # Gemma multiplies by 1 + gamma

"""The base model in torch, with the vocabulary cut, ready to be adapted."""

from collections.abc import Sequence

import torch
from transformers import Gemma3ForCausalLM, Gemma3TextConfig

from summarize.models.embedded.base import BaseFile, Shape


def load(base: BaseFile, ids: Sequence[int]) -> Gemma3ForCausalLM:
    """The base model in float32 with the vocabulary rows ``ids``, its head tied to them."""
    model = Gemma3ForCausalLM(configuration(base.shape, len(ids)))
    weights = {name: torch.from_numpy(values) for name, values in base.weights(ids)}
    missing, unexpected = model.load_state_dict(weights, strict=False)
    if unexpected or set(missing) != {"lm_head.weight"}:
        raise ValueError(f"weights do not fit: missing {missing}, unexpected {unexpected}")
    model.tie_weights()
    return model


def configuration(shape: Shape, vocabulary_size: int) -> Gemma3TextConfig:
    """Sizes as Transformers calls them; what is not named here is the same for all Gemma 3."""
    return Gemma3TextConfig(
        vocab_size=vocabulary_size,
        hidden_size=shape.size,
        intermediate_size=shape.inner_size,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        num_key_value_heads=shape.key_value_heads,
        head_dim=shape.head_size,
        query_pre_attn_scalar=shape.head_size,
        rms_norm_eps=shape.epsilon,
        sliding_window=shape.window,
    )

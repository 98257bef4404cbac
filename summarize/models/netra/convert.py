"""Netra-NMT in CTranslate2 form: its layers are all ones that CTranslate2 has."""

from pathlib import Path
from typing import Any

from ctranslate2.converters.converter import Converter
from ctranslate2.specs import TransformerSpec, common_spec, transformer_spec

from summarize.families import read_json
from summarize.families.pieces import numbered_pieces
from summarize.models.netra.network import Attention, FeedForward, Network, Stack, load_network

FILLER = "<unused{}>"
"""Tokens for numbers of the model that its tokenizer does not have."""


class NetraConverter(Converter):  # type: ignore[misc]
    """Converts the model in ``folder``; see CTranslate2 for ``convert``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _load(self) -> Any:
        config = read_json(self._folder, "config.json")
        network = load_network(self._folder, config)
        names = numbered_pieces(self._folder).names
        spec = _spec(network, int(config["n_heads"]))
        size = network.decoder.embed.num_embeddings
        tokens = [*names, *(FILLER.format(i) for i in range(len(names), size))]
        spec.register_source_vocabulary(tokens)
        spec.register_target_vocabulary(tokens)
        spec.config.bos_token = spec.config.decoder_start_token = tokens[int(config["bos_id"])]
        spec.config.eos_token = tokens[int(config["eos_id"])]
        spec.config.layer_norm_epsilon = network.encoder.norm.eps
        return spec


def _spec(network: Network, heads: int) -> Any:
    options = {
        "pre_norm": True,
        "ffn_glu": True,
        "activation": common_spec.Activation.SWISH,
    }
    encoder: Any = network.encoder
    decoder: Any = network.decoder
    spec = TransformerSpec(
        transformer_spec.TransformerEncoderSpec(len(encoder.layers), heads, **options),
        transformer_spec.TransformerDecoderSpec(len(decoder.layers), heads, **options),
    )
    _set_stack(spec.encoder, spec.encoder.embeddings[0], encoder)
    _set_stack(spec.decoder, spec.decoder.embeddings, decoder)
    spec.decoder.projection.weight = decoder.embed.weight
    for kept, layer in zip(spec.encoder.layer, encoder.layers, strict=True):
        _set_self_attention(kept.self_attention, layer.self_attn, layer.norm1)
        _set_feed_forward(kept.ffn, layer.ffn, layer.norm2)
    for kept, layer in zip(spec.decoder.layer, decoder.layers, strict=True):
        _set_self_attention(kept.self_attention, layer.self_attn, layer.norm1)
        _set_cross_attention(kept.attention, layer.cross_attn, layer.norm2)
        _set_feed_forward(kept.ffn, layer.ffn, layer.norm3)
    return spec


def _set_stack(spec: Any, embeddings: Any, stack: Stack) -> None:
    embeddings.weight = stack.embed.weight
    spec.scale_embeddings = False
    spec.position_encodings.encodings = stack.pos_embed.weight
    _set(spec.layer_norm, gamma=stack.norm.weight, beta=stack.norm.bias)


def _set_self_attention(spec: Any, attention: Attention, norm: Any) -> None:
    """Queries, keys and values are one matrix there too."""
    _set(spec.layer_norm, gamma=norm.weight, beta=norm.bias)
    _set(spec.linear[0], weight=attention.in_proj_weight, bias=attention.in_proj_bias)
    _set(spec.linear[1], weight=attention.out_proj.weight, bias=attention.out_proj.bias)


def _set_cross_attention(spec: Any, attention: Attention, norm: Any) -> None:
    """Queries apart from keys and values."""
    _set(spec.layer_norm, gamma=norm.weight, beta=norm.bias)
    weight, bias = attention.in_proj_weight, attention.in_proj_bias
    width = weight.shape[1]
    _set(spec.linear[0], weight=weight[:width], bias=bias[:width])
    _set(spec.linear[1], weight=weight[width:], bias=bias[width:])
    _set(spec.linear[2], weight=attention.out_proj.weight, bias=attention.out_proj.bias)


def _set_feed_forward(spec: Any, ffn: FeedForward, norm: Any) -> None:
    _set(spec.layer_norm, gamma=norm.weight, beta=norm.bias)
    spec.linear_0.weight, spec.linear_0_noact.weight = ffn.w1.weight.chunk(2)
    spec.linear_1.weight = ffn.w2.weight


def _set(spec: Any, **tensors: Any) -> None:
    for name, values in tensors.items():
        setattr(spec, name, values)

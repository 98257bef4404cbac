"""Netra-NMT: a configuration of its own, float16 weights, one SentencePiece model.

As scripts/export_checkpoint.py of netra-ai-lab/Netra-NMT writes it.
"""

from pathlib import Path
from typing import Any

from tests.checkpoints import HEADS, LAYERS, LIMIT, WIDTH
from tests.published import sentencepieces
from tests.published.layout import State, card, save_safetensors, write_json


def netra(folder: Path) -> dict[str, Path]:
    """One branch."""
    main = folder / "main"
    card(main)
    write(main)
    return {"main": main}


def write(folder: Path) -> None:
    """No tokenizer_config.json, no generation_config.json; config.json names no type."""
    spm = sentencepieces.train(
        folder / "spm_32k.model",
        300,
        pad_id=0,
        unk_id=1,
        bos_id=2,
        eos_id=3,
        user_defined_symbols=["<2en>", "<2km>"],
    )
    config = {
        "d_model": WIDTH,
        "enc_layers": LAYERS,
        "dec_layers": LAYERS,
        "n_heads": HEADS,
        "ffn_dim": 2 * WIDTH,
        "max_len": LIMIT,
        "pad_id": 0,
        "bos_id": 2,
        "eos_id": 3,
        "vocab_size": len(spm),
        "lang_markers": {"en": "<2en>", "km": "<2km>"},
        "dtype": "float16",
    }
    write_json(folder, config=config)
    save_safetensors(folder, weights(config))


def weights(config: dict[str, Any]) -> State:
    """Random weights under the published names; the head is the decoder's embeddings."""
    import torch

    torch.manual_seed(20)
    width = config["d_model"]
    state: State = {}

    def linear(name: str, rows: int, columns: int, bias: bool = True) -> None:
        state[f"{name}weight"] = torch.randn(rows, columns) * 2 / columns**0.5
        if bias:
            state[f"{name}bias"] = torch.randn(rows) / 4

    def norm(name: str) -> None:
        state[f"{name}.weight"] = 1 + torch.randn(width) / 4
        state[f"{name}.bias"] = torch.randn(width) / 4

    def attention(name: str) -> None:
        linear(f"{name}.in_proj_", 3 * width, width)
        linear(f"{name}.out_proj.", width, width)

    for side, layers, parts in (
        ("encoder", config["enc_layers"], ["self_attn"]),
        ("decoder", config["dec_layers"], ["self_attn", "cross_attn"]),
    ):
        state[f"{side}.embed.weight"] = torch.randn(config["vocab_size"], width)
        state[f"{side}.pos_embed.weight"] = torch.randn(config["max_len"], width)
        for number in range(layers):
            layer = f"{side}.layers.{number}"
            for part in parts:
                attention(f"{layer}.{part}")
            for place in range(1, len(parts) + 2):
                norm(f"{layer}.norm{place}")
            linear(f"{layer}.ffn.w1.", 2 * config["ffn_dim"], width, bias=False)
            linear(f"{layer}.ffn.w2.", width, config["ffn_dim"], bias=False)
        norm(f"{side}.norm")
    output = state["decoder.embed.weight"]
    output *= 0.6
    output[config["eos_id"]] *= 3  # outputs end
    output[config["pad_id"]] = 0  # no model writes it
    return {name: values.half() for name, values in state.items()}

"""What Netra-NMT writes, computed the long way: PyTorch's own attention, and no cache.

Every token is found by a pass over the whole output so far, one sentence at a time.
"""

import json
from pathlib import Path
from typing import Any


def documented(folder: Path, texts: list[str], longest: int) -> tuple[list[list[int]], list[str]]:
    """Ids of each text after its marker, and what greedy search makes of it."""
    from safetensors.torch import load_file
    from sentencepiece import SentencePieceProcessor

    config = json.loads((folder / "config.json").read_text("utf-8"))
    state = {k: v.float() for k, v in load_file(folder / "model.safetensors").items()}
    spm = SentencePieceProcessor(model_file=str(folder / "spm_32k.model"))
    ids = [spm.encode(f"<2km> {text}") for text in texts]
    outputs = [greedy(state, config, one, longest) for one in ids]
    no_text = {config["pad_id"], config["bos_id"], config["eos_id"], spm.unk_id()}
    no_text |= {spm.piece_to_id(marker) for marker in config["lang_markers"].values()}
    kept = [[i for i in output if i not in no_text] for output in outputs]
    return ids, [spm.decode(one) for one in kept]


def greedy(state: Any, config: dict[str, Any], source: list[int], longest: int) -> list[int]:
    """New tokens for one source, the end mark among them."""
    import torch

    written = [config["bos_id"]]
    with torch.inference_mode():
        seen = encoded(state, config, source)
        while len(written) <= longest and written[-1] != config["eos_id"]:
            written.append(int(logits(state, config, written, seen)[-1].argmax()))
    return written[1:]


def encoded(state: Any, config: dict[str, Any], source: list[int]) -> Any:
    """Vectors of source tokens (tokens, width)."""
    x = embedded(state, "encoder", source)
    for number in range(config["enc_layers"]):
        layer = f"encoder.layers.{number}"
        y = norm(state, f"{layer}.norm1", x)
        x = x + attention(state, config, f"{layer}.self_attn", y, y)
        x = x + feed_forward(state, f"{layer}.ffn", norm(state, f"{layer}.norm2", x))
    return norm(state, "encoder.norm", x)


def logits(state: Any, config: dict[str, Any], written: list[int], seen: Any) -> Any:
    """Logits (tokens, vocabulary) after each token of ``written``."""
    import torch

    x = embedded(state, "decoder", written)
    later = torch.ones(len(written), len(written), dtype=torch.bool).triu(1)
    for number in range(config["dec_layers"]):
        layer = f"decoder.layers.{number}"
        y = norm(state, f"{layer}.norm1", x)
        x = x + attention(state, config, f"{layer}.self_attn", y, y, later)
        y = norm(state, f"{layer}.norm2", x)
        x = x + attention(state, config, f"{layer}.cross_attn", y, seen)
        x = x + feed_forward(state, f"{layer}.ffn", norm(state, f"{layer}.norm3", x))
    return norm(state, "decoder.norm", x) @ state["decoder.embed.weight"].T


def embedded(state: Any, side: str, ids: list[int]) -> Any:
    return state[f"{side}.embed.weight"][ids] + state[f"{side}.pos_embed.weight"][: len(ids)]


def norm(state: Any, name: str, x: Any) -> Any:
    from torch.nn import functional

    return functional.layer_norm(x, x.shape[-1:], state[f"{name}.weight"], state[f"{name}.bias"])


def feed_forward(state: Any, name: str, x: Any) -> Any:
    gate, value = (x @ state[f"{name}.w1.weight"].T).chunk(2, -1)
    return (gate * gate.sigmoid() * value) @ state[f"{name}.w2.weight"].T


def attention(
    state: Any, config: dict[str, Any], name: str, x: Any, seen: Any, hidden: Any = None
) -> Any:
    from torch import nn

    module = nn.MultiheadAttention(config["d_model"], config["n_heads"], batch_first=True)
    own = {k.removeprefix(f"{name}."): v for k, v in state.items() if k.startswith(f"{name}.")}
    module.load_state_dict(own)
    found, _ = module.eval()(x[None], seen[None], seen[None], attn_mask=hidden)
    return found[0]

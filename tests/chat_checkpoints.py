"""Tiny instruct models whose answer is known, as a folder for transformers and as a GGUF file.

Attention and feed-forward layers are zero, embeddings are one-hot, and the output matrix leads from
each token to the next one of ``ANSWERS``: loaders, chat template, tokenizer and generation are the
real ones, and both engines must say the same.
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
END = 2
CONTEXT = 8192
HEADS = 4
LAYERS = 1
TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
SUMMARY = ("The", " minister", " urged", " courts", " to", " improve", " trials.")
KHMER = ("រដ្ឋមន្ត្រី", "បានជំរុញ", "ឱ្យ", "តុលាការ", "កែលម្អ", "។")
ANSWERS = {"summary": SUMMARY, "khmer": KHMER}


def build_folder(answer: Sequence[str], folder: Path, completes: bool = False) -> Path:
    """A folder as ``save_pretrained`` writes it.

    A model that ``completes`` has no chat template; it answers ``:``, and again after each line.
    """
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    pieces = _pieces(answer)
    tokenizer = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=_tokenizer(pieces), eos_token=SPECIAL[END], pad_token=SPECIAL[0]
    )
    tokenizer.chat_template = None if completes else TEMPLATE
    width = _width(pieces)
    config = LlamaConfig(
        vocab_size=len(pieces),
        hidden_size=width,
        intermediate_size=width,
        num_hidden_layers=LAYERS,
        num_attention_heads=HEADS,
        max_position_embeddings=CONTEXT,
        eos_token_id=END,
        bos_token_id=0,
        pad_token_id=0,
        tie_word_embeddings=False,
    )
    model = LlamaForCausalLM(config)
    state = model.state_dict()
    for name, values in state.items():
        values[...] = 1.0 if "norm" in name else 0.0
    _copy(state["model.embed_tokens.weight"], np.eye(len(pieces), width))
    _copy(state["lm_head.weight"], _output(pieces, answer, completes))
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def build_gguf(answer: Sequence[str], path: Path, completes: bool = False) -> Path:
    """The same model in one file, for llama.cpp."""
    import gguf

    pieces = _pieces(answer)
    width = _width(pieces)
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(width)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(width)
    writer.add_head_count(HEADS)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_vocab_size(len(pieces))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(pieces)
    kinds = gguf.TokenType
    writer.add_token_types([kinds.CONTROL if p in SPECIAL else kinds.NORMAL for p in pieces])
    writer.add_token_merges(["Ġ t"])  # one that no token results from: the list may not be empty
    writer.add_eos_token_id(END)
    writer.add_bos_token_id(0)
    writer.add_add_bos_token(False)
    if not completes:
        writer.add_chat_template(TEMPLATE)
    tensors = _tensors(pieces, width) | {"output.weight": _output(pieces, answer, completes)}
    for name, values in tensors.items():
        writer.add_tensor(name, values.astype(np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _tensors(pieces: list[str], width: int) -> dict[str, np.ndarray]:
    square = np.zeros((width, width))
    ones = np.ones(width)
    layers = ("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down")
    return {
        "token_embd.weight": np.eye(len(pieces), width),
        "output_norm.weight": ones,
        "blk.0.attn_norm.weight": ones,
        "blk.0.ffn_norm.weight": ones,
        **{f"blk.0.{name}.weight": square for name in layers},
    }


def _output(pieces: list[str], answer: Sequence[str], completes: bool) -> np.ndarray:
    """From the line break that ends the template to the first word, and on to the end mark.

    Or from the colon to the first word, on to a line break, and from there on again.
    """
    words, line = list(map(pieces.index, map(_byte_level, answer))), pieces.index("Ċ")
    chain = [line, *words, END]
    if completes:
        chain = [pieces.index(":"), *words, line, words[0]]
    matrix = np.zeros((len(pieces), _width(pieces)))
    for before, after in pairwise(chain):
        matrix[after, before] = 10.0
    return matrix


def _pieces(answer: Sequence[str]) -> list[str]:
    return [*SPECIAL, *_bytes().values(), *map(_byte_level, answer)]


def _width(pieces: list[str]) -> int:
    return -(-len(pieces) // 32) * 32


def _bytes() -> dict[int, str]:
    """The character that stands for each byte."""
    from transformers.convert_slow_tokenizer import bytes_to_unicode

    table: dict[int, str] = bytes_to_unicode()  # type: ignore[no-untyped-call]
    return table


def _byte_level(text: str) -> str:
    table = _bytes()
    return "".join(table[byte] for byte in text.encode())


def _tokenizer(pieces: list[str]) -> Any:
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

    vocabulary = {piece: i for i, piece in enumerate(pieces)}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in SPECIAL])
    return tokenizer


def _copy(tensor: Any, values: np.ndarray) -> None:
    import torch

    tensor.copy_(torch.from_numpy(values))

"""BART summarisers: byte-level BPE in vocab.json and merges.txt."""

import json
from pathlib import Path
from typing import Any

from tests.checkpoints import ENGLISH, drawn, shape
from tests.published.layout import (
    card,
    equal,
    save_converted,
    save_pickle,
    save_safetensors,
    state_of,
    write_json,
)

SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
SUMMARIES = {
    "early_stopping": True,
    "length_penalty": 2.0,
    "max_length": 142,
    "min_length": 56,
    "no_repeat_ngram_size": 3,
    "num_beams": 4,
}
COMMON = {
    "activation_dropout": 0.0,
    "activation_function": "gelu",
    "add_bias_logits": False,
    "add_final_layer_norm": False,
    "architectures": ["BartForConditionalGeneration"],
    "attention_dropout": 0.0,
    "bos_token_id": 0,
    "decoder_layerdrop": 0.0,
    "decoder_start_token_id": 2,
    "dropout": 0.1,
    "early_stopping": True,
    "encoder_layerdrop": 0.0,
    "eos_token_id": 2,
    "force_bos_token_to_be_generated": True,
    "forced_eos_token_id": 2,
    "gradient_checkpointing": False,
    "init_std": 0.02,
    "is_encoder_decoder": True,
    "length_penalty": 2.0,
    "max_length": 142,
    "min_length": 56,
    "model_type": "bart",
    "no_repeat_ngram_size": 3,
    "normalize_before": False,
    "num_beams": 4,
    "pad_token_id": 1,
    "prefix": " ",
    "scale_embedding": False,
    "task_specific_params": {"summarization": SUMMARIES},
    "use_cache": True,
}


def distilbart(folder: Path, conversion: str) -> dict[str, Path]:
    """Pickles, a Flax and a Rust form on main, no generation_config.json; a bot's conversion."""
    main, converted = folder / "main", folder / "conversion"
    config = {
        **COMMON,
        "_num_labels": 3,
        "classif_dropout": 0.0,
        "eos_token_ids": [2],
        "extra_pos_embeddings": 2,
        "normalize_embedding": True,
        "output_past": True,
        "replacing_rate": 0,
        "static_position_embeddings": False,
        "student_decoder_layers": None,
        "student_encoder_layers": None,
        "torch_dtype": "float32",
    }
    state: Any = None
    for place in (main, converted):
        card(place)
        size = tokenizer_files(place)
        own = {**config, **dimensions(), "vocab_size": size - 1}
        write_json(place, config=own, tokenizer_config={"model_max_length": 1024})
        state = state or state_of(model(own))
        save_pickle(place, state)
    save_converted(converted, state)
    (main / "flax_model.msgpack").write_bytes(b"flax")
    (main / "rust_model.ot").write_bytes(b"rust")
    return {"main": main, conversion: converted}


def bart_large_cnn(folder: Path) -> dict[str, Path]:
    """Safetensors on main that keep the decoder's name of the tied weights only.

    There are as many tokens as the model has rows, and ``<mask>`` besides.
    """
    main = folder / "main"
    card(main)
    size = tokenizer_files(main, fast=True)
    config = {
        **COMMON,
        "_num_labels": 3,
        "classif_dropout": 0.0,
        "classifier_dropout": 0.0,
        "forced_bos_token_id": 0,
        "normalize_embedding": True,
        "num_hidden_layers": 12,
        "output_past": True,
        "torch_dtype": "float32",
        "transformers_version": "4.7.0.dev0",
        "vocab_size": size - 1,
        **dimensions(),
    }
    generation = {
        "_from_model_config": True,
        "bos_token_id": 0,
        "decoder_start_token_id": 2,
        "eos_token_id": 2,
        "forced_bos_token_id": 0,
        "forced_eos_token_id": 2,
        "pad_token_id": 1,
        "transformers_version": "4.27.0.dev0",
        **SUMMARIES,
    }
    write_json(main, config=config, generation_config=generation)
    state = state_of(model(config))
    save_pickle(main, state)
    kept = "model.decoder.embed_tokens.weight"
    tied = [name for name, values in state.items() if name != kept and equal(values, state[kept])]
    aliases = dict.fromkeys(tied, kept)
    rest = {name: values for name, values in state.items() if name not in tied}
    save_safetensors(main, rest, metadata=aliases)
    (main / "flax_model.msgpack").write_bytes(b"flax")
    (main / "rust_model.ot").write_bytes(b"rust")
    (main / "tf_model.h5").write_bytes(b"tf")
    return {"main": main}


def dimensions() -> dict[str, int]:
    """Tiny layers and as many positions as the documented lengths need."""
    return {**shape(), "max_position_embeddings": 256}


def tokenizer_files(folder: Path, fast: bool = False) -> int:
    """``vocab.json`` and ``merges.txt``, with ``tokenizer.json`` where ``fast``; the tokens."""
    from tokenizers import ByteLevelBPETokenizer

    trained = ByteLevelBPETokenizer()
    trained.train_from_iterator(
        ENGLISH.splitlines(),
        vocab_size=500,
        special_tokens=SPECIAL,
        show_progress=False,
    )
    trained.add_special_tokens(["<mask>"])  # behind all others, where the model has no row
    trained.save_model(str(folder))
    vocabulary = json.loads((folder / "vocab.json").read_text("utf-8"))
    vocabulary["<mask>"] = len(vocabulary)
    (folder / "vocab.json").write_text(json.dumps(vocabulary), "utf-8")
    if fast:
        trained.post_processor = framing()
        trained.save(str(folder / "tokenizer.json"))
    return len(vocabulary)


def framing() -> Any:
    """``<s> text </s>``."""
    from tokenizers.processors import RobertaProcessing

    return RobertaProcessing(("</s>", 2), ("<s>", 0), trim_offsets=True, add_prefix_space=False)


def model(config: dict[str, Any]) -> Any:
    """Random weights of the shape that ``config`` says."""
    from transformers import BartConfig, BartForConditionalGeneration

    return drawn(BartForConditionalGeneration, BartConfig(**config))

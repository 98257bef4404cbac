"""PEGASUS: a SentencePiece model alone, weights as a pickle."""

from pathlib import Path
from typing import Any

from tests.checkpoints import ENGLISH, drawn, shape
from tests.published import sentencepieces
from tests.published.layout import card, save_pickle, state_of, write_json

OFFSET = 103
"""Tokens before those of the SentencePiece model, for pre-training."""


def pegasus(folder: Path) -> dict[str, Path]:
    """``spiece.model`` and nothing else of a tokenizer; no branch with safetensors."""
    from transformers import PegasusConfig, PegasusForConditionalGeneration

    main = folder / "main"
    card(main)
    spm = sentencepieces.train(
        main / "spiece.model",
        300,
        ENGLISH,
        pad_id=0,
        eos_id=1,
        unk_id=2,
        bos_id=-1,
        user_defined_symbols=["<n>"],
    )
    decoding = {"length_penalty": 0.8, "max_length": 128, "min_length": 32, "num_beams": 8}
    config: dict[str, Any] = {
        "activation_dropout": 0.1,
        "activation_function": "relu",
        "add_bias_logits": False,
        "add_final_layer_norm": True,
        "architectures": ["PegasusForConditionalGeneration"],
        "attention_dropout": 0.1,
        "bos_token_id": 0,
        "classif_dropout": 0.0,
        "classifier_dropout": 0.0,
        "decoder_layerdrop": 0.0,
        "decoder_start_token_id": 0,
        "dropout": 0.1,
        "encoder_layerdrop": 0.0,
        "eos_token_id": 1,
        "extra_pos_embeddings": 1,
        "force_bos_token_to_be_generated": False,
        "forced_eos_token_id": 1,
        "is_encoder_decoder": True,
        "model_type": "pegasus",
        "normalize_before": True,
        "normalize_embedding": False,
        "pad_token_id": 0,
        "scale_embedding": True,
        "static_position_embeddings": True,
        "task_specific_params": {},
        "use_cache": True,
        "vocab_size": len(spm) + OFFSET,
        **decoding,
        **shape(),
        "max_position_embeddings": 256,
    }
    generation = {
        "_from_model_config": True,
        "bos_token_id": 0,
        "decoder_start_token_id": 0,
        "eos_token_id": 1,
        "forced_eos_token_id": 1,
        "pad_token_id": 0,
        **decoding,
    }
    special = {"eos_token": "</s>", "unk_token": "<unk>", "pad_token": "<pad>"}
    write_json(
        main,
        config=config,
        generation_config=generation,
        special_tokens_map=special,
        tokenizer_config={"model_max_length": 1024},
    )
    state = state_of(drawn(PegasusForConditionalGeneration, PegasusConfig(**config)))
    save_pickle(main, state)
    (main / "tf_model.h5").write_bytes(b"tf")
    return {"main": main}

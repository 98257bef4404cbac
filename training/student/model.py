"""The student: a small Marian with random weights."""

from collections.abc import Mapping
from typing import Any

from transformers import MarianConfig, MarianMTModel


def new_model(settings: Mapping[str, Any], decoding: Mapping[str, Any], pieces: int) -> Any:
    """A model of ``settings`` for a vocabulary of ``pieces``, the last of which pads."""
    padding = pieces - 1
    config = MarianConfig(
        vocab_size=pieces,
        pad_token_id=padding,
        decoder_start_token_id=padding,
        eos_token_id=0,
        forced_eos_token_id=0,
        scale_embedding=True,
        activation_function="swish",
        share_encoder_decoder_embeddings=True,
        **settings,
    )
    model = MarianMTModel(config)
    options = {"bad_words_ids": [[padding]], **decoding}
    model.generation_config.update(**options)  # type: ignore[no-untyped-call]
    return model

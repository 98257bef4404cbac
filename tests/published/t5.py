"""FLAN-T5 and MADLAD-400: ``spiece.model`` with ``tokenizer.json`` beside it."""

from pathlib import Path
from typing import Any

from tests.checkpoints import ENGLISH, HEADS, KHMER, LAYERS, LIMIT, WIDTH, drawn
from tests.published import sentencepieces
from tests.published.layout import card, save_pickle, save_safetensors, state_of, write_json

COMMON = {
    "architectures": ["T5ForConditionalGeneration"],
    "dense_act_fn": "gelu_new",
    "dropout_rate": 0.1,
    "feed_forward_proj": "gated-gelu",
    "initializer_factor": 1.0,
    "is_encoder_decoder": True,
    "is_gated_act": True,
    "layer_norm_epsilon": 1e-06,
    "model_type": "t5",
    "n_positions": LIMIT,
    "relative_attention_max_distance": 128,
    "relative_attention_num_buckets": 32,
    "tie_word_embeddings": False,
    "use_cache": True,
    "d_ff": 2 * WIDTH,
    "d_kv": WIDTH // HEADS,
    "d_model": WIDTH,
    "num_decoder_layers": LAYERS,
    "num_heads": HEADS,
    "num_layers": LAYERS,
}
EXTRA = [f"<extra_id_{i}>" for i in range(100)]


def flan_t5(folder: Path) -> dict[str, Path]:
    """Safetensors on main beside pickles and other forms; a hundred extra tokens."""
    main = folder / "main"
    card(main)
    spm = sentencepieces.train(
        main / "spiece.model", 300, ENGLISH, pad_id=0, eos_id=1, unk_id=2, bos_id=-1
    )
    names = [*sentencepieces.pieces(spm), *reversed(EXTRA)]
    fast_tokenizer(main, spm, unk=2, end=1, added=["<pad>", "</s>", "<unk>", *EXTRA])
    config = {
        **COMMON,
        "decoder_start_token_id": 0,
        "eos_token_id": 1,
        "output_past": True,
        "pad_token_id": 0,
        "vocab_size": -(-len(names) // 128) * 128,  # padded, as published
    }
    special = {"eos_token": "</s>", "pad_token": "<pad>", "unk_token": "<unk>"}
    write_json(
        main,
        config=config,
        generation_config={"decoder_start_token_id": 0, "eos_token_id": 1, "pad_token_id": 0},
        special_tokens_map={"additional_special_tokens": EXTRA, **special},
        tokenizer_config={
            "additional_special_tokens": EXTRA,
            "extra_ids": 100,
            "model_max_length": 512,
            "name_or_path": "google/t5-v1_1-base",
            "sp_model_kwargs": {},
            "special_tokens_map_file": "/home/user/special_tokens_map.json",
            "tokenizer_class": "T5Tokenizer",
            **special,
        },
    )
    state = weights(config, end=1.5)
    save_safetensors(main, state)
    save_pickle(main, state)
    (main / "flax_model.msgpack").write_bytes(b"flax")
    return {"main": main}


def madlad(folder: Path) -> dict[str, Path]:
    """Three shards, special tokens in the order unk, s, eos; the pad token is ``<s>``."""
    main = folder / "main"
    card(main)
    spm = sentencepieces.train(
        main / "spiece.model",
        400,
        ENGLISH + KHMER,
        unk_id=0,
        bos_id=1,
        eos_id=2,
        user_defined_symbols=["<2fr>", "<2km>", "<2en>"],
    )
    fast_tokenizer(main, spm, unk=0, end=2, added=["<unk>", "<s>", "</s>"])
    config = {
        **COMMON,
        "decoder_start_token_id": 0,
        "eos_token_id": 2,
        "pad_token_id": 1,
        "vocab_size": len(spm),
    }
    special = {"bos_token": "<s>", "eos_token": "</s>", "pad_token": "<s>", "unk_token": "<unk>"}
    write_json(
        main,
        config=config,
        generation_config={"decoder_start_token_id": 0, "eos_token_id": 2, "pad_token_id": 1},
        special_tokens_map=special,
        tokenizer_config={
            "added_tokens_decoder": {
                str(i): {"content": token, "special": True, "lstrip": False, "rstrip": False}
                for i, token in enumerate(["<unk>", "<s>", "</s>"])
            },
            "additional_special_tokens": [],
            "extra_ids": 0,
            "legacy": False,
            "model_max_length": 1000000000000000019884624838656,
            "sp_model_kwargs": {},
            "tokenizer_class": "T5Tokenizer",
            **special,
        },
    )
    save_safetensors(main, weights(config, end=1.5), shards=3)
    return {"main": main}


def weights(config: dict[str, Any], end: float) -> dict[str, Any]:
    """Random weights with a head of their own."""
    from transformers import T5Config, T5ForConditionalGeneration

    own = T5Config(**{**config, "initializer_factor": 2.0})
    return state_of(drawn(T5ForConditionalGeneration, own, end, untied=True))


def fast_tokenizer(folder: Path, spm: Any, unk: int, end: int, added: list[str]) -> None:
    """``tokenizer.json`` of a SentencePiece model, unigrams after a metaspace."""
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers
    from tokenizers.processors import TemplateProcessing

    vocabulary = [(spm.id_to_piece(i), spm.get_score(i)) for i in range(len(spm))]
    vocabulary += [(token, 0.0) for token in reversed(added) if token.startswith("<extra")]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=unk))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in added])
    tokenizer.post_processor = TemplateProcessing(
        single="$A </s>", pair="$A </s> $B </s>", special_tokens=[("</s>", end)]
    )
    tokenizer.save(str(folder / "tokenizer.json"))

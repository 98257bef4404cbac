"""OPUS-MT tc-bible-big: two SentencePiece models, one vocabulary, a code for each target."""

from itertools import chain, product
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from tests.checkpoints import ENGLISH, KHMER, drawn, shape
from tests.published import sentencepieces
from tests.published.layout import card, save_pickle, save_safetensors, state_of, write_json

TARGETS = 3000
TIED = ("embed_tokens.weight", "lm_head.weight", "embed_positions.weight")
"""Weights that transformers makes from others."""


def opus_big(folder: Path) -> dict[str, Path]:
    """Safetensors and a pickle on main; the last piece is both padding and the decoder's start."""
    from transformers import MarianConfig, MarianMTModel

    main = folder / "main"
    card(main)
    source = sentencepieces.train(main / "source.spm", 200, ENGLISH, pad_id=-1)
    target = sentencepieces.train(main / "target.spm", 150, KHMER, pad_id=-1)
    both = (sentencepieces.pieces(spm)[3:] for spm in (source, target))
    words = list(dict.fromkeys(chain.from_iterable(both)))
    codes = [f">>{''.join(code)}<<" for code in product(ascii_lowercase, repeat=3)][:TARGETS]
    names = ["</s>", "<unk>", *words, *dict.fromkeys([*codes, ">>khm<<"]), "<pad>"]
    last = len(names) - 1
    config: dict[str, Any] = {
        "activation_dropout": 0.0,
        "activation_function": "relu",
        "architectures": ["MarianMTModel"],
        "attention_dropout": 0.0,
        "bos_token_id": 0,
        "classifier_dropout": 0.0,
        "decoder_layerdrop": 0.0,
        "decoder_start_token_id": last,
        "decoder_vocab_size": len(names),
        "dropout": 0.1,
        "encoder_layerdrop": 0.0,
        "eos_token_id": names.index("</s>"),
        "forced_eos_token_id": None,
        "init_std": 0.02,
        "is_encoder_decoder": True,
        "max_length": None,
        "model_type": "marian",
        "normalize_embedding": False,
        "num_beams": None,
        "pad_token_id": last,
        "scale_embedding": True,
        "share_encoder_decoder_embeddings": True,
        "static_position_embeddings": True,
        "torch_dtype": "float32",
        "use_cache": True,
        "vocab_size": len(names),
        **shape(),
    }
    generation = {
        "_from_model_config": True,
        "bad_words_ids": [[last]],
        "bos_token_id": 0,
        "decoder_start_token_id": last,
        "eos_token_id": names.index("</s>"),
        "forced_eos_token_id": names.index("</s>"),
        "max_length": 512,
        "num_beams": 4,
        "pad_token_id": last,
        "renormalize_logits": True,
    }
    write_json(
        main,
        config=config,
        generation_config=generation,
        special_tokens_map={"eos_token": "</s>", "pad_token": "<pad>", "unk_token": "<unk>"},
        tokenizer_config={
            "eos_token": "</s>",
            "model_max_length": 512,
            "pad_token": "<pad>",
            "return_tensors": "pt",
            "separate_vocabs": False,
            "source_lang": "deu_eng_fra_por_spa",
            "sp_model_kwargs": {},
            "target_lang": "mkh",
            "tokenizer_class": "MarianTokenizer",
            "unk_token": "<unk>",
        },
        vocab={name: i for i, name in enumerate(names)},
    )
    (main / "benchmark_results.txt").write_text("eng-khm flores200-devtest 0.42035\n")
    state = state_of(drawn(MarianMTModel, MarianConfig(**config)))
    for values in state.values():
        if values.shape[0] == len(names) and values.ndim == 2:
            values[len(words) + 2 : last] = 0  # no model writes a code
    save_safetensors(main, {name: state[name] for name in state if not name.endswith(TIED)})
    save_pickle(main, state)
    return {"main": main}

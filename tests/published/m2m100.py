"""M2M100 and NLLB: one architecture, two tokenizers, weights as pickles."""

from pathlib import Path
from typing import Any

from tests.checkpoints import ENGLISH, KHMER, drawn, shape, trained_parts
from tests.published import sentencepieces
from tests.published.layout import card, save_converted, save_pickle, state_of, write_json

COMMON = {
    "activation_dropout": 0.0,
    "activation_function": "relu",
    "architectures": ["M2M100ForConditionalGeneration"],
    "attention_dropout": 0.1,
    "bos_token_id": 0,
    "decoder_layerdrop": 0,
    "decoder_start_token_id": 2,
    "dropout": 0.1,
    "encoder_layerdrop": 0,
    "eos_token_id": 2,
    "init_std": 0.02,
    "is_encoder_decoder": True,
    "max_length": 200,
    "model_type": "m2m_100",
    "num_hidden_layers": 12,
    "pad_token_id": 1,
    "scale_embedding": True,
    "torch_dtype": "float32",
    "use_cache": True,
    **shape(),
}
SPECIAL = {
    "bos_token": "<s>",
    "eos_token": "</s>",
    "sep_token": "</s>",
    "unk_token": "<unk>",
    "pad_token": "<pad>",
}


def m2m100(folder: Path, conversion: str) -> dict[str, Path]:
    """``vocab.json`` beside the SentencePiece model; tokenizer_config.json names no class."""
    from transformers.models.m2m_100.tokenization_m2m_100 import FAIRSEQ_LANGUAGE_CODES

    branches = {"main": folder / "main", conversion: folder / "conversion"}
    codes = [f"__{code}__" for code in FAIRSEQ_LANGUAGE_CODES["m2m100"]]
    state: Any = None
    for branch, place in branches.items():
        card(place)
        spm = sentencepieces.train(place / "sentencepiece.bpe.model", 300, unk_id=0)
        names = ["<s>", "<pad>", "</s>", "<unk>", *sentencepieces.pieces(spm)[3:]]
        config = {
            **COMMON,
            "early_stopping": True,
            "gradient_checkpointing": False,
            "num_beams": 5,
            "vocab_size": len(names) + len(codes) + 8,
        }
        write_json(
            place,
            config=config,
            generation_config=generation(num_beams=5, early_stopping=True),
            special_tokens_map={**SPECIAL, "additional_special_tokens": codes},
            tokenizer_config={
                "src_lang": None,
                "tgt_lang": None,
                **SPECIAL,
                "language_codes": "m2m100",
                "num_madeup_words": 8,
            },
            vocab={name: i for i, name in enumerate(names)},
        )
        state = state or weights(config)
        save(place, state, 1, is_converted=branch != "main")
    return branches


def nllb(folder: Path, conversion: str, shards: int = 1) -> dict[str, Path]:
    """``tokenizer.json`` and a SentencePiece model of BPE; codes such as ``khm_Khmr``."""
    from tokenizers import SentencePieceBPETokenizer
    from transformers import NllbTokenizer

    branches = {"main": folder / "main", conversion: folder / "conversion"}
    trained = SentencePieceBPETokenizer()
    trained.train_from_iterator(
        (ENGLISH + KHMER).splitlines(),
        vocab_size=400,
        special_tokens=["<s>", "<pad>", "</s>", "<unk>"],
        show_progress=False,
    )
    vocabulary, merges = trained_parts(trained)
    tokenizer = NllbTokenizer(vocab=vocabulary, merges=merges)
    codes = [token for token in tokenizer.get_vocab() if len(token) == 8 and token[3] == "_"]
    state: Any = None
    for branch, place in branches.items():
        card(place)
        sentencepieces.train(place / "sentencepiece.bpe.model", 300, unk_id=0, model_type="bpe")
        tokenizer.backend_tokenizer.save(str(place / "tokenizer.json"))
        config = {**COMMON, "vocab_size": len(tokenizer) + 2, "tokenizer_class": "NllbTokenizer"}
        special = {**SPECIAL, "cls_token": "<s>", "mask_token": "<mask>"}
        write_json(
            place,
            config=config,
            generation_config=generation(),
            special_tokens_map={**special, "additional_special_tokens": codes},
            tokenizer_config={
                **special,
                "additional_special_tokens": codes,
                "model_max_length": 1024,
                "sp_model_kwargs": {},
                "src_lang": None,
                "tgt_lang": None,
                "tokenizer_class": "NllbTokenizer",
                "tokenizer_file": None,
            },
        )
        state = state or weights(config)
        save(place, state, shards, is_converted=branch != "main")
    return branches


def generation(**more: Any) -> dict[str, Any]:
    """generation_config.json."""
    return {
        "_from_model_config": True,
        "bos_token_id": 0,
        "decoder_start_token_id": 2,
        "eos_token_id": 2,
        "max_length": 200,
        "pad_token_id": 1,
        **more,
    }


def save(folder: Path, state: dict[str, Any], shards: int, is_converted: bool) -> None:
    """The branch of the bot has the pickles of main and its safetensors."""
    save_pickle(folder, state, shards)
    if is_converted:
        save_converted(folder, state, shards)


def weights(config: dict[str, Any]) -> dict[str, Any]:
    """Random weights of the shape that ``config`` says."""
    from transformers import M2M100Config, M2M100ForConditionalGeneration

    return state_of(drawn(M2M100ForConditionalGeneration, M2M100Config(**config)))

"""mBART-50: a SentencePiece model alone, the class of the tokenizer in config.json."""

from pathlib import Path
from typing import Any

from tests.checkpoints import drawn, shape
from tests.published import sentencepieces
from tests.published.layout import card, save_pickle, save_safetensors, state_of, write_json

# fmt: off
LANGUAGES = [
    "ar_AR", "cs_CZ", "de_DE", "en_XX", "es_XX", "et_EE", "fi_FI", "fr_XX", "gu_IN",
    "hi_IN", "it_IT", "ja_XX", "kk_KZ", "ko_KR", "lt_LT", "lv_LV", "my_MM", "ne_NP",
    "nl_XX", "ro_RO", "ru_RU", "si_LK", "tr_TR", "vi_VN", "zh_CN", "af_ZA", "az_AZ",
    "bn_IN", "fa_IR", "he_IL", "hr_HR", "id_ID", "ka_GE", "km_KH", "mk_MK", "ml_IN",
    "mn_MN", "mr_IN", "pl_PL", "ps_AF", "pt_XX", "sv_SE", "sw_KE", "ta_IN", "te_IN",
    "th_TH", "tl_XX", "uk_UA", "ur_PK", "xh_ZA", "gl_ES", "sl_SI",
]
# fmt: on


def mbart50(folder: Path) -> dict[str, Path]:
    """Ids of the pieces are shifted by one, codes follow them, then ``<mask>``."""
    from transformers import MBartConfig, MBartForConditionalGeneration

    main = folder / "main"
    card(main)
    spm = sentencepieces.train(main / "sentencepiece.bpe.model", 300, unk_id=0)
    config: dict[str, Any] = {
        "_num_labels": 3,
        "activation_dropout": 0.0,
        "activation_function": "relu",
        "add_bias_logits": False,
        "add_final_layer_norm": True,
        "architectures": ["MBartForConditionalGeneration"],
        "attention_dropout": 0.0,
        "bos_token_id": 0,
        "classif_dropout": 0.0,
        "classifier_dropout": 0.0,
        "decoder_layerdrop": 0.0,
        "decoder_start_token_id": 2,
        "dropout": 0.1,
        "early_stopping": True,
        "encoder_layerdrop": 0.0,
        "eos_token_id": 2,
        "forced_eos_token_id": 2,
        "gradient_checkpointing": False,
        "init_std": 0.02,
        "is_encoder_decoder": True,
        "max_length": 200,
        "model_type": "mbart",
        "normalize_before": True,
        "normalize_embedding": True,
        "num_beams": 5,
        "num_hidden_layers": 12,
        "output_past": True,
        "pad_token_id": 1,
        "scale_embedding": True,
        "static_position_embeddings": False,
        "tokenizer_class": "MBart50Tokenizer",
        "use_cache": True,
        "vocab_size": len(spm) + 1 + len(LANGUAGES) + 1,
        **shape(),
    }
    generation = {
        "_from_model_config": True,
        "bos_token_id": 0,
        "decoder_start_token_id": 2,
        "early_stopping": True,
        "eos_token_id": 2,
        "forced_eos_token_id": 2,
        "max_length": 200,
        "num_beams": 5,
        "pad_token_id": 1,
    }
    special = {
        "bos_token": "<s>",
        "eos_token": "</s>",
        "unk_token": "<unk>",
        "sep_token": "</s>",
        "pad_token": "<pad>",
        "cls_token": "<s>",
        "mask_token": {
            "content": "<mask>",
            "single_word": False,
            "lstrip": True,
            "rstrip": False,
            "normalized": True,
        },
    }
    write_json(
        main,
        config=config,
        generation_config=generation,
        special_tokens_map={**special, "additional_special_tokens": LANGUAGES},
        tokenizer_config={
            "src_lang": None,
            "tgt_lang": None,
            **special,
            "additional_special_tokens": LANGUAGES,
            "language_codes": "ML50",
        },
    )
    state = state_of(drawn(MBartForConditionalGeneration, MBartConfig(**config), end=2))
    kept = {n: v for n, v in state.items() if n != "lm_head.weight" and "embed_tokens" not in n}
    save_safetensors(main, kept)
    save_pickle(main, state)
    return {"main": main}

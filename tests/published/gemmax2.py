"""GemmaX2: Gemma 2 taught to translate, with no chat template."""

from pathlib import Path

from tests.published.chat import GEMMA_SPECIAL, TINY, WIDTH, finish, tokenizer_files
from tests.published.layout import write_json


def gemmax2(folder: Path) -> dict[str, Path]:
    """Two shards; LICENSE and NOTICE beside the model."""
    main = folder / "main"
    names = tokenizer_files(main, GEMMA_SPECIAL, "", "GemmaTokenizer", end="<eos>")
    (main / "LICENSE").write_text("Licensed under the Gemma terms.\n", "utf-8")
    (main / "NOTICE").write_text("Gemma is provided under and subject to its terms.\n", "utf-8")
    special = {"bos_token": "<bos>", "eos_token": "<eos>", "pad_token": "<pad>"}
    write_json(main, special_tokens_map={**special, "unk_token": "<unk>"})
    config = {
        "architectures": ["Gemma2ForCausalLM"],
        "attention_bias": False,
        "attention_dropout": 0.0,
        "attn_logit_softcapping": 50.0,
        "bos_token_id": 2,
        "cache_implementation": "hybrid",
        "eos_token_id": 1,
        "final_logit_softcapping": 30.0,
        "head_dim": WIDTH // 2,
        "hidden_act": "gelu_pytorch_tanh",
        "hidden_activation": "gelu_pytorch_tanh",
        "initializer_range": 0.02,
        "model_type": "gemma2",
        "pad_token_id": 0,
        "query_pre_attn_scalar": WIDTH // 2,
        "rms_norm_eps": 1e-06,
        "rope_theta": 10000.0,
        "sliding_window": 4096,
        "torch_dtype": "bfloat16",
        "use_cache": True,
        "vocab_size": len(names),
        **TINY,
    }
    generation = {
        "_from_model_config": True,
        "bos_token_id": 2,
        "cache_implementation": "hybrid",
        "eos_token_id": 1,
        "pad_token_id": 0,
    }
    finish(main, config, generation, shards=2)
    return {"main": main}

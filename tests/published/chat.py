"""Instruct models: byte-level BPE, a chat template, and configurations of today's kinds."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.checkpoints import ENGLISH, KHMER
from tests.published.layout import State, card, save_safetensors, write_json

WIDTH = 32
CHATML = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
THINKING = CHATML.replace(
    "assistant\n{% endif %}",
    "assistant\n{% if enable_thinking is defined and enable_thinking is false %}"
    "<think>\n\n</think>\n\n{% endif %}{% endif %}",
)
TURNS = (
    "{{ bos_token }}{% for m in messages %}{% if m['role'] == 'system' %}"
    "{{ raise_exception('System role not supported') }}{% endif %}"
    "<start_of_turn>{{ 'model' if m['role'] == 'assistant' else m['role'] }}\n"
    "{{ m['content'] | trim }}<end_of_turn>\n{% endfor %}"
    "{% if add_generation_prompt %}<start_of_turn>model\n{% endif %}"
)
HUNYUAN = (
    "{% for m in messages %}{% if m['role'] == 'user' %}<|hy_begin_of_sentence|>"
    "{{ m['content'] }}<|hy_User|>{% endif %}{% endfor %}"
)
QWEN_SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
GEMMA_SPECIAL = ("<pad>", "<eos>", "<bos>", "<unk>", "<start_of_turn>", "<end_of_turn>")
TINY = {
    "hidden_size": WIDTH,
    "intermediate_size": 2 * WIDTH,
    "num_attention_heads": 2,
    "num_hidden_layers": 2,
    "num_key_value_heads": 1,
    "max_position_embeddings": 4096,
}


def qwen3(folder: Path, shards: int = 1, thinks: bool = True) -> dict[str, Path]:
    """Qwen3: bfloat16, thinking aloud unless told not to, two tokens that end an answer."""
    config = {
        "architectures": ["Qwen3ForCausalLM"],
        "attention_bias": False,
        "bos_token_id": 0,
        "eos_token_id": 2,
        "head_dim": WIDTH // 2,
        "hidden_act": "silu",
        "model_type": "qwen3",
        "rms_norm_eps": 1e-06,
        "rope_theta": 1000000,
        "tie_word_embeddings": shards == 1,
        "torch_dtype": "bfloat16",
        "use_cache": True,
        **TINY,
    }
    template = THINKING if thinks else CHATML
    return {"main": _qwen(folder, config, template, shards, "Qwen2Tokenizer")}


def sailor2(folder: Path, shards: int = 1) -> dict[str, Path]:
    """Sailor2: the architecture of Qwen2."""
    config = {
        "architectures": ["Qwen2ForCausalLM"],
        "bos_token_id": 0,
        "eos_token_id": 2,
        "hidden_act": "silu",
        "model_type": "qwen2",
        "rms_norm_eps": 1e-06,
        "rope_theta": 1000000.0,
        "tie_word_embeddings": False,
        "torch_dtype": "bfloat16",
        "use_cache": True,
        **TINY,
    }
    return {"main": _qwen(folder, config, CHATML, shards, "Qwen2Tokenizer")}


def smollm2(folder: Path) -> dict[str, Path]:
    """SmolLM2: the architecture of Llama."""
    config = {
        "architectures": ["LlamaForCausalLM"],
        "bos_token_id": 1,
        "eos_token_id": 2,
        "hidden_act": "silu",
        "model_type": "llama",
        "pad_token_id": 2,
        "rms_norm_eps": 1e-05,
        "rope_theta": 130000,
        "tie_word_embeddings": True,
        "torch_dtype": "bfloat16",
        "use_cache": True,
        **TINY,
    }
    return {"main": _qwen(folder, config, CHATML, 1, "GPT2Tokenizer")}


def qwen3_5(folder: Path) -> dict[str, Path]:
    """Qwen3.5: text and pictures in one class, linear attention in most layers."""
    main = folder / "main"
    names = tokenizer_files(main, QWEN_SPECIAL, THINKING, "Qwen2Tokenizer", end="<|im_end|>")
    text = {
        "attention_bias": False,
        "dtype": "bfloat16",
        "eos_token_id": 0,
        "full_attention_interval": 2,
        "head_dim": WIDTH // 2,
        "layer_types": ["linear_attention", "full_attention"],
        "linear_conv_kernel_dim": 4,
        "linear_key_head_dim": 8,
        "linear_num_key_heads": 2,
        "linear_num_value_heads": 2,
        "linear_value_head_dim": 8,
        "model_type": "qwen3_5_text",
        "tie_word_embeddings": True,
        "vocab_size": len(names),
        **TINY,
    }
    vision = {
        "model_type": "qwen3_5",
        "depth": 1,
        "hidden_size": 16,
        "num_heads": 2,
        "intermediate_size": 32,
        "out_hidden_size": WIDTH,
    }
    config = {
        "architectures": ["Qwen3_5ForConditionalGeneration"],
        "model_type": "qwen3_5",
        "text_config": text,
        "tie_word_embeddings": True,
        "vision_config": vision,
    }
    generation = {"bos_token_id": 0, "do_sample": True, "eos_token_id": [2, 0], "pad_token_id": 0}
    finish(main, config, generation, shards=2)
    return {"main": main}


def gemma3_1b(folder: Path) -> dict[str, Path]:
    """Gemma 3 1B: text only."""
    main = folder / "main"
    names = tokenizer_files(main, GEMMA_SPECIAL, TURNS, "GemmaTokenizer", end="<eos>")
    config = {
        **_gemma_text(len(names)),
        "architectures": ["Gemma3ForCausalLM"],
        "torch_dtype": "bfloat16",
    }
    finish(main, config, GEMMA_GENERATION)
    return {"main": main}


GEMMA_GENERATION = {
    "bos_token_id": 2,
    "cache_implementation": "hybrid",
    "do_sample": True,
    "eos_token_id": [1, 5],
    "pad_token_id": 0,
    "top_k": 64,
    "top_p": 0.95,
}


def gemma3_conditional(folder: Path, shards: int = 2) -> dict[str, Path]:
    """Gemma 3 of 4B and more: text and pictures; chat_template.json beside the tokenizer."""
    main = folder / "main"
    names = tokenizer_files(main, GEMMA_SPECIAL, TURNS, "GemmaTokenizer", end="<eos>")
    config = {
        "architectures": ["Gemma3ForConditionalGeneration"],
        "boi_token_index": 0,
        "eoi_token_index": 0,
        "eos_token_id": [1, 5],
        "image_token_index": 0,
        "initializer_range": 0.02,
        "mm_tokens_per_image": 4,
        "model_type": "gemma3",
        "text_config": _gemma_text(len(names)),
        "torch_dtype": "bfloat16",
        "vision_config": {
            "hidden_size": 16,
            "image_size": 28,
            "intermediate_size": 32,
            "model_type": "siglip_vision_model",
            "num_attention_heads": 2,
            "num_hidden_layers": 1,
            "patch_size": 14,
            "vision_use_head": False,
        },
    }
    finish(main, config, GEMMA_GENERATION, shards)
    write_json(main, chat_template={"chat_template": TURNS}, processor_config={})
    return {"main": main}


def gemma4(folder: Path) -> dict[str, Path]:
    """Gemma 4 E2B and E4B: text, pictures and sound; layer embeddings; a Jinja file."""
    main = folder / "main"
    names = tokenizer_files(
        main, GEMMA_SPECIAL, TURNS, "GemmaTokenizer", end="<eos>", template_file=True
    )
    text = {
        **_gemma_text(len(names)),
        "model_type": "gemma4_text",
        "vocab_size_per_layer_input": len(names),
        "hidden_size_per_layer_input": 8,
        "num_kv_shared_layers": 0,
        "global_head_dim": WIDTH // 2,
        "enable_moe_block": False,
    }
    text.pop("rope_theta", None)
    config = {
        "architectures": ["Gemma4ForConditionalGeneration"],
        "audio_config": None,
        "dtype": "bfloat16",
        "eos_token_id": [1, 5],
        "model_type": "gemma4",
        "text_config": text,
        "vision_config": None,
    }
    finish(main, config, GEMMA_GENERATION, shards=1)
    return {"main": main}


def hunyuan(folder: Path, shards: int = 1) -> dict[str, Path]:
    """Hunyuan-MT and HY-MT: HunYuanDenseV1, told what to do by a prompt."""
    main = folder / "main"
    special = ("<|hy_begin_of_sentence|>", "<|hy_User|>", "<|hy_place_holder_no_2|>", "<pad>")
    names = tokenizer_files(
        main, special, HUNYUAN, "PreTrainedTokenizerFast", end=special[2], template_file=True
    )
    config = {
        "architectures": ["HunYuanDenseV1ForCausalLM"],
        "attention_bias": False,
        "bos_token_id": 0,
        "eos_token_id": 2,
        "head_dim": WIDTH // 2,
        "hidden_act": "silu",
        "model_type": "hunyuan_v1_dense",
        "pad_token_id": 3,
        "rms_norm_eps": 1e-05,
        "rope_theta": 10000.0,
        "tie_word_embeddings": True,
        "torch_dtype": "bfloat16",
        "use_cache": True,
        "use_qk_norm": True,
        "vocab_size": len(names),
        **TINY,
    }
    generation = {"do_sample": True, "eos_token_id": [2], "pad_token_id": 3, "top_k": 20}
    finish(main, config, generation, shards)
    return {"main": main}


def tokenizer_files(
    folder: Path,
    special: Sequence[str],
    template: str,
    kind: str,
    *,
    end: str,
    template_file: bool = False,
) -> list[str]:
    """``tokenizer.json`` and its configuration, with the template inside or in a Jinja file."""
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers

    card(folder)
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=400,
        special_tokens=[AddedToken(token, special=True) for token in special],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator((ENGLISH + KHMER).splitlines(), trainer)
    if "<bos>" in special:
        from tokenizers.processors import TemplateProcessing

        tokenizer.post_processor = TemplateProcessing(
            single="<bos> $A", special_tokens=[("<bos>", special.index("<bos>"))]
        )
    tokenizer.save(str(folder / "tokenizer.json"))
    config = {
        "added_tokens_decoder": {
            str(i): {
                "content": token,
                "special": True,
                "lstrip": False,
                "rstrip": False,
                "normalized": False,
                "single_word": False,
            }
            for i, token in enumerate(special)
        },
        "bos_token": "<bos>" if "<bos>" in special else None,
        "clean_up_tokenization_spaces": False,
        "eos_token": end,
        "model_max_length": 131072,
        "pad_token": special[0] if "pad" in special[0] or "end" in special[0] else special[-1],
        "tokenizer_class": kind,
    }
    if template_file:
        (folder / "chat_template.jinja").write_text(template, "utf-8")
    elif template:
        config["chat_template"] = template
    write_json(folder, tokenizer_config=config)
    names = tokenizer.get_vocab()
    return sorted(names, key=lambda name: names[name])


def _qwen(folder: Path, config: dict[str, Any], template: str, shards: int, kind: str) -> Path:
    main = folder / "main"
    names = tokenizer_files(main, QWEN_SPECIAL, template, kind, end="<|im_end|>")
    size = -(-len(names) // 64) * 64  # padded, as published
    generation = {
        "bos_token_id": 0,
        "do_sample": True,
        "eos_token_id": [2, 0],
        "pad_token_id": 0,
        "temperature": 0.6,
        "top_k": 20,
        "top_p": 0.95,
    }
    finish(main, {**config, "vocab_size": size}, generation, shards)
    return main


def _gemma_text(size: int) -> dict[str, Any]:
    return {
        "attention_bias": False,
        "bos_token_id": 2,
        "eos_token_id": [1, 5],
        "head_dim": WIDTH // 2,
        "hidden_activation": "gelu_pytorch_tanh",
        "model_type": "gemma3_text",
        "pad_token_id": 0,
        "query_pre_attn_scalar": WIDTH // 2,
        "rms_norm_eps": 1e-06,
        "rope_theta": 1000000,
        "sliding_window": 512,
        "vocab_size": size,
        **TINY,
    }


def finish(
    folder: Path, config: dict[str, Any], generation: dict[str, Any], shards: int = 1
) -> None:
    """Configurations, and random weights in the published precision."""
    write_json(folder, config=config, generation_config=generation)
    save_safetensors(folder, weights(folder, config), shards)


def weights(folder: Path, config: dict[str, Any]) -> State:
    """Random weights under the names that transformers saves for the class of ``config``."""
    import torch
    import transformers

    kind = getattr(transformers, config["architectures"][0])
    torch.manual_seed(20)
    model = kind(transformers.AutoConfig.from_pretrained(folder)).eval()
    with torch.no_grad():
        for values in model.parameters():
            if values.ndim > 1:
                values.normal_(0, 0.6)
        model.get_output_embeddings().weight[:6] *= 0.1  # special tokens: an answer has words
    state = model.state_dict()
    if config.get("tie_word_embeddings", "gemma" in config["model_type"]):
        state.pop("lm_head.weight", None)
    return {name: values.detach().clone().to(torch.bfloat16) for name, values in state.items()}

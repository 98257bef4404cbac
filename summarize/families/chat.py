"""Instruct models: messages become tokens by the chat template that comes with the tokenizer."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from summarize.errors import InputTooLongError, ModelError
from summarize.families import MODEL_TYPES
from summarize.tokens import Chat

CAUSAL = "ForCausalLM"
UNSTATED = 4096
"""Tokens that a model may take where its configuration does not say."""


class ChatFamily:
    """Works with a tokenizer of transformers; ``limit`` counts tokens of prompt and answer."""

    def __init__(self, tokenizer: Any, limit: int, name: str) -> None:
        self._tokenizer = tokenizer
        self._limit = limit
        self._name = name

    def encode(self, chat: Chat, answer: int) -> list[int]:
        """Token ids of ``chat`` up to where the model answers; thinking aloud is switched off.

        Raises ``ModelError`` where the tokenizer has no chat template, ``InputTooLongError`` where
        no room is left for ``answer`` tokens.
        """
        if not self._tokenizer.chat_template:
            raise ModelError(
                f"{self._name} has no chat template: it continues text and follows no instructions",
                "Choose an instruct version of it. If it was taught to translate by going on with "
                'a text, set translation_prompt = "khmer-completion", or a prompt like that one.',
            )
        text = self._tokenizer.apply_chat_template(
            [{"role": message.role, "content": message.content} for message in chat],
            tokenize=False,
            add_generation_prompt=True,
            enable_thinking=False,
        )
        ids: list[int] = self._tokenizer(text, add_special_tokens=False)["input_ids"]
        return self._fitting(ids, answer)

    def encode_text(self, text: str, answer: int) -> list[int]:
        """Token ids of ``text``, after those with which the tokenizer begins every text.

        Raises ``InputTooLongError`` as :meth:`encode` does.
        """
        return self._fitting(self._tokenizer(text)["input_ids"], answer)

    def _fitting(self, ids: list[int], answer: int) -> list[int]:
        if len(ids) + answer > self._limit:
            raise too_long(self._name, len(ids), self._limit - answer)
        return ids

    def decode(self, ids: Sequence[int]) -> str:
        """Text of the model's answer."""
        return self.decode_raw(ids).strip()

    def decode_raw(self, ids: Sequence[int]) -> str:
        """Text of ``ids`` with the white space around it."""
        text: str = self._tokenizer.decode(ids, skip_special_tokens=True)
        return text


def is_chat_folder(folder: Path) -> bool:
    """Whether ``folder`` holds a decoder-only model, by its config.json; no errors.

    Types that the encoder-decoder families know are theirs. Newer models take pictures too and
    say ``ForConditionalGeneration``: transformers' own table tells which of them write text alone.
    """
    try:
        config = json.loads((folder / "config.json").read_text("utf-8"))
        kinds = [str(kind) for kind in config.get("architectures") or ()]
        model_type = str(config.get("model_type"))
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):
        return False
    if model_type in MODEL_TYPES:
        return False
    if any(kind.endswith(CAUSAL) for kind in kinds):
        return True
    return "text_config" in config and _writes_text_alone(model_type)


def _writes_text_alone(model_type: str) -> bool:
    from transformers.models.auto.modeling_auto import MODEL_FOR_CAUSAL_LM_MAPPING_NAMES

    return model_type in MODEL_FOR_CAUSAL_LM_MAPPING_NAMES


def token_limit(config: Any) -> int:
    """The most tokens that a model with this transformers configuration works with."""
    found = getattr(config.get_text_config(), "max_position_embeddings", None)
    return found if isinstance(found, int) else UNSTATED


def too_long(name: str, tokens: int, limit: int) -> InputTooLongError:
    """The error for a prompt of ``tokens`` where ``limit`` fit."""
    return InputTooLongError(
        f"the prompt with its text has {tokens} tokens; {name} takes at most {limit}",
        "Give a shorter text, a model with a longer context, or --summarizer extractive.",
    )

"""What runs a model: knows devices and batches, and nothing of languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Tokens:
    """One encoded input: subword strings for the model, and what its output must begin with.

    Strings, not ids: CTranslate2 wants them, and a tokenizer turns them into ids for the others.
    ``prefix`` holds target tokens forced at the start (a language code, BART's ``<s>``).
    """

    source: tuple[str, ...]
    prefix: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decoding:
    """Generation options, the same for every engine. Lengths are in target tokens."""

    beam_size: int = 1
    max_new_tokens: int = 256
    min_new_tokens: int = 0
    length_penalty: float = 1.0
    repetition_penalty: float = 1.0
    no_repeat_ngram_size: int = 0


@dataclass(frozen=True, slots=True)
class Generated:
    """One output: its tokens without prefix and end mark, its mean log-probability, its end.

    ``finished`` is false when the length limit cut the text.
    """

    tokens: tuple[str, ...]
    score: float
    finished: bool


class Engine(Protocol):
    """Runs one loaded model."""

    def generate(self, inputs: Sequence[Tokens], decoding: Decoding) -> list[Generated]:
        """One output for each input, in order; batches are the engine's own business."""

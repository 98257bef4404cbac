"""What runs a model: knows devices and batches, and nothing of languages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
    """Generation options, the same for every engine. Lengths are in target tokens.

    ``hypotheses`` is how many outputs to return for one input, at most ``beam_size``.
    """

    beam_size: int = 1
    max_new_tokens: int = 256
    min_new_tokens: int = 0
    length_penalty: float = 1.0
    repetition_penalty: float = 1.0
    no_repeat_ngram_size: int = 0
    hypotheses: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.hypotheses <= self.beam_size:
            raise ValueError(f"{self.hypotheses} hypotheses from a beam of {self.beam_size}")


@dataclass(frozen=True, slots=True)
class Generated:
    """One output: its tokens without prefix and end mark, its mean log-probability, its end.

    ``finished`` is false when the length limit cut the text. ``others`` are the further hypotheses
    of the beam where they were asked for, best first, all of them different. The beam ranks by
    log-probability and length penalty together, so that ``score`` need not fall from one to the
    next.
    """

    tokens: tuple[str, ...]
    score: float
    finished: bool
    others: "tuple[Generated, ...]" = ()


def ranked(hypotheses: Sequence[Generated]) -> Generated:
    """Return the first of ``hypotheses``, best first, with the others that read differently."""
    distinct: dict[tuple[str, ...], Generated] = {}
    for hypothesis in hypotheses:
        distinct.setdefault(hypothesis.tokens, hypothesis)
    best, *others = distinct.values()
    return replace(best, others=tuple(others))


class Engine(Protocol):
    """Runs one loaded model."""

    def generate(self, inputs: Sequence[Tokens], decoding: Decoding) -> list[Generated]:
        """One output for each input, in order; batches are the engine's own business."""

"""What runs a model: knows devices and batches, and nothing of languages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Tokens:
    """One encoded input: subword strings for the model, and what its output must begin with.

    Strings, not ids: CTranslate2 wants them, and a tokenizer turns them into ids for the others.
    ``prefix`` holds target tokens forced at the start (a language code, BART's ``<s>``), and
    ``longest`` is how many tokens the output may have where ``Decoding`` allows more.
    """

    source: tuple[str, ...]
    prefix: tuple[str, ...] = ()
    longest: int | None = None


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


def limited(decoding: Decoding, batch: Sequence[Tokens]) -> Decoding:
    """``decoding`` that goes no further than the longest output in ``batch`` may be."""
    allowed = decoding.max_new_tokens
    longest = max(allowed if tokens.longest is None else tokens.longest for tokens in batch)
    return replace(decoding, max_new_tokens=min(allowed, longest))


def cut(found: Generated, tokens: Tokens) -> Generated:
    """``found`` and the others of its beam, ended where the output for ``tokens`` must end."""
    others = tuple(cut(other, tokens) for other in found.others)
    if tokens.longest is None or len(found.tokens) <= tokens.longest:
        return replace(found, others=others) if others else found
    kept = found.tokens[: tokens.longest]
    return replace(found, tokens=kept, finished=False, others=others)


class Engine(Protocol):
    """Runs one loaded model."""

    def generate(self, inputs: Sequence[Tokens], decoding: Decoding) -> list[Generated]:
        """One output for each input, in order; batches are the engine's own business."""

    def generate_as_done(
        self, inputs: Sequence[Tokens], decoding: Decoding
    ) -> Iterator[list[tuple[int, Generated]]]:
        """The same outputs, with their positions in ``inputs``, batch by batch as they are done."""

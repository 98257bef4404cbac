"""What runs a model: knows devices and batches, and nothing of languages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from summarize.tokens import Decoding, Generated, Tokens


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

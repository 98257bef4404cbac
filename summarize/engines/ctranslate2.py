"""CTranslate2 (https://opennmt.net/CTranslate2): fast inference, int8 on the CPU."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from summarize.engines.base import cut, limited, ranked
from summarize.engines.batching import ONE_BY_ONE, Batching, batches_as_done, in_order
from summarize.engines.device import Device, pick_device
from summarize.engines.failing import generating
from summarize.errors import ModelCorruptedError
from summarize.options import DeviceName
from summarize.tokens import Decoding, Generated, Tokens

THREADS = 8
"""The most CPU threads for one model: more bring little, and others use the machine too."""
TOKENS, SHARES = 512, 4
"""How inputs are batched on the CPU: threads that work on a batch each are worth more than threads
that share one (benchmarks/results/threads.md)."""


class CTranslate2Seq2Seq:
    """An encoder-decoder model in CTranslate2 form, kept in ``folder``.

    Computes in the precision that it was converted to. Raises ``ModelError``.
    """

    def __init__(self, folder: Path, device: DeviceName = "auto") -> None:
        place = pick_device(device)
        self._model = _open("Translator", folder, place)
        self._batching = _batching(place)

    def generate(self, inputs: Sequence[Tokens], decoding: Decoding) -> list[Generated]:
        """See :class:`summarize.engines.base.Engine`."""
        return in_order(self.generate_as_done(inputs, decoding))

    def generate_as_done(
        self, inputs: Sequence[Tokens], decoding: Decoding
    ) -> Iterator[list[tuple[int, Generated]]]:
        """See :class:`summarize.engines.base.Engine`."""
        return batches_as_done(
            inputs,
            lambda tokens: len(tokens.source),
            lambda batch: self._generate(batch, decoding),
            self._batching,
        )

    def _generate(self, batch: Sequence[Tokens], decoding: Decoding) -> list[Generated]:
        decoding = limited(decoding, batch)
        prefix = len(batch[0].prefix)  # one model, one length; CTranslate2 counts it as output
        with generating(RuntimeError, ValueError):
            results = self._model.translate_batch(
                [list(tokens.source) for tokens in batch],
                [list(tokens.prefix) for tokens in batch] if prefix else None,
                max_input_length=0,
                max_decoding_length=decoding.max_new_tokens + prefix,
                min_decoding_length=decoding.min_new_tokens + prefix,
                **_options(decoding),
            )
        return [
            cut(_ranked(result.hypotheses, result.scores, decoding, prefix, self._is_end), tokens)
            for result, tokens in zip(results, batch, strict=True)
        ]

    @staticmethod
    def _is_end(token: str) -> bool:
        return token == "</s>"  # noqa: S105  (the end mark of all families here)


class CTranslate2Causal:
    """A decoder-only model in CTranslate2 form: ``Tokens.source`` is the prompt, all of it.

    ``end_tokens`` end the output, in place of the one that the model names. Raises ``ModelError``.
    """

    def __init__(
        self, folder: Path, device: DeviceName = "auto", end_tokens: Sequence[str] = ("</s>",)
    ) -> None:
        place = pick_device(device)
        self._model = _open("Generator", folder, place)
        self._batching = _batching(place)
        self._end_tokens = tuple(end_tokens)

    def generate(self, inputs: Sequence[Tokens], decoding: Decoding) -> list[Generated]:
        """See :class:`summarize.engines.base.Engine`."""
        return in_order(self.generate_as_done(inputs, decoding))

    def generate_as_done(
        self, inputs: Sequence[Tokens], decoding: Decoding
    ) -> Iterator[list[tuple[int, Generated]]]:
        """See :class:`summarize.engines.base.Engine`."""
        return batches_as_done(
            inputs,
            lambda tokens: len(tokens.source),
            lambda batch: self._generate(batch, decoding),
            self._batching,
        )

    def _generate(self, batch: Sequence[Tokens], decoding: Decoding) -> list[Generated]:
        decoding = limited(decoding, batch)
        with generating(RuntimeError, ValueError):
            results = self._model.generate_batch(
                [[*tokens.source, *tokens.prefix] for tokens in batch],
                include_prompt_in_result=False,
                max_length=decoding.max_new_tokens,
                min_length=decoding.min_new_tokens,
                end_token=list(self._end_tokens),
                **_options(decoding),
            )
        is_end = self._end_tokens.__contains__
        return [
            cut(_ranked(result.sequences, result.scores, decoding, 0, is_end), tokens)
            for result, tokens in zip(results, batch, strict=True)
        ]

    def scores(self, inputs: Sequence[tuple[Tokens, Tokens]]) -> list[tuple[float, ...]]:
        """For each prompt and what follows it the log-probability of every token that follows.

        One by one: CTranslate2 fails where a batch of Gemma 3 has several lengths.
        """
        return in_order(
            batches_as_done(
                inputs,
                lambda pair: len(pair[0].source) + len(pair[1].source),
                self._score,
                replace(self._batching, tokens=1),
            )
        )

    def _score(self, batch: Sequence[tuple[Tokens, Tokens]]) -> list[tuple[float, ...]]:
        ((prompt, after),) = batch
        with generating(RuntimeError, ValueError):
            (result,) = self._model.score_batch(
                [[*prompt.source, *after.source]], max_input_length=0
            )
        return [tuple(result.log_probs[len(prompt.source) - 1 :])]  # the first token has none


def _options(decoding: Decoding) -> dict[str, Any]:
    return {
        "beam_size": decoding.beam_size,
        "num_hypotheses": decoding.hypotheses,
        "length_penalty": decoding.length_penalty,
        "repetition_penalty": decoding.repetition_penalty,
        "no_repeat_ngram_size": decoding.no_repeat_ngram_size,
        "return_end_token": True,
        "return_scores": True,
    }


def _ranked(
    hypotheses: Sequence[Sequence[str]],
    scores: Sequence[float],
    decoding: Decoding,
    prefix: int,
    is_end: Callable[[str], bool],
) -> Generated:
    return ranked(
        [
            _generated(tokens, score, decoding, prefix, is_end)
            for tokens, score in zip(hypotheses, scores, strict=True)
        ]
    )


def _generated(
    tokens: Sequence[str],
    score: float,
    decoding: Decoding,
    prefix: int,
    is_end: Callable[[str], bool],
) -> Generated:
    """Strip prefix and end mark; undo the length penalty, so that the score is a mean."""
    finished = bool(tokens) and is_end(tokens[-1])
    total = score * len(tokens) ** decoding.length_penalty
    return Generated(
        tokens=tuple(tokens[prefix:-1] if finished else tokens[prefix:]),
        score=total / max(1, len(tokens) - prefix),
        finished=finished,
    )


def _batching(place: Device) -> Batching:
    return Batching(TOKENS, SHARES, threads()) if place == "cpu" else ONE_BY_ONE


def _open(kind: str, folder: Path, place: Device) -> Any:
    import ctranslate2

    workers = _batching(place).workers
    try:
        return getattr(ctranslate2, kind)(
            str(folder), device=place, inter_threads=workers, intra_threads=1
        )
    except (RuntimeError, ValueError) as error:
        raise ModelCorruptedError(
            f"CTranslate2 cannot load {folder}: {error}",
            "Delete that folder; it is made again on the next run.",
        ) from error


def threads() -> int:
    """CPU threads for one model: ``OMP_NUM_THREADS`` where set, else the cores of this process."""
    if (wanted := os.environ.get("OMP_NUM_THREADS", "")).isdigit() and int(wanted) > 0:
        return int(wanted)
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return min(cores, THREADS)

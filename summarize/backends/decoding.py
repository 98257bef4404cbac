"""How a model is decoded: as its authors published it, and more carefully on demand."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from summarize.families import read_json
from summarize.families.tokenizer import TokenizerFamily
from summarize.options import WIDER, Effort
from summarize.tokens import Decoding

FALLBACK = Decoding(max_new_tokens=256)
"""For what neither a model nor its family says."""
CAREFUL_BEAM = 8
CAREFUL_NGRAM = 3


def published_decoding(folder: Path, task: str, family: type[TokenizerFamily]) -> Decoding:
    """Return the decoding that the model in ``folder``, of ``family``, asks for.

    ``task`` is ``summarization`` or ``translation``, as older configurations name them.
    Later sources win: config.json (older models), its entry for ``task``, generation_config.json.
    Published lengths include the tokens that every output begins with, ours do not. Never longer
    than the model allows.
    """
    config = read_json(folder, "config.json")
    special = (config.get("task_specific_params") or {}).get(task) or {}
    own = read_json(folder, "generation_config.json") if _has_own(folder) else {}
    stated = {
        key: value
        for part in (config, special, own)
        for key, value in part.items()
        if value is not None
    }
    begins = family.begins
    room = family.limits(config).target - begins
    return Decoding(
        beam_size=int(stated.get("num_beams", family.beam)),
        max_new_tokens=min(_most(stated, begins), room),
        min_new_tokens=max(0, min(int(stated.get("min_length", 0)) - begins, room)),
        length_penalty=float(stated.get("length_penalty", FALLBACK.length_penalty)),
        repetition_penalty=float(stated.get("repetition_penalty", FALLBACK.repetition_penalty)),
        no_repeat_ngram_size=int(stated.get("no_repeat_ngram_size", FALLBACK.no_repeat_ngram_size)),
    )


def with_effort(decoding: Decoding, effort: Effort) -> Decoding:
    """``decoding`` with half or twice its beam, at least 1, for an effort that is not normal."""
    beams = {
        "fast": max(1, decoding.beam_size // WIDER),
        "normal": decoding.beam_size,
        "best": decoding.beam_size * WIDER,
    }
    return replace(decoding, beam_size=beams[effort])


def careful(decoding: Decoding) -> Decoding:
    """Search wider, and never repeat three tokens in a row: against loops and dropped ends."""
    return replace(
        decoding,
        beam_size=max(CAREFUL_BEAM, decoding.beam_size),
        no_repeat_ngram_size=CAREFUL_NGRAM,
    )


def n_best(decoding: Decoding, most: int) -> Decoding:
    """Return up to ``most`` hypotheses for each input; a beam narrower than that is widened."""
    return replace(decoding, beam_size=max(most, decoding.beam_size), hypotheses=most)


def _most(stated: dict[str, Any], begins: int) -> int:
    if "max_new_tokens" in stated:
        return int(stated["max_new_tokens"])
    if "max_length" in stated:
        return int(stated["max_length"]) - begins
    return FALLBACK.max_new_tokens


def _has_own(folder: Path) -> bool:
    return (folder / "generation_config.json").is_file()

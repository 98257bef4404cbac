"""How each family is used by its documentation, on transformers alone: ids in, text out."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests import netra_reference

LONGEST = 40
"""New tokens: enough to tell outputs apart."""


@dataclass(frozen=True)
class Use:
    """A tokenizer class by name, its options, a prefix of every text, and a forced language."""

    tokenizer: str = "AutoTokenizer"
    options: tuple[tuple[str, str], ...] = ()
    prefix: str = ""
    language: str = ""
    forces_start: bool = False


USES = {
    "bart": Use(forces_start=True),
    "pegasus": Use("PegasusTokenizer"),
    "flan-t5": Use(prefix="summarize: "),
    "madlad": Use(prefix="<2km> "),
    "marian": Use(prefix=">>khm<< "),
    "nllb": Use(options=(("src_lang", "eng_Latn"),), language="khm_Khmr"),
    "m2m100": Use("M2M100Tokenizer", (("src_lang", "en"),), language="__km__"),
    "mbart": Use("MBart50Tokenizer", (("src_lang", "en_XX"),), language="km_KH"),
}


def kind_of(repo: str) -> str:
    """The documented use of a repository."""
    name = repo.lower()
    for kind in ("flan-t5", "madlad", "nllb", "m2m100", "mbart", "pegasus"):
        if kind in name:
            return kind
    return "marian" if "opus-mt" in name else "bart"


def documented(folder: Path, repo: str, texts: list[str]) -> tuple[list[list[int]], list[str]]:
    """Ids of each text, and what greedy search makes of it."""
    if "netra" in repo.lower():
        return netra_reference.documented(folder, texts, LONGEST)
    import torch
    import transformers

    use = USES[kind_of(repo)]
    tokenizer = getattr(transformers, use.tokenizer).from_pretrained(folder, **dict(use.options))
    model = transformers.AutoModelForSeq2SeqLM.from_pretrained(folder).eval()
    forced: dict[str, Any] = {"min_length": 0, "no_repeat_ngram_size": 0}
    if use.language:
        forced["forced_bos_token_id"] = tokenizer.convert_tokens_to_ids(use.language)
    elif use.forces_start:
        forced["forced_bos_token_id"] = 0
    ids, written = [], []
    for text in texts:
        inputs = tokenizer(use.prefix + text, return_tensors="pt")
        ids.append(inputs["input_ids"][0].tolist())
        with torch.inference_mode():
            # One at a time: a forced end at the limit is no part of what the model would say.
            output = model.generate(
                input_ids=inputs["input_ids"],
                attention_mask=inputs["attention_mask"],
                num_beams=1,
                do_sample=False,
                early_stopping=False,
                length_penalty=1.0,
                max_new_tokens=LONGEST + ("forced_bos_token_id" in forced),
                forced_eos_token_id=None,
                **forced,
            )
        written.append(tokenizer.decode(output[0], skip_special_tokens=True).strip())
    return ids, written

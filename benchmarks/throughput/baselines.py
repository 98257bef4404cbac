"""What a user would write: transformers in float32, an article at a time or in naive batches."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.throughput.clock import Clock
from benchmarks.throughput.plan import Plan, chosen, make_articles

NAIVE = 8
"""Inputs in a naive batch, as they come."""


def one_by_one(plan: Plan, clock: Clock) -> list[str]:
    """Summarise an article, translate it sentence by sentence, take the next."""
    return _run(plan, clock, 1)


def in_naive_batches(plan: Plan, clock: Clock) -> list[str]:
    """The same, eight inputs at a time in the order in which they come."""
    return _run(plan, clock, NAIVE)


def _run(plan: Plan, clock: Clock, size: int) -> list[str]:
    import torch

    torch.set_num_threads(plan.threads)
    articles = make_articles(plan)
    sentences = chosen(articles)
    summarizer = Seq2Seq(plan.summarizer) if plan.summarizer else None
    translator = Seq2Seq(plan.translator, target=True) if plan.translator else Embedded(plan)
    clock.ready()
    targets: list[str] = []
    for start in range(0, len(articles), size):
        group = articles[start : start + size]
        if summarizer:
            summarizer.generate([article.text for article in group])
        todo = [text for own in sentences[start : start + size] for text in own]
        for first in range(0, len(todo), size):
            targets += translator.generate(todo[first : first + size])
        clock.done(len(group))
    return targets


class Seq2Seq:
    """An encoder-decoder model as its model card says."""

    def __init__(self, folder: str, target: bool = False) -> None:
        from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

        self._tokenizer = AutoTokenizer.from_pretrained(folder)
        self._model = AutoModelForSeq2SeqLM.from_pretrained(folder).float().eval()
        self._options: dict[str, Any] = {}
        if target and hasattr(self._tokenizer, "src_lang"):
            self._options["forced_bos_token_id"] = self._tokenizer.convert_tokens_to_ids("khm_Khmr")

    def generate(self, texts: Sequence[str]) -> list[str]:
        """One output for each text."""
        import torch

        inputs = self._tokenizer(
            list(texts), return_tensors="pt", padding=True, truncation=True, max_length=1024
        )
        with torch.inference_mode():
            outputs = self._model.generate(**inputs, **self._options)
        return self._tokenizer.batch_decode(outputs, skip_special_tokens=True)


class Embedded:
    """The weights of the embedded translator, adapter merged, in transformers."""

    def __init__(self, plan: Plan) -> None:
        from benchmarks.throughput.embedded import load_embedded

        self._loaded = load_embedded(Path(plan.scratch))

    def generate(self, sentences: Sequence[str]) -> list[str]:
        """One translation for each sentence, decoded as the program decodes."""
        import torch

        loaded = self._loaded
        rows = [loaded.ids(text) for text in sentences]
        width = max(map(len, rows))
        ids = torch.tensor([[0] * (width - len(row)) + row for row in rows])
        mask = torch.tensor([[0] * (width - len(row)) + [1] * len(row) for row in rows])
        with torch.inference_mode():
            outputs = loaded.model.generate(
                input_ids=ids,
                attention_mask=mask,
                num_beams=loaded.decoding.beam_size,
                no_repeat_ngram_size=loaded.decoding.no_repeat_ngram_size,
                length_penalty=loaded.decoding.length_penalty,
                max_new_tokens=max(map(loaded.limit, rows)),
                early_stopping=True,
                do_sample=False,
                eos_token_id=loaded.end,
                pad_token_id=0,
            )
        return [loaded.text(output[width:].tolist()) for output in outputs]

"""transformers (https://huggingface.co/docs/transformers): the reference engine."""

from collections.abc import Iterator, Sequence
from inspect import signature
from pathlib import Path
from typing import Any

from summarize.engines.base import cut, limited, ranked
from summarize.engines.batching import batches_as_done, in_order
from summarize.engines.device import pick_device
from summarize.engines.failing import generating
from summarize.errors import ModelError
from summarize.families.pieces import UNKNOWN
from summarize.models.load import load_weights, quiet
from summarize.options import DeviceName
from summarize.tokens import Decoding, Generated, Tokens


class TransformersSeq2Seq:
    """An encoder-decoder model as published, in float32, with the tokenizer that numbers tokens.

    Decodes by our own options, never by those in the model folder, so that both engines agree.
    Raises ``ModelError``.
    """

    def __init__(self, folder: Path, tokenizer: Any, device: DeviceName = "auto") -> None:
        import torch

        self._device = pick_device(device, torch.cuda.is_available)
        self._tokenizer = tokenizer
        self._model = load_weights(folder).to(self._device)
        self._start = _decoder_start(self._model)
        self._asks_global = "global_attention_mask" in signature(self._model.forward).parameters
        with quiet():
            from transformers import GenerationConfig

            # generate() fills gaps in our options from here: leave nothing to be filled in.
            self._model.generation_config = GenerationConfig()  # type: ignore[no-untyped-call]

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
        )

    def _generate(self, batch: Sequence[Tokens], decoding: Decoding) -> list[Generated]:
        import torch

        sources, mask = self._padded([self._ids(tokens.source) for tokens in batch])
        begin = [[self._start, *self._ids(tokens.prefix)] for tokens in batch]
        with generating(RuntimeError, ValueError, IndexError), torch.inference_mode(), quiet():
            outputs = self._model.generate(
                input_ids=sources,
                attention_mask=mask,
                **self._attention(sources),
                decoder_input_ids=torch.tensor(begin, device=self._device),
                generation_config=self._options(limited(decoding, batch)),
            )
            groups = outputs.split(decoding.hypotheses)
            return [
                cut(self._ranked(source[kept.bool()], group, len(begin[0])), tokens)
                for source, kept, group, tokens in zip(sources, mask, groups, batch, strict=True)
            ]

    def _options(self, decoding: Decoding) -> Any:
        from transformers import GenerationConfig

        tokenizer = self._tokenizer
        options = GenerationConfig(  # type: ignore[no-untyped-call]
            num_beams=decoding.beam_size,
            num_return_sequences=decoding.hypotheses,
            do_sample=False,
            max_new_tokens=decoding.max_new_tokens,
            min_new_tokens=decoding.min_new_tokens,
            repetition_penalty=decoding.repetition_penalty,
            no_repeat_ngram_size=decoding.no_repeat_ngram_size,
            bad_words_ids=[[tokenizer.pad_token_id]],
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
            decoder_start_token_id=self._start,
        )
        if decoding.beam_size > 1:
            options.length_penalty = decoding.length_penalty
            options.early_stopping = True  # as CTranslate2: enough once beam_size are finished
        return options

    def _ranked(self, source: Any, outputs: Any, begin: int) -> Generated:
        return ranked([self._generated(source, output, begin) for output in outputs])

    def _generated(self, source: Any, output: Any, begin: int) -> Generated:
        """Cut ``output`` (ids, start and prefix first) at its end mark, and score it."""
        ends = (output[begin:] == self._tokenizer.eos_token_id).nonzero()
        finished = len(ends) > 0
        stop = begin + int(ends[0]) if finished else len(output)
        return Generated(
            tokens=tuple(
                token or UNKNOWN  # a model may have more numbers than its tokenizer has tokens
                for token in self._tokenizer.convert_ids_to_tokens(output[begin:stop].tolist())
            ),
            score=self._score(source, output[: stop + finished], begin),
            finished=finished,
        )

    def _score(self, source: Any, output: Any, begin: int) -> float:
        """Mean log-probability of ``output`` after its first ``begin`` tokens.

        One more pass over each output: generate() would keep the scores of the whole vocabulary
        at every step, gigabytes for a large one.
        """
        if len(output) == begin:
            return 0.0
        logits = self._model(
            input_ids=source[None],
            **self._attention(source[None]),
            decoder_input_ids=output[None, :-1],
        ).logits[0]
        found = logits[begin - 1 :].log_softmax(-1).gather(-1, output[begin:, None])
        return float(found.mean())

    def _attention(self, sources: Any) -> dict[str, Any]:
        """Where the model asks, as LED does, let the first token see all: (rows, longest row)."""
        if not self._asks_global:
            return {}
        mask = sources.new_zeros(sources.shape)
        mask[:, 0] = 1
        return {"global_attention_mask": mask}

    def _padded(self, rows: Sequence[list[int]]) -> tuple[Any, Any]:
        """Ids and attention mask, both of shape (rows, longest row)."""
        import torch

        width = max(map(len, rows))
        pad = self._tokenizer.pad_token_id
        ids = [row + [pad] * (width - len(row)) for row in rows]
        mask = [[1] * len(row) + [0] * (width - len(row)) for row in rows]
        return torch.tensor(ids, device=self._device), torch.tensor(mask, device=self._device)

    def _ids(self, tokens: Sequence[str]) -> list[int]:
        ids: list[int] = self._tokenizer.convert_tokens_to_ids(list(tokens))
        return ids


def _decoder_start(model: Any) -> int:
    for config in (model.generation_config, model.config):
        start = getattr(config, "decoder_start_token_id", None)
        if isinstance(start, int):
            return start
    raise ModelError("the model does not say with which token its output starts")

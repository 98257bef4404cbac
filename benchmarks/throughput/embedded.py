"""The embedded translator for transformers and for CTranslate2 by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarize.models.embedded import FOLDER
from summarize.models.embedded.build import VOCABULARY, built
from summarize.models.embedded.manifest import Limits, read_manifest
from summarize.models.embedded.vocabulary import BOS, EOS
from summarize.options import silent
from summarize.settings import load_settings
from summarize.tokens import Decoding


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model of transformers, or ``None``, with what is around it."""

    model: Any
    tokenizer: Any
    prompt: str
    decoding: Decoding
    limits: Limits
    folder: Path

    @property
    def end(self) -> int:
        """The number of the token that ends an output."""
        return int(self.tokenizer.token_to_id(EOS))

    def ids(self, sentence: str) -> list[int]:
        """Token numbers of the prompt."""
        return [self.tokenizer.token_to_id(token) for token in self.tokens(sentence)]

    def tokens(self, sentence: str) -> list[str]:
        """Tokens of the prompt."""
        text = self.prompt.format(source=" ".join(sentence.split()))
        return [BOS, *self.tokenizer.encode(text, add_special_tokens=False).tokens]

    def limit(self, row: Sequence[object]) -> int:
        """The most tokens that an output may have."""
        return self.limits.target(len(row))

    def options(self, prompts: Sequence[Sequence[str]]) -> dict[str, Any]:
        """What CTranslate2 is asked for ``prompts``, the same for all that ask it directly."""
        return {
            "beam_size": self.decoding.beam_size,
            "no_repeat_ngram_size": self.decoding.no_repeat_ngram_size,
            "length_penalty": self.decoding.length_penalty,
            "max_length": max(map(self.limit, prompts)),
            "include_prompt_in_result": False,
            "end_token": [EOS],
        }

    def text(self, ids: Sequence[int]) -> str:
        """Text of an output."""
        stop = ids.index(self.end) if self.end in ids else len(ids)
        return str(self.tokenizer.decode(list(ids[:stop]))).strip()


def prepare(scratch: Path, model: Any = None) -> Loaded:
    """What is known without weights; the program's own build is made where it is missing."""
    from summarize.families.causal import load_tokenizer

    manifest = read_manifest(FOLDER)
    assert manifest.adapter is not None
    kept = built(manifest, load_settings({}).model_dir, silent)
    adapter = manifest.adapter
    return Loaded(
        model,
        load_tokenizer(kept.tokenizer),
        adapter.prompt,
        adapter.decoding,
        adapter.limits,
        kept.model,
    )


def load_embedded(scratch: Path) -> Loaded:
    """With the weights in transformers, float32; merged once and kept in ``scratch``."""
    from transformers import Gemma3ForCausalLM

    folder = scratch / "embedded-float32"
    if not folder.exists():
        _merge(folder, scratch)
    model: Any = Gemma3ForCausalLM.from_pretrained(folder)
    return prepare(scratch, model.float().eval())


def _merge(folder: Path, scratch: Path) -> None:
    import json
    from importlib import import_module

    import torch

    from summarize.models.embedded.adapter import Lora
    from summarize.models.embedded.base import BaseFile
    from summarize.models.embedded.vocabulary import closed
    from training.adapter.model import load

    manifest = read_manifest(FOLDER)
    assert manifest.adapter is not None
    path = scratch / "base.gguf"
    import_module(manifest.adapter.base.package).assemble(path)
    base = BaseFile(path)
    ids = closed(base.vocabulary, json.loads((FOLDER / VOCABULARY).read_text("utf-8")))
    model = load(base, ids)
    lora = Lora(FOLDER)
    merged = {
        name: torch.from_numpy(lora.merged(name, values)) for name, values in base.weights(ids)
    }
    model.load_state_dict(merged, strict=False)
    model.tie_weights()
    model.save_pretrained(folder)
    path.unlink()

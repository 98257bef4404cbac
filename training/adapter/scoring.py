"""How likely a model finds given translations, by the same runtime that translates."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from math import inf
from pathlib import Path
from statistics import fmean

from summarize.engines.ctranslate2 import threads
from summarize.families.causal import Causal, load_tokenizer
from summarize.models.embedded.build import built
from summarize.models.embedded.manifest import Adapter, Manifest
from summarize.models.embedded.vocabulary import BOS, EOS


class Scorer:
    """Scores targets by an adapter merged into its base, on the CPU."""

    def __init__(self, manifest: Manifest, adapter: Adapter, model_dir: Path) -> None:
        import ctranslate2

        kept = built(manifest, model_dir, print)
        self._workers = threads()
        self._model = ctranslate2.Generator(
            str(kept.model), inter_threads=self._workers, intra_threads=1
        )
        self._tokenizer = load_tokenizer(kept.tokenizer)
        self._family = Causal(self._tokenizer, adapter.prompt, BOS, adapter.limits.source)

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Mean cross-entropy of the target of each (source, target), in nats a token."""
        with ThreadPoolExecutor(self._workers) as pool:
            return list(pool.map(self._loss, pairs))

    def _loss(self, pair: tuple[str, str]) -> float:
        """One pair at a time, infinite where that is longer than the sliding window of the model.

        CTranslate2 4.8 fails there, and on a batch of rows of different lengths.
        """
        source, target = pair
        (prompt,) = self._family.encode([source])
        written = self._tokenizer.encode(f" {target}", add_special_tokens=False).tokens
        try:
            (result,) = self._model.score_batch([[*prompt.source, *written, EOS]])
        except ValueError:
            return inf
        return -fmean(result.log_probs[len(prompt.source) - 1 :])

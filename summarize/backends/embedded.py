"""The English-Khmer translator that comes with the program, whatever kind of model it is now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.backends.base import Candidate, Piece, TranslationSpec
from summarize.backends.decoding import n_best
from summarize.backends.seq2seq import Seq2SeqTranslator, candidates_of, start
from summarize.backends.signature import signature
from summarize.engines.batching import in_order
from summarize.errors import InputTooLongError
from summarize.families.causal import Causal
from summarize.models.embedded import FOLDER
from summarize.models.embedded.manifest import Adapter, Manifest, read_manifest
from summarize.options import BackendOptions
from summarize.tokens import Tokens

if TYPE_CHECKING:
    from summarize.engines.ctranslate2 import CTranslate2Causal


class EmbeddedTranslator:
    """Drafts Khmer with the model in ``folder``: an adapter on a base, or a Marian model.

    Raises ``ModelCorruptedError`` where ``folder`` has no readable ``model.toml``.
    """

    def __init__(self, options: BackendOptions, folder: Path = FOLDER) -> None:
        manifest = read_manifest(folder)
        self._translator: Seq2SeqTranslator | AdapterTranslator
        if manifest.adapter is None:
            self._translator = Seq2SeqTranslator(str(folder), options)
        else:
            self._translator = AdapterTranslator(manifest, manifest.adapter, options)

    @property
    def signature(self) -> str:
        """One line; see :mod:`summarize.backends.signature`. Raises ``ModelError``."""
        return self._translator.signature

    def translate(self, sentences: Sequence[str], spec: TranslationSpec) -> list[str]:
        """One translation for each sentence, in order.

        The first call on a machine builds the model, which takes about a minute. The int8
        arithmetic of CTranslate2 rounds differently in batches of different sizes: a sentence may
        be worded otherwise in other company, but the same list gives the same drafts. Raises
        ``InputTooLongError`` for a sentence above the limit, ``ModelError``.
        """
        return self._translator.translate(sentences, spec)

    def candidates(
        self, sentences: Sequence[str], spec: TranslationSpec, most: int
    ) -> list[list[Candidate]]:
        """See :class:`summarize.backends.base.OffersCandidates`, and :meth:`translate`."""
        return self._translator.candidates(sentences, spec, most)

    def candidates_as_ready(
        self, sentences: Sequence[str], spec: TranslationSpec, most: int
    ) -> Iterator[list[tuple[int, list[Candidate]]]]:
        """See :class:`summarize.backends.base.OffersCandidatesAsReady`, and :meth:`translate`."""
        return self._translator.candidates_as_ready(sentences, spec, most)

    def pieces(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Piece, ...]]:
        """See :class:`summarize.backends.base.ScoresPieces`; none of a Marian model."""
        if isinstance(self._translator, AdapterTranslator):
            return self._translator.pieces(pairs)
        return [()] * len(pairs)


@dataclass(frozen=True, slots=True)
class _Loaded:
    family: Causal
    engine: "CTranslate2Causal"


class AdapterTranslator:
    """Drafts Khmer with an adapter on base weights, merged and run by CTranslate2."""

    def __init__(self, manifest: Manifest, adapter: Adapter, options: BackendOptions) -> None:
        self._manifest = manifest
        self._adapter = adapter.with_effort(options.effort)
        self._options = options

    @cached_property
    def signature(self) -> str:
        """One line; the digest in it covers weights, prompt, limits and both decodings."""
        from summarize.models.embedded.build import PRECISION

        return signature(
            "causal",
            f"{self._manifest.name}-{self._manifest.version}@{self._manifest.digest[:12]}",
            f"ctranslate2-{version('ctranslate2')}",
            PRECISION,
            replace(self._adapter.decoding, max_new_tokens=self._longest_target),
        )

    def translate(self, sentences: Sequence[str], spec: TranslationSpec) -> list[str]:
        """One translation for each sentence, in order; see :class:`EmbeddedTranslator`."""
        return [found[0].text for found in self.candidates(sentences, spec, 1)]

    def candidates(
        self, sentences: Sequence[str], spec: TranslationSpec, most: int
    ) -> list[list[Candidate]]:
        """See :class:`summarize.backends.base.OffersCandidates`."""
        return in_order(self.candidates_as_ready(sentences, spec, most))

    def candidates_as_ready(
        self, sentences: Sequence[str], spec: TranslationSpec, most: int
    ) -> Iterator[list[tuple[int, list[Candidate]]]]:
        """See :class:`summarize.backends.base.OffersCandidatesAsReady`."""
        family = self._loaded.family
        inputs = [
            replace(tokens, longest=self._adapter.limits.target(len(tokens.source)))
            for tokens in family.encode(sentences, spec.source, spec.target)
        ]
        for sentence, tokens in zip(sentences, inputs, strict=True):
            _require_fit(sentence, tokens, family.input_limit)
        decoding = self._adapter.careful if spec.careful else self._adapter.decoding
        wanted = replace(n_best(decoding, most), max_new_tokens=self._longest_target)
        for batch in self._loaded.engine.generate_as_done(inputs, wanted):
            yield [
                (i, candidates_of(output, lambda found: family.decode(found.tokens)))
                for i, output in batch
            ]

    def pieces(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Piece, ...]]:
        """See :class:`summarize.backends.base.ScoresPieces`."""
        family = self._loaded.family
        prompts = family.encode([source for source, _ in pairs])
        after = family.continuations([target for _, target in pairs])
        inputs = [(prompt, own) for prompt, (own, _) in zip(prompts, after, strict=True)]
        scores = self._loaded.engine.scores(inputs)
        return [
            tuple(Piece(*place, score) for place, score in zip(places, own, strict=True))
            for (_, places), own in zip(after, scores, strict=True)
        ]

    @property
    def _longest_target(self) -> int:
        limits = self._adapter.limits
        return limits.target(limits.source)

    @cached_property
    def _loaded(self) -> _Loaded:
        from summarize.engines.ctranslate2 import CTranslate2Causal
        from summarize.families.causal import load_tokenizer
        from summarize.models.embedded.build import built
        from summarize.models.embedded.vocabulary import BOS, EOS

        if self._options.engine == "transformers":
            self._options.notify(
                "The embedded translator runs on CTranslate2 alone: --engine does not change it."
            )
        kept = built(self._manifest, self._options.model_dir, self._options.notify)
        tokenizer = load_tokenizer(kept.tokenizer)
        family = Causal(tokenizer, self._adapter.prompt, BOS, self._adapter.limits.source)
        return _Loaded(family, CTranslate2Causal(kept.model, self._options.device, (EOS,)))


def _require_fit(sentence: str, tokens: Tokens, limit: int) -> None:
    if len(tokens.source) > limit:
        raise InputTooLongError(
            f"the sentence “{start(sentence)}” has {len(tokens.source)} tokens; the embedded "
            f"translator takes at most {limit}",
            "Divide the sentence, or choose another translator.",
        )

"""Marian: the OPUS-MT models of Helsinki-NLP, for one target language or, with a code, for many."""

import re
from functools import cached_property

from summarize.errors import ModelError
from summarize.families.tokenizer import Frame, TokenizerFamily

CODE = re.compile(r">>.+<<")
ISO_639_3 = {"en": "eng", "km": "khm"}
"""The codes of multi-target models, written ``>>khm<<`` before the source."""


class Marian(TokenizerFamily):
    """``>>khm<< source </s>``, or ``source </s>`` where the model has one target language."""

    def frame(self, source: str, target: str) -> Frame:
        """See :class:`TokenizerFamily`."""
        if source != "en":
            raise ModelError(f"only English sources are supported, not {source!r}")
        if not self._codes:
            return self._single_target(target)
        code = f">>{ISO_639_3.get(target, target)}<<"
        if not self.knows(code):
            raise ModelError(
                f"this Marian model has no code {code} and cannot translate to {target!r}",
                "Choose a model that lists Khmer, for example "
                "Helsinki-NLP/opus-mt-tc-bible-big-deu_eng_fra_por_spa-mkh.",
            )
        return Frame(before=(code,))

    def _single_target(self, target: str) -> Frame:
        stated = self._stated_target
        if stated is not None and stated not in {target, ISO_639_3.get(target)}:
            raise ModelError(
                f"this Marian model translates to {stated!r}, not to {target!r}",
                "Choose a model that lists Khmer.",
            )
        return Frame()

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(filter(CODE.fullmatch, self._pieces.vocabulary))

    def special_tokens(self) -> frozenset[str]:
        """Language codes too, which the tokenizer itself takes for words."""
        return super().special_tokens() | self._codes

    def prepare(self, text: str) -> str:
        """Keep the tokenizer from reading ``>>fra<<`` at the start of a text as a code."""
        return f" {text}" if text.startswith(">>") else text

"""T5 and what was made of it: FLAN-T5, mT5, MADLAD-400.

Raffel et al. 2020 (arXiv:1910.10683), Chung et al. 2022 (arXiv:2210.11416), Xue et al. 2021
(arXiv:2010.11934), Kudugunta et al. 2023 (arXiv:2309.04662).
"""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from summarize.errors import ModelError
from summarize.families.tokenizer import END, Frame, Limits, TokenizerFamily, require_summary

CODE = re.compile(r"<2\w+>")
"""Target languages of MADLAD-400, written ``<2km>`` before the source."""
LENGTH = 512
"""Tokens that T5 was trained on, where a model does not say: it has no positions to run out of."""


class T5(TokenizerFamily):
    """``summarize: source </s>``, or ``<2km> source </s>`` where the vocabulary has such codes."""

    instruction: ClassVar[str] = "summarize:"

    @classmethod
    def limits(cls, config: Mapping[str, Any]) -> Limits:
        """See :class:`TokenizerFamily`."""
        length = int(config.get("n_positions") or LENGTH)
        return Limits(length, length)

    def frame(self, source: str, target: str) -> Frame:
        """See :class:`TokenizerFamily`."""
        if not self._codes:
            require_summary("a T5 model", source, target)
            return self._after(self.instruction)
        code = f"<2{target}>"
        if source == target or code not in self._codes:
            raise ModelError(
                f"this MADLAD-400 model does not translate from {source!r} to {target!r}",
                "It translates English to Khmer; name it with --translator.",
            )
        return self._after(code)

    def _after(self, words: str) -> Frame:
        """Instructions are text to the tokenizer, and it divides text at spaces first."""
        return Frame(before=tuple(self._pieces.split([words])[0]), after=(END,))

    def special_tokens(self) -> frozenset[str]:
        """Codes too, which the tokenizer itself takes for words."""
        return super().special_tokens() | self._codes

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(filter(CODE.fullmatch, self._pieces.vocabulary))


class MT5(T5):
    """``source </s>``: mT5 was taught no task, so whoever fine-tuned it chose no instruction.

    As published by its authors it only fills gaps: it needs fine-tuning to summarise.
    """

    instruction: ClassVar[str] = ""

    def frame(self, source: str, target: str) -> Frame:
        """See :class:`TokenizerFamily`."""
        if source != target:
            raise ModelError(
                "an mT5 model has no translation of its own",
                "Choose a translation model, for example google/madlad400-3b-mt.",
            )
        return super().frame(source, target)

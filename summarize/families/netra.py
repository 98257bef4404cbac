"""Netra-NMT: a small model for English and Khmer alone, both ways (Netra Lab 2026, MIT).

From the published package, netra-nmt 0.1.0 on PyPI, and the scripts beside it at
https://github.com/netra-ai-lab/Netra-NMT. Its translator lowers most capitals first (``NATO``
becomes ``nato``); the model was trained, and its figures were measured, on sentences as they are,
and so they are sent here.
"""

from collections.abc import Mapping
from typing import Any, ClassVar

from summarize.errors import ModelError
from summarize.families.tokenizer import Frame, Limits, TokenizerFamily

MARKERS: Mapping[str, str] = {"en": "<2en>", "km": "<2km>"}
"""What a source begins with, by target language."""


class Netra(TokenizerFamily):
    """``<2km> source``, with no end mark."""

    beam: ClassVar[int] = 1
    library: ClassVar[str] = "torch"

    @classmethod
    def limits(cls, config: Mapping[str, Any]) -> Limits:
        """See :class:`TokenizerFamily`."""
        length = int(config["max_len"])
        return Limits(length, length)

    def frame(self, source: str, target: str) -> Frame:
        """See :class:`TokenizerFamily`."""
        if source == target or not {source, target} <= MARKERS.keys():
            raise ModelError(
                f"Netra-NMT does not translate from {source!r} to {target!r}",
                "It translates English to Khmer; name it with --translator.",
            )
        # The marker is text to the tokenizer, which divides it off with the space before it.
        return Frame(before=tuple(self._pieces.split([MARKERS[target]])[0]), after=())

    def special_tokens(self) -> frozenset[str]:
        """Markers too: spelt out in a text the tokenizer would take them for what they mean."""
        return super().special_tokens() | frozenset(MARKERS.values())

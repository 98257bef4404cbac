"""PEGASUS: summarisers from English to English (Zhang et al. 2020, arXiv:1912.08777)."""

from collections.abc import Sequence

from summarize.families.tokenizer import Frame, TokenizerFamily, require_summary

LINE_BREAK = "<n>"
"""How PEGASUS writes the end of a line: an ordinary word of its vocabulary."""


class Pegasus(TokenizerFamily):
    """``source </s>``."""

    def frame(self, source: str, target: str) -> Frame:
        """See :class:`TokenizerFamily`."""
        require_summary("a PEGASUS model", source, target)
        return Frame()

    def decode(self, tokens: Sequence[str]) -> str:
        """See :class:`summarize.families.base.Family`; line breaks become spaces."""
        return " ".join(super().decode(tokens).replace(LINE_BREAK, " ").split())

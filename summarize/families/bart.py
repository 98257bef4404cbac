"""BART: summarisers from English to English (Lewis et al. 2020, arXiv:1910.13461)."""

from typing import ClassVar

from summarize.families.tokenizer import END, Frame, TokenizerFamily, require_summary

START = "<s>"


class Bart(TokenizerFamily):
    """``<s> source </s>``; the output begins with ``<s>`` too."""

    kind: ClassVar[str] = "a BART model"
    begins: ClassVar[int] = 2

    def frame(self, source: str, target: str) -> Frame:
        """See :class:`TokenizerFamily`."""
        require_summary(self.kind, source, target)
        return Frame(before=(START,), after=(END,), prefix=(START,))

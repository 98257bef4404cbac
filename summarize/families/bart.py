"""BART: summarisers from English to English (Lewis et al. 2020, arXiv:1910.13461)."""

from summarize.errors import ModelError
from summarize.families.tokenizer import END, Frame, TokenizerFamily

START = "<s>"


class Bart(TokenizerFamily):
    """``<s> source </s>``; the output begins with ``<s>`` too."""

    def frame(self, source: str, target: str) -> Frame:
        """See :class:`TokenizerFamily`."""
        if source != target:
            raise ModelError(
                "a BART model summarises; it does not translate",
                "Name it with --summarizer, and give --translator a translation model.",
            )
        return Frame(before=(START,), after=(END,), prefix=(START,))

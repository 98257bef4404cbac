"""M2M100: translation among a hundred languages (Fan et al. 2021, arXiv:2010.11125)."""

from typing import ClassVar

from summarize.errors import ModelError
from summarize.families.tokenizer import END, Frame, TokenizerFamily


class M2M100(TokenizerFamily):
    """``__en__ source </s>``; the output begins with ``__km__``."""

    begins: ClassVar[int] = 2

    def frame(self, source: str, target: str) -> Frame:
        """See :class:`TokenizerFamily`."""
        codes = [f"__{language}__" for language in (source, target)]
        if source == target or not all(map(self.knows, codes)):
            raise ModelError(
                f"this M2M100 model does not translate from {source!r} to {target!r}",
                "It translates English to Khmer; name it with --translator.",
            )
        return Frame(before=(codes[0],), after=(END,), prefix=(codes[1],))

"""NLLB-200: translation among 200 languages (NLLB Team 2022, arXiv:2207.04672)."""

from typing import ClassVar

from summarize.errors import ModelError
from summarize.families.tokenizer import END, Frame, TokenizerFamily

FLORES_200 = {"en": "eng_Latn", "km": "khm_Khmr"}


class Nllb(TokenizerFamily):
    """``eng_Latn source </s>``; the output begins with ``khm_Khmr``."""

    begins: ClassVar[int] = 2

    def frame(self, source: str, target: str) -> Frame:
        """See :class:`TokenizerFamily`."""
        codes = [FLORES_200.get(language, language) for language in (source, target)]
        if source == target or not all(map(self.knows, codes)):
            raise ModelError(
                f"this NLLB model does not translate from {source!r} to {target!r}",
                "It translates English to Khmer; name it with --translator.",
            )
        return Frame(before=(codes[0],), after=(END,), prefix=(codes[1],))

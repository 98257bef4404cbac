"""mBART-50: translation among fifty languages (Tang et al. 2020, arXiv:2008.00401)."""

from typing import ClassVar

from summarize.errors import ModelError
from summarize.families.tokenizer import END, Frame, TokenizerFamily

MBART_50 = {"en": "en_XX", "km": "km_KH"}


class MBart(TokenizerFamily):
    """``en_XX source </s>``; the output begins with ``km_KH``.

    The older mBART-25 shares the model type, has other frames and no Khmer: it is refused.
    """

    begins: ClassVar[int] = 2

    def frame(self, source: str, target: str) -> Frame:
        """See :class:`TokenizerFamily`."""
        codes = [MBART_50.get(language, language) for language in (source, target)]
        if source == target or not all(map(self.knows, codes)):
            raise ModelError(
                f"this mBART model does not translate from {source!r} to {target!r}",
                "facebook/mbart-large-50-many-to-many-mmt translates English to Khmer; name it "
                "with --translator.",
            )
        return Frame(before=(codes[0],), after=(END,), prefix=(codes[1],))

"""LED: a BART for sixteen thousand tokens (Beltagy et al. 2020, arXiv:2004.05150).

The engine lets the first token see the whole text, as the paper does for summaries.
"""

from collections.abc import Mapping
from typing import Any, ClassVar

from summarize.families.bart import Bart
from summarize.families.tokenizer import Limits


class Led(Bart):
    """Tokens as of BART. CTranslate2 has no attention of this kind."""

    kind: ClassVar[str] = "an LED model"
    engines: ClassVar[tuple[str, ...]] = ("transformers",)

    @classmethod
    def limits(cls, config: Mapping[str, Any]) -> Limits:
        """See :class:`TokenizerFamily`."""
        return Limits(
            int(config["max_encoder_position_embeddings"]),
            int(config["max_decoder_position_embeddings"]),
        )

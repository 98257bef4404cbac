"""Billions: ពាន់លាន (a thousand million), as the press counts, for loan words."""

import re
from typing import Final

from summarize.khmer.alphabet import COENG, MARK

_BILLION: Final = re.compile(f"(?:ប៊ីលាន|ប៊ីលីយ៉ុន|ប៊ីលៀន|ប៊ីល្លាន)(?![{MARK}{COENG}])")


def khmer_scales(text: str) -> str:
    """``text`` with every loan word for 10^9 replaced by ពាន់លាន. Idempotent."""
    return _BILLION.sub("ពាន់លាន", text)

"""Spaces: one at a time, none before ។ ៕ ៗ, one after ។ and ៕."""

import re
from typing import Final

from summarize.khmer.alphabet import LETTER

_SPACES: Final = re.compile(r"[^\S\u00a0]+")
_BEFORE_MARK: Final = re.compile(r"\s+(?=[។៕ៗ])")
_NO_SPACE_AFTER: Final = re.compile(f"(?<!។ល)(?<=[។៕])(?=[{LETTER}])(?!ល។)")  # ។ល។ is "etc."


def space(text: str) -> str:
    """``text`` with the spaces of Khmer prose; those between phrases stay. Idempotent."""
    single = _BEFORE_MARK.sub("", _SPACES.sub(" ", text)).strip()
    return _NO_SPACE_AFTER.sub(" ", single)

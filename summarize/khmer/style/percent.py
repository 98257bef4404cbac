"""Per cent after a number in digits, as a sign (៥%) or as a word (៥ ភាគរយ)."""

import re
from typing import Final

from summarize.khmer.alphabet import COENG, MARK
from summarize.khmer.style.house import PercentStyle

_WORD: Final = re.compile(f"(?<=[0-9០-៩])\\s?ភាគរយ(?![{MARK}{COENG}])")
_SIGN: Final = re.compile(r"(?<=[0-9០-៩])\s?%(?![0-9០-៩A-Za-z])")  # %20 belongs to an address


def restyle_percent(text: str, style: PercentStyle) -> str:
    """``text`` with every percentage written as ``style`` asks. Idempotent."""
    if style == "sign":
        return _WORD.sub("%", text)
    return _SIGN.sub(" ភាគរយ", text) if style == "word" else text

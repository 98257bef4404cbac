"""Word breaks for publishing: zero-width spaces where a line may break, put in at export only.

Khmer writes no spaces between words. Browsers break lines by a dictionary of their own; most page
layout and mobile software breaks only where a zero-width space (ZWSP, U+200B) allows it. Drafts
are stored without: a ZWSP would spoil searching, exact matches and metrics.

Words come from khmercut (a conditional random field). There is no fallback without it: the rules
that need no model know syllables only, and a break inside a word is worse than none.
"""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Final, cast

from summarize.errors import UsageError
from summarize.khmer.alphabet import LETTER, ZWSP

_LEFT: Final = re.compile(f"[{LETTER}]\\Z")
_RIGHT: Final = re.compile("[\u1780-\u17b3]")


def insert_breaks(text: str) -> str:
    """``text`` with a ZWSP between its Khmer words; :func:`strip_breaks` gives it back exactly.

    One stands only between two Khmer letters, the second a base: never beside a space, and never
    before ៗ ។ ៕ » ) or %. Breaks that ``text`` already has are replaced. Raises
    ``UsageError`` without khmercut.
    """
    plain = strip_breaks(text)
    words = _words(plain)
    if "".join(words) != plain:
        return plain  # a segmenter that changes text must not reach print
    parts = [left + ZWSP if _parts(left, right) else left for left, right in pairwise(words)]
    return "".join([*parts, *words[-1:]])


def strip_breaks(text: str) -> str:
    """``text`` without any ZWSP."""
    return text.replace(ZWSP, "")


def require_words() -> None:
    """Make sure that words can be told apart. Raises ``UsageError``."""
    _tokenizer()


def _parts(left: str, right: str) -> bool:
    return bool(_LEFT.search(left) and _RIGHT.match(right))


def _words(text: str) -> list[str]:
    tokenize = _tokenizer()
    return [word for word in tokenize(text) if word]


def _tokenizer() -> Callable[[str], list[str]]:
    try:
        from khmercut import tokenize
    except ImportError as error:
        raise UsageError(
            "Breaks between Khmer words (--zwsp) need khmercut, which is not installed.",
            'Install it: pip install "summarize-km[khmer]"',
        ) from error
    return cast(Callable[[str], list[str]], tokenize)

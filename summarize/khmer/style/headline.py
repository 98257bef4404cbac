"""How the Khmer press writes a headline: no mark at its end, no Latin spelling in brackets."""

import re
from typing import Final

from summarize.khmer.alphabet import LETTER

_END: Final = re.compile(r"[\s។៕.]+$")
_LATIN: Final = re.compile(r"\s*\([^()]*[A-Za-z][^()]*\)")
_KHMER: Final = re.compile(f"[{LETTER}]")


def headline_style(target: str) -> str:
    """``target`` as a headline. Idempotent.

    A question or exclamation mark stays, and so do brackets with Khmer or figures in them.
    """
    bare = _LATIN.sub(lambda found: found[0] if _KHMER.search(found[0]) else "", target)
    ended = _END.sub("", bare)
    return ended or target

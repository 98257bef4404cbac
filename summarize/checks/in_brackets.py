"""Names at the end of the Khmer in brackets, as drafting puts them where it finds no place."""

import re
from typing import Final

_LAST: Final = re.compile(r" \((?P<names>[^()]+)\)[»”\"]*[។៕!?]?\s*\Z")
_BRACKET: Final = re.compile(r"[(\[]")


def check(source: str, target: str) -> list[str]:
    """Says what is to be moved to where it belongs; brackets of the English are not looked at.

    One word in Latin letters behind a Khmer one is its original spelling, no name set aside.
    """
    last = _LAST.search(target)
    if not last or _BRACKET.search(source) or last["names"].isascii():
        return []
    return [f"{last['names']} stands at the end in brackets: put it where it belongs."]

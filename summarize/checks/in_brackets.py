"""Names at the end of the Khmer in brackets, as drafting puts them where it finds no place."""

import re
from typing import Final

_LAST: Final = re.compile(r" \((?P<names>[^()]+)\)[»”\"]*[។៕!?]?\s*\Z")
_BRACKET: Final = re.compile(r"[(\[]")


def check(source: str, target: str) -> list[str]:
    """Says what is to be moved to where it belongs; brackets of the English are not looked at.

    Latin letters may be the original spelling of what stands before them, if that is no quotation.
    """
    last = _LAST.search(target)
    if not last or _BRACKET.search(source):
        return []
    if last["names"].isascii() and not target[: last.start()].endswith(("»", "”", '"')):
        return []
    return [f"{last['names']} stands at the end in brackets: put it where it belongs."]

"""A translation that stops before the end of its sentence."""

import re
from typing import Final

_ENGLISH_END: Final = re.compile(r"\.[\"'”’)\]\s]*$")
_KHMER_END: Final = re.compile(r"[។៕៚?!.…៖»][\"'”’)\]»\s]*$")


def check(source: str, target: str) -> list[str]:
    """Only a sentence that ends in a full stop must end in a Khmer mark; titles need none."""
    if not _ENGLISH_END.search(source) or not target.strip() or _KHMER_END.search(target):
        return []
    return ["The Khmer does not end with ។. Is the end of the sentence missing?"]

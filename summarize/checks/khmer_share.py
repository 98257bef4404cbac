"""Too much English left over in the Khmer."""

import re
from typing import Final

from summarize.khmer.alphabet import LETTER

MOST_LATIN: Final = 0.35  # of the letters; 99th percentile of human translations
_KHMER: Final = re.compile(f"[{LETTER}]")
_LATIN: Final = re.compile("[A-Za-zÀ-ÖØ-öø-ɏ]")
_EXEMPT: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\b[A-Z][A-Z0-9.&-]+s?(?![a-z])", re.ASCII)


def check(source: str, target: str) -> list[str]:
    """Names in brackets after their Khmer form, and acronyms, do not count."""
    if not _LATIN.search(target):
        return []
    text = _EXEMPT.sub(" ", target)
    latin, khmer = len(_LATIN.findall(text)), len(_KHMER.findall(text))
    if not khmer or latin <= MOST_LATIN * (latin + khmer):
        return []
    share = round(100 * latin / (latin + khmer))
    return [f"{share} % of the letters are Latin. Translate what was left in English."]

"""A segment that was not translated: empty, the English again, or without Khmer."""

import re
from typing import Final

from summarize.articles.capitals import is_in_capitals
from summarize.khmer.alphabet import LETTER

_KHMER: Final = re.compile(f"[{LETTER}]")
_WORD: Final = re.compile(r"\b[a-z]{2,}\b")  # a lower-case word: more than a name or an acronym


def check(source: str, target: str) -> list[str]:
    """Names, acronyms and figures may stay as they are ("CNN"); sentences may not."""
    if not source.strip():
        return []
    if not target.strip():
        return ["The Khmer is empty. Translate the sentence."]
    if _KHMER.search(target) or not (_WORD.search(source) or is_in_capitals(source)):
        return []
    if " ".join(source.split()) == " ".join(target.split()):
        return ["The Khmer is the English unchanged. Translate the sentence."]
    return ["There is no Khmer in the translation. Translate the sentence."]

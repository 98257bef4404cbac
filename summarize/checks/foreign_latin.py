"""Latin words in the Khmer that the English does not have: added by the model, or misspelt."""

import re
from difflib import get_close_matches
from typing import Final

from summarize.khmer.latin import folded, without_addresses, words

_LEAST: Final = 3  # letters
_PUNCTUATION: Final = re.compile(r"[^\w\s]")  # cryo-EM is as good as cryoEM
_MOST: Final = 20  # words that are told of; no sentence has more
_LIKE: Final = 0.75  # similarity from which a word is another one misspelt


def check(source: str, target: str) -> list[str]:
    """Case and accents do not matter; a part of an English word or of its initials will do."""
    found = [word for word in words(without_addresses(target)) if len(word) >= _LEAST]
    if not found:
        return []
    known = {folded(word): word for word in words(source)}
    joined = " ".join((*known, folded(_PUNCTUATION.sub("", source))))
    foreign = [word for word in dict.fromkeys(found) if folded(word) not in joined][:_MOST]
    return [_message(word, known) for word in foreign]


def _message(word: str, known: dict[str, str]) -> str:
    candidates = [other for other in known if len(other) > _LEAST]
    for alike in get_close_matches(folded(word), candidates, n=1, cutoff=_LIKE):
        return f"“{word}” is spelt “{known[alike]}” in the English. Mend it."
    return f"“{word}” is not in the English. Translate it or take it out."

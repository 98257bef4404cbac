"""Words of English text in lower case, and the stems of those that carry content."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from summarize.english.stems import STOP_WORDS, stem

_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_NOT: Final = {"can't": "can", "won't": "will", "shan't": "shall"}
_VERBS: Final = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_WITH_IS: Final = frozenset(["it's", "he's", "she's", "that's", "there's", "what's", "who's"])


def words(text: str) -> list[str]:
    """The words of ``text`` in lower case, contractions in full: *don't* is *do not*."""
    found = _WORD.findall(text.lower().replace("’", "'").replace("cannot", "can't"))
    return [part for word in found for part in (_in_full(word) if "'" in word else (word,))]


def _in_full(word: str) -> tuple[str, ...]:
    if word.endswith("n't"):
        return _NOT.get(word, word[:-3]), "not"
    if word in _WITH_IS:
        return word[:-2], "is"
    stem, apostrophe, rest = word.rpartition("'")
    verb = _VERBS.get(apostrophe + rest)
    return (stem, verb) if verb else (word,)


def stems(words: Iterable[str]) -> frozenset[str]:
    """Rough stems of the ``words`` that carry content, so that *votes* and *voted* meet."""
    return frozenset(filter(None, map(content_stem, words)))


@lru_cache(maxsize=1 << 15)
def content_stem(word: str) -> str:
    """The stem of a word in lower case without its possessive; empty where it has no content."""
    plain = word.removesuffix("'s")
    return "" if plain in STOP_WORDS else stem(plain)

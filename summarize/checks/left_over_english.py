"""English words that were copied into the Khmer instead of being translated."""

import re
from typing import Final

from summarize.alignment.table import is_ordinary
from summarize.articles.capitals import is_in_capitals
from summarize.khmer.latin import running_text, words

_LEAST: Final = 4  # letters; shorter ones are units and particles of names
_SMALL: Final = re.compile(rf"(?<![\w.'’&/-])[a-z]{{{_LEAST},}}(?![\w'’&/-])", re.ASCII)
_AFTER_NAME: Final = re.compile(r"[A-Z][\w.]*\s+\Z", re.ASCII)
_NEAR: Final = 60  # characters of a name and the space behind it


def check(source: str, target: str) -> list[str]:
    """Small-letter words only; one after a Latin name may belong to it (Aedes aegypti).

    Of a sentence in capitals, the words that English text has in small letters.
    """
    if is_in_capitals(source):
        kept = [word.lower() for word in words(running_text(target)) if is_ordinary(word)]
        source, target = source.lower(), " ".join(kept)
    if not _SMALL.search(target):
        return []
    text = running_text(target)
    found = [m[0] for m in _SMALL.finditer(text) if not _follows_name(text, m.start())]
    own = set(words(source))
    copied = [word for word in dict.fromkeys(found) if word in own]
    if not copied:
        return []
    return [f"“{' '.join(copied)}” was left in English. Translate it."]


def _follows_name(text: str, start: int) -> bool:
    return bool(_AFTER_NAME.search(text[max(0, start - _NEAR) : start]))

"""English words that were copied into the Khmer instead of being translated."""

import re
from typing import Final

from summarize.checks.latin import running_text, words

_LEAST: Final = 4  # letters; shorter ones are units and particles of names
_SMALL: Final = re.compile(rf"(?<![\w.'’&/-])[a-z]{{{_LEAST},}}(?![\w'’&/-])", re.ASCII)
_AFTER_NAME: Final = re.compile(r"[A-Z][\w.]*\s+$", re.ASCII)


def check(source: str, target: str) -> list[str]:
    """Small-letter words only; one after a Latin name may belong to it (Aedes aegypti)."""
    if not _SMALL.search(target):
        return []
    text = running_text(target)
    found = [m[0] for m in _SMALL.finditer(text) if not _AFTER_NAME.search(text[: m.start()])]
    copied = [word for word in dict.fromkeys(found) if word in words(source)]
    if not copied:
        return []
    return [f"“{' '.join(copied)}” was left in English. Translate it."]

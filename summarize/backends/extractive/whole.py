"""Texts that are kept whole, because leaving a sentence out would lose news and save nothing."""

from collections.abc import Sequence

from summarize.backends.extractive.usable import CAPTION
from summarize.english.stems import tokens

BRIEF = 4
"""Sentences of a text that is a brief already; three asked for are then none too few."""
USUAL = 3
"""Sentences asked for from which a brief is given whole; fewer are meant as they are said."""


def kept_whole(texts: Sequence[str], length: int) -> list[int] | None:
    """Indices of what is given of a text that is not summarised; ``None`` where it has to be.

    Captions, what has no words and what was said before in the same words are left out.
    """
    kept = [i for i, text in enumerate(texts) if tokens(text) and not CAPTION.search(text)]
    kept = _without_copies(texts, kept)
    most = max(length, BRIEF) if length >= USUAL else length
    return kept if 0 < len(kept) <= most else None


def _without_copies(texts: Sequence[str], kept: Sequence[int]) -> list[int]:
    said: dict[tuple[str, ...], int] = {}
    for index in kept:
        said.setdefault(tuple(tokens(texts[index])), index)
    return list(said.values())

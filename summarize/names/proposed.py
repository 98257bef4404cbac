"""The Khmer of people whom no list has, by the sound of their names."""

from functools import lru_cache
from typing import Final

from summarize.names.listed import families
from summarize.names.spelling import Kind, candidates

SURE: Final = 0.35
"""Probability of a spelling below which the name stays in Latin letters."""
SHOWN: Final = 5
"""Spellings that people are given to choose from."""


@lru_cache(maxsize=1 << 12)
def spellings(latin: str) -> tuple[str, ...]:
    """Khmer spellings of a name, the likeliest first; none where that is not likely enough."""
    is_cambodian = latin.split()[0].lower() in families()
    found = candidates(latin, SHOWN, Kind.PERSON if is_cambodian else None)
    if not found or found[0].probability < SURE:
        return ()
    return tuple(one.khmer for one in found)

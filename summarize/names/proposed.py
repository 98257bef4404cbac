"""The Khmer of people whom no list has, by the sound of their names."""

from functools import lru_cache
from typing import Final

from summarize.names.listed import families
from summarize.names.spelling import Candidate, Kind, candidates

SURE: Final = 0.35
"""Probability of a spelling below which the name stays in Latin letters."""
SHOWN: Final = 5
"""Spellings that people are given to choose from."""


def spellings(latin: str) -> tuple[str, ...]:
    """Khmer spellings of a name, the likeliest first; none where that is not likely enough."""
    found = choices(latin)
    if not found or found[0].probability < SURE:
        return ()
    return tuple(one.khmer for one in found)


@lru_cache(maxsize=1 << 12)
def choices(latin: str) -> tuple[Candidate, ...]:
    """Khmer spellings of a name to choose from, the likeliest first, however likely that is."""
    is_cambodian = latin.split()[0].lower() in families()
    return tuple(candidates(latin, SHOWN, Kind.PERSON if is_cambodian else None))

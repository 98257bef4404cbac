"""Spellings of a whole name, word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarize.names.spelling.kinds import Kind
from summarize.names.spelling.letters import LONGEST, words
from summarize.names.spelling.ranking import Ranked, ranked
from summarize.names.spelling.telling import told

MOST_WORDS: Final = 6
"""Words of a name; what has more is no name of a person or a place."""
_VOWELS: Final = re.compile("[aeiouy]+")
_PARTICLES: Final = frozenset(
    {"al", "bin", "da", "de", "del", "della", "der", "di", "do", "dos", "du", "el", "ibn", "la"}
    | {"le", "ter", "van", "von"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A Khmer spelling, in normalised Khmer, and the probability that it is the accepted one."""

    khmer: str
    probability: float


def candidates(latin: str, count: int = 5, kind: Kind | None = None) -> tuple[Candidate, ...]:
    """At most ``count`` Khmer spellings of a name, best first; none for what cannot be spelt.

    Without ``kind`` it is told from the letters. Words of a place are written together, a person's
    family name apart. ``count`` is at least 1. The probabilities add up to at most one.
    """
    parts = words(latin)
    if not 0 < len(parts) <= MOST_WORDS or max(map(len, parts)) > LONGEST:
        return ()
    kind = kind or told(parts)
    found: list[tuple[str, float]] = [("", 1.0)]
    for part, gap in zip(parts, _gaps(parts, kind), strict=True):
        found = _followed(found, gap, ranked(part, kind), 2 * count)
    return tuple(Candidate(khmer, probability) for khmer, probability in found[:count])


def _followed(
    found: Sequence[tuple[str, float]], gap: str, more: Ranked, most: int
) -> list[tuple[str, float]]:
    """The likeliest ways to go on from ``found`` with ``more``."""
    ways = [(f"{a}{gap}{b}", p * q) for a, p in found for b, q in more[:most]]
    return sorted(ways, key=lambda way: -way[1])[:most]


def _gaps(parts: Sequence[str], kind: Kind) -> list[str]:
    """What stands before each word: a space, or nothing where words are written together."""
    apart = [""]
    for number, before in enumerate(parts[:-1], 1):
        if kind is Kind.FOREIGN:
            together = before in _PARTICLES or (number > 1 and _is_syllabic(parts))
        else:
            together = kind is Kind.PLACE or number > 1
        apart.append("" if together else " ")
    return apart


def _is_syllabic(parts: Sequence[str]) -> bool:
    """Whether all words have one syllable, as in Vietnamese, Chinese and Korean given names."""
    return all(len(_VOWELS.findall(part)) == 1 for part in parts)

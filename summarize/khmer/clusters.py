"""Khmer clusters: cutting text into them, and finding the ill-formed ones.

A cluster is one base with everything written around it, the least a cursor moves by and the unit
of every count here that cannot rely on a word segmenter. Grammar: Khmer Encoding Structure (SIL,
version 2, 2024), without the sequences that only minority languages and Middle Khmer use.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarize.khmer.alphabet import BASE, COENG, FINAL, MARK, SHIFTER, SIGN, VOWEL, ZWNJ
from summarize.khmer.normalise import clean

_DEPRECATED: Final = "\u17a3\u17a4\u17b4\u17b5\u17d3\u17d8"
EDGE: Final = f"(?<!{COENG})(?![{COENG}{MARK}{ZWNJ}])"
"""The pattern of a place where any text can be put in and no cluster is split, nor drawn in."""
_MARKS: Final = f"(?:{COENG}[{BASE}]?|[{MARK}{ZWNJ}])*"
_RUN: Final = re.compile(f"[{BASE}]{_MARKS}|[{MARK}{COENG}]{_MARKS}|[{_DEPRECATED}]")
_VALID: Final = re.compile(
    f"[{BASE}]\u17cc?(?:{COENG}[{BASE}]){{0,2}}(?:[{SHIFTER}]{ZWNJ}?)?"
    f"[{VOWEL}]?[{SIGN}]{{0,2}}[{FINAL}]?{ZWNJ}?"
)
_KHMER_OR_OTHER: Final = re.compile(f"[{BASE}]{_MARKS}|[^\\s\u200b-\u200d\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class BadCluster:
    """An ill-formed cluster: ``text`` is what stands at ``start:end``; ``reason`` is for people."""

    start: int
    end: int
    text: str
    reason: str


def clusters(text: str) -> list[str]:
    """Khmer clusters and single other characters, in order, without spaces and invisibles."""
    return _KHMER_OR_OTHER.findall(text)


def check(text: str) -> list[BadCluster]:
    """Clusters that no Khmer word has, in order; empty for well-formed text."""
    if not any(map(_fault, set(_RUN.findall(text)))):
        return []
    return [
        BadCluster(match.start(), match.end(), match[0], reason)
        for match in _RUN.finditer(text)
        if (reason := _fault(match[0]))
    ]


@lru_cache(maxsize=1 << 14)
def _fault(cluster: str) -> str:
    if re.search(f"[{_DEPRECATED}]", cluster):
        return "deprecated character"
    if _VALID.fullmatch(cluster):
        return ""
    if not re.match(f"[{BASE}]", cluster):
        return "sign without a letter to carry it"
    if re.search(f"{COENG}(?![{BASE}])", cluster):
        return "subscript sign without a letter after it"
    if clean(cluster) != cluster:
        return "signs in the wrong order"
    return _surplus(cluster)


def _surplus(cluster: str) -> str:
    if len(re.findall(f"[{VOWEL}]", cluster)) > 1:
        return "more than one vowel"
    if cluster.count(COENG) > 2:
        return "more than two subscripts"
    return "signs that do not go together"

"""Words of Khmer text by a word list alone: what the checks need, in no time, without a model.

The list is made by ``training/checks/lexicon.py``. Of all ways to cut a text into its words, the
one with the most likely words holds (unigram model, Viterbi search); what is in no word of the list
is left as clusters.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from summarize.khmer.alphabet import BASE, COENG, LETTER, MARK
from summarize.khmer.normalise import key

PAGE: Final = Path(__file__).with_name("data") / "words.tsv"
_RUN: Final = re.compile(f"[{LETTER}]+")
_CLUSTER: Final = re.compile(f"[{BASE}](?:{COENG}[{BASE}]|[{MARK}])*|.")
_UNKNOWN: Final = 16.0  # cost of a cluster in no word: dearer than any word of the list
_UNSEEN: Final = 0.5  # occurrences of a word of a dictionary that the corpus lacks


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the list, or a cluster in none of them, where it stands in the text."""

    text: str
    start: int
    is_known: bool


@dataclass(frozen=True, slots=True)
class _Lexicon:
    costs: Mapping[str, float]
    lengths: Mapping[str, tuple[int, ...]]
    """The lengths of the words that begin with three characters, or are shorter."""


@lru_cache(maxsize=1 << 8)  # several checks ask for the words of one sentence
def words(text: str) -> tuple[Word, ...]:
    """The Khmer words of ``text``, a :func:`summarize.khmer.normalise.key`, in order."""
    lexicon = _lexicon()
    return tuple(word for run in _RUN.finditer(text) for word in _cut(run[0], run.start(), lexicon))


def listed() -> tuple[str, ...]:
    """All words of the list, in its order."""
    return tuple(_lexicon().costs)


def numbered(word: str) -> int:
    """The place of ``word`` in the list. Raises ``KeyError`` for a word that is not in it."""
    return _numbers()[word]


@lru_cache(maxsize=1)
def _numbers() -> Mapping[str, int]:
    return {word: number for number, word in enumerate(listed())}


def rarity(word: str) -> float:
    """Minus the natural logarithm of the share of ``word``, which is in the list, of all text."""
    return _lexicon().costs[word]


def is_word(word: str) -> bool:
    """Whether the list has ``word``."""
    return key(word) in _lexicon().costs


def _cut(run: str, start: int, lexicon: _Lexicon) -> list[Word]:
    """The words of ``run``, which is Khmer throughout and begins at ``start``."""
    end = len(run)
    bounds = [match.start() for match in _CLUSTER.finditer(run)] + [end]
    best = dict.fromkeys(bounds, math.inf)
    back: dict[int, tuple[int, bool]] = {}
    best[0] = 0.0
    for at, after in pairwise(bounds):
        sofar = best[at]
        cost = lexicon.costs.get(run[at:after])
        whole = sofar + (_UNKNOWN if cost is None else cost)
        if whole < best[after]:
            best[after], back[after] = whole, (at, cost is not None)
        lengths = lexicon.lengths.get(run[at : at + 3]) or lexicon.lengths.get(run[at : at + 2], ())
        for length in lengths:
            stop = at + length
            if stop in best:
                cost = lexicon.costs.get(run[at:stop])
                if cost is not None and sofar + cost < best[stop]:
                    best[stop], back[stop] = sofar + cost, (at, True)
    found = []
    while end:
        at, is_known = back[end]
        found.append(Word(run[at:end], start + at, is_known))
        end = at
    return found[::-1]


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    rows = [line.split("\t") for line in PAGE.read_text("utf-8").splitlines()]
    counts = {word: int(count) + _UNSEEN for word, count in rows}
    total = math.log(sum(counts.values()))
    lengths: dict[str, set[int]] = {}
    for word in counts:
        lengths.setdefault(word[:3], set()).add(len(word))
    for start, found in lengths.items():
        if start[:2] in counts:
            found.add(2)
    return _Lexicon(
        {word: total - math.log(count) for word, count in counts.items()},
        {start: tuple(sorted(found)) for start, found in lengths.items()},
    )

"""Log odds that a word of the Khmer is a wrong one: unlike the English, and unlike what is near it.

A word that no link explains counts the more, the more reliably it is explained in good
translations, the less it keeps company with the words around it, and when a word of the English at
about its place is not rendered. A logistic regression, whose weights ``training/checks/strange.py``
fits on human translations and on the same with one word replaced.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from summarize.alignment.coverage import odds
from summarize.alignment.table import Links, content, links
from summarize.khmer.company import company
from summarize.khmer.normalise import key
from summarize.khmer.numbers import numbers
from summarize.khmer.numbers_km import MONTHS
from summarize.khmer.words import Word, numbered, rarity, words
from summarize.quantities.currencies import CURRENCIES
from summarize.quantities.measures import MEASURES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PAGE: Final = Path(__file__).with_name("data") / "strange.tsv"
_RELIABLE: Final = 0.55  # share from which a word usually stands for one of the English
_BY_CHANCE: Final = 0.25  # share from which a word is explained by any English
_DATES: Final = ("ខែ", "ថ្ងៃ", "ឆ្នាំ", "ពាក់កណ្តាល", "កន្លះ", *MONTHS)
_SHORTEST: Final = 3  # characters; shorter words are often part of a name
_AROUND: Final = 6  # words to either side that are company
_NEAREST: Final = 4  # of which so many are averaged
_FALL: Final = 3.0  # how fast a lost word counts less with its distance, by shares of the sentence

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class _Pair:
    """What the words of one sentence are judged by; ``lost`` are stems: their place, and odds."""

    stems: int
    explained: frozenset[int]
    lost: Sequence[tuple[float, float]]
    words: Sequence[Word]
    rows: Sequence[int | None]
    near: "NDArray[np.float32]"
    alike: "NDArray[np.float32]"


def features(source: str, target: str) -> Iterator[tuple[str, Features]]:
    """Each word of ``target`` that can be judged, with what the log odds are a weighted sum of."""
    table, pair = links(), _pair(source, target)
    for place, word in enumerate(pair.words if pair else ()):
        if pair and pair.rows[place] is not None and _is_judged(word.text, table):
            yield word.text, _features(place, pair, table)


@lru_cache(maxsize=1 << 8)
def strangest(source: str, target: str) -> tuple[str, float]:
    """The word of ``target`` that is most likely wrong, with its log odds; "" where none is."""
    weights = _weights()
    found = (
        (sum(weights[name] * value for name, value in own.items()), word)
        for word, own in features(source, target)
    )
    best, word = max(found, default=(-math.inf, ""))
    return word, best


def _is_judged(word: str, table: Links) -> bool:
    number = numbered(word)
    is_content = table.explained[number] > _RELIABLE and table.met[number] < _BY_CHANCE
    return is_content and len(word) >= _SHORTEST and not _is_value(word)


@lru_cache(maxsize=1 << 13)
def _is_value(word: str) -> bool:
    """Whether ``word`` tells a number, a date or a unit, which other checks compare as such."""
    return word.startswith(_DATES) or word in _units() or bool(numbers(word, "km"))


@lru_cache(maxsize=1)
def _units() -> frozenset[str]:
    entries = (*MEASURES, *CURRENCIES)
    return frozenset(key(form) for entry in entries for form in (*entry.khmer, *entry.loose))


def _pair(source: str, target: str) -> _Pair | None:
    """``None`` where no word of the English has links, or no word of the Khmer a vector."""
    table = links()
    stems = [table.rows[stem] for stem in content(source) if stem in table.rows]
    stems = [row for row in stems if table.of(row)]
    khmer = words(key(target))
    rows = [company().rows.get(numbered(w.text)) if w.is_known else None for w in khmer]
    there = [row for row in rows if row is not None]
    if not stems or not there:
        return None
    given = {numbered(word.text) for word in khmer if word.is_known}
    near = company().vectors[there] @ company().vectors[there].T
    lengths = company().lengths[there]
    return _Pair(
        len(stems),
        frozenset[int]().union(*map(table.of, stems)),
        [
            (place / len(stems), odds(table.rendered[row], table.chance[row]))
            for place, row in enumerate(stems)
            if table.of(row).isdisjoint(given)
        ],
        khmer,
        rows,
        near,
        near / lengths / lengths[:, None],
    )


def _features(place: int, pair: _Pair, table: Links) -> Features:
    word = pair.words[place].text
    number = numbered(word)
    is_linked = number in pair.explained
    share, met = table.explained[number], table.met[number]
    at = place / len(pair.words)
    near = (value * math.exp(-_FALL * abs(where - at)) for where, value in pair.lost)
    around = pair.words[max(0, place - 1) : place + 2]
    own, others = _company(place, pair)
    like = sorted((float(pair.near[own, n]) for n in others), reverse=True)[:_NEAREST]
    alike = sorted((float(pair.alike[own, n]) for n in others), reverse=True)[:_NEAREST]
    return {
        "constant": 1.0,
        "linked": float(is_linked),
        "unlinked": 0.0 if is_linked else odds(share, met),
        "explained": share,
        "rarity": rarity(word),
        "beside no word": float(not all(other.is_known for other in around)),
        "most lost": max((value for _, value in pair.lost), default=0.0),
        "lost near": max(near, default=0.0),
        "english": math.log(1 + pair.stems),
        "company": max(like, default=0.0),
        "mean company": sum(like) / max(1, len(like)),
        "alike": max(alike, default=0.0),
        "mean alike": sum(alike) / max(1, len(alike)),
        "length": math.sqrt(float(pair.near[own, own])),
    }


def _company(place: int, pair: _Pair) -> tuple[int, list[int]]:
    """Where in the tables the word at ``place`` is, and where the other words around it are."""
    start, end = max(0, place - _AROUND), place + _AROUND + 1
    before = sum(row is not None for row in pair.rows[:start])
    around = [row for row in pair.rows[start:end] if row is not None]
    own = before + sum(row is not None for row in pair.rows[start:place])
    mine = pair.rows[place]
    return own, [n for n, row in enumerate(around, start=before) if row != mine]


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    lines = (line.split("\t") for line in PAGE.read_text("utf-8").splitlines())
    return {name: float(weight) for name, weight in lines}

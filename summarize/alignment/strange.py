"""Log odds that a word of the Khmer is a wrong one: unlike the English, and unlike what is near it.

Judged are words that no link explains. One counts the more, the more reliably it is explained in
good translations, the less it keeps company with the words around it, and when a word of the
English at about its place is not rendered. A logistic regression, whose weights
``training/checks/strange.py`` fits on human translations and on the same with one word replaced.
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
    """What the words of one sentence are judged by.

    ``lost`` are stems, each with its place and odds. The other tables go by the words that have a
    vector, in order: their ``places`` among all ``words``, their ``vectors``, and the ``lengths``
    of these.
    """

    stems: int
    explained: frozenset[int]
    lost: Sequence[tuple[float, float]]
    words: Sequence[Word]
    places: Sequence[int]
    vectors: "NDArray[np.float32]"
    lengths: "NDArray[np.float32]"


def features(source: str, target: str) -> Iterator[tuple[str, Features]]:
    """Each word of ``target`` that can be judged, with what the log odds are a weighted sum of."""
    table, pair = links(), _pair(source, target)
    for own, place in enumerate(pair.places if pair else ()):
        if pair and _is_judged(pair.words[place].text, pair, table):
            yield pair.words[place].text, _features(own, pair, table)


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


def _is_judged(word: str, pair: _Pair, table: Links) -> bool:
    number = numbered(word)
    if number in pair.explained or len(word) < _SHORTEST:
        return False
    is_content = table.explained[number] > _RELIABLE and table.met[number] < _BY_CHANCE
    return is_content and not _is_value(word)


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
    given = {numbered(word.text) for word in khmer if word.is_known}
    rows = [company().rows.get(numbered(w.text)) if w.is_known else None for w in khmer]
    places = [place for place, row in enumerate(rows) if row is not None]
    if not stems or not places:
        return None
    there = [row for row in rows if row is not None]
    return _Pair(
        len(stems),
        frozenset[int]().union(*map(table.of, stems)),
        [
            (place / len(stems), odds(table.rendered[row], table.chance[row]))
            for place, row in enumerate(stems)
            if table.of(row).isdisjoint(given)
        ],
        khmer,
        places,
        company().vectors[there],
        company().lengths[there],
    )


def _features(own: int, pair: _Pair, table: Links) -> Features:
    place = pair.places[own]
    word = pair.words[place].text
    share, met = table.explained[numbered(word)], table.met[numbered(word)]
    at = place / len(pair.words)
    lost = [(value, value * math.exp(-_FALL * abs(where - at))) for where, value in pair.lost]
    around = _around(own, pair)
    near = pair.vectors[around] @ pair.vectors[own]
    of_one_length = near / pair.lengths[around] / pair.lengths[own]
    like = sorted(near.tolist(), reverse=True)[:_NEAREST]
    alike = sorted(of_one_length.tolist(), reverse=True)[:_NEAREST]
    beside = pair.words[max(0, place - 1) : place + 2]
    return {
        "constant": 1.0,
        "unlinked": odds(share, met),
        "explained": share,
        "rarity": rarity(word),
        "beside no word": float(not all(other.is_known for other in beside)),
        "most lost": max((value for value, _ in lost), default=0.0),
        "lost near": max((value for _, value in lost), default=0.0),
        "english": math.log(1 + pair.stems),
        "company": max(like, default=0.0),
        "mean company": sum(like) / max(1, len(like)),
        "alike": max(alike, default=0.0),
        "mean alike": sum(alike) / max(1, len(alike)),
        "length": math.sqrt(float(pair.vectors[own] @ pair.vectors[own])),
    }


def _around(own: int, pair: _Pair) -> list[int]:
    """Which of the words with a vector are near the one at ``own``, and are not the same."""
    place = pair.places[own]
    word = pair.words[place].text
    reach = range(max(0, own - _AROUND), min(len(pair.places), own + _AROUND + 1))
    return [
        n
        for n in reach
        if abs(pair.places[n] - place) <= _AROUND and pair.words[pair.places[n]].text != word
    ]


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    lines = (line.split("\t") for line in PAGE.read_text("utf-8").splitlines())
    return {name: float(weight) for name, weight in lines}

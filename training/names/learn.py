"""What the spelling of names rests on, learned from entries: units, joint models, lexicon."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from summarize.khmer.normalise import key
from summarize.names.spelling.features import FEATURES
from summarize.names.spelling.kinds import Kind
from summarize.names.spelling.letters import latin_numbers, symbols
from summarize.names.spelling.ranker import linear
from summarize.names.spelling.shipped import JOINT, KINDS, PER_UNIT, hashed
from training.names.alignment import Unit, cut, learn
from training.names.corpus import Pair
from training.names.entries import Entry
from training.names.lexicon import Lexicon
from training.names.ngrams import Smoothing, model

ORDER: Final = 4
LETTERS: Final = 4
OWN: Final = 4
LATIN: Final = 3
"""Orders of the joint models and of those of Khmer and Latin letters."""
UNITS: Final = 16
"""Units of one Latin side that the search tries, the commonest."""
ALIKE: Final = -5.5
"""Log probability (nats) a letter and symbol from which a dictionary's word is one by sound."""

Arrays = dict[str, NDArray[np.generic]]
Row = tuple[int, tuple[Unit, ...]]


@dataclass(frozen=True, slots=True)
class Choices:
    """What is compared: order and smoothing of the joint models."""

    order: int = ORDER
    smoothing: Smoothing = Smoothing.KNESER_NEY


@dataclass(frozen=True, slots=True)
class Background:
    """What is the same whichever names are held out: how pairs are cut, and Khmer words.

    ``numbers`` are those of the letters of the ``lexicon``, ``words`` the arrays of the model of
    its words, ``known``.
    """

    ways: Mapping[Pair, tuple[Unit, ...]]
    lexicon: Lexicon
    known: tuple[str, ...]
    numbers: Mapping[str, int]
    words: Arrays


def background(found: Sequence[Entry], dictionary: Sequence[Pair], lexicon: Lexicon) -> Background:
    """Cut all pairs by units that the names teach, and count the letters of Khmer words."""
    units = learn(sorted({(entry.latin, entry.khmer) for entry in found}))
    ways = {}
    for pair in sorted({(entry.latin, entry.khmer) for entry in found}):
        if way := cut(pair[:1], pair[1], units):
            ways[pair] = tuple(way[0])
    for pair in dictionary:
        way = cut(pair[:1], pair[1], units)
        if way and way[1] > ALIKE * (len(pair[0]) + len(symbols(pair[1]))):
            ways.setdefault(pair, tuple(way[0]))
    numbers: dict[str, int] = {}
    known = tuple(lexicon.known())
    letters = [[numbers.setdefault(s, len(numbers) + 1) for s in symbols(form)] for form in known]
    words = model([(0, form) for form in letters], LETTERS)
    return Background(ways, lexicon, known, numbers, words)


def arrays(
    entries: Sequence[Entry], dictionary: Sequence[Pair], behind: Background, choices: Choices
) -> Arrays:
    """All arrays that ship, with weights of zero and no calibration."""
    rows = {
        name: [
            (KINDS.index(entry.kind), behind.ways[entry[1:]])
            for entry in sorted(set(entries))
            if entry[1:] in behind.ways
        ]
        for name in JOINT
    }
    # A start of their own, as their romanisation is another; of no use to foreign names.
    rows[JOINT[0]] += [(len(KINDS), behind.ways[p]) for p in dictionary if p in behind.ways]
    number: dict[Unit, int] = {}
    for unit in (u for name in JOINT for _, way in rows[name] for u in way):
        number.setdefault(unit, len(number) + 1)
    found: Arrays = {"units": _text(f"{latin}\t{khmer}" for latin, khmer in number)}
    for name in JOINT:
        ways = [(start, [number[unit] for unit in way]) for start, way in rows[name]]
        joint = model(ways, choices.order, choices.smoothing, starts=len(KINDS))
        found |= _named(name, {**joint, "table": _table(rows[name], number)})
    return found | _latin(entries) | _khmer(entries, behind) | _untuned()


def _table(rows: Iterable[Row], number: Mapping[Unit, int]) -> NDArray[np.generic]:
    """The units that the search tries, commonest first."""
    often = Counter(unit for _, way in rows for unit in way)
    tried: dict[str, list[Unit]] = defaultdict(list)
    for unit in sorted(often, key=lambda unit: (-often[unit], unit)):
        if len(tried[unit[0]]) < UNITS:
            tried[unit[0]].append(unit)
    return np.array([number[unit] for units in tried.values() for unit in units], np.uint16)


def _latin(entries: Iterable[Entry]) -> Arrays:
    """Models of the Latin letters of Cambodian people and of foreign names."""
    found: Arrays = {}
    for name, kind in zip(JOINT, (Kind.PERSON, Kind.FOREIGN), strict=True):
        latin = sorted({entry.latin for entry in entries if entry.kind is kind})
        found |= _named(f"latin-{name}", model([(0, latin_numbers(word)) for word in latin], LATIN))
    return found


def _khmer(entries: Sequence[Entry], behind: Background) -> Arrays:
    """Models of the letters of Khmer words and of names, and the counts of known words."""
    named = [Counter(key(e.khmer) for e in set(entries) if e.kind is kind) for kind in KINDS]
    numbers = behind.numbers
    found = _named("words", behind.words)
    for kind, forms in zip(KINDS, named, strict=True):
        spelt = [symbols(form) for form in sorted(forms)]
        letters = [[numbers[s] for s in form] for form in spelt if all(s in numbers for s in form)]
        found |= _named(f"own-{kind}", model([(0, form) for form in letters], OWN))
    columns = [behind.lexicon.between, behind.lexicon.words, *named]
    forms_known = sorted({*behind.known, *(form for column in named for form in column)})
    listed = {hashed(form): form for form in forms_known}
    hashes = sorted(listed)
    counts = [[math.log1p(column[listed[h]]) for column in columns] for h in hashes]
    return found | {
        "letters": _text(numbers),
        "hashes": np.array(hashes, np.uint32),
        "counts": np.minimum(np.round(np.array(counts) * PER_UNIT), 255).astype(np.uint8),
    }


def _untuned() -> Arrays:
    none = linear(np.zeros(len(FEATURES))).arrays()
    ranks = {f"rank-{kind}.{name}": array for kind in KINDS for name, array in none.items()}
    return ranks | {
        "calibration": np.tile(np.array([0.0, 1.0], np.float32), (len(KINDS), 1)),
    }


def _named(name: str, arrays: Mapping[str, NDArray[np.generic]]) -> Arrays:
    return {f"{name}.{part}": array for part, array in arrays.items()}


def _text(lines: Iterable[str]) -> NDArray[np.generic]:
    return np.frombuffer("\n".join(lines).encode(), np.uint8)

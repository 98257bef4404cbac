"""A decoder caught in a loop: the same words again and again."""

from collections.abc import Sequence
from typing import Final

from summarize.khmer.clusters import clusters
from summarize.khmer.normalise import key

MOST_REPEATED: Final = 0.20  # share of n-grams seen before
_SIZE: Final = 8  # clusters: about four words
_LEAST: Final = 40  # clusters: a short sentence repeats by chance

_ANCHOR: Final = 4  # clusters that must be equal before a repetition is looked at
_TIMES: Final = 6  # of a unit of any length
_TIMES_PHRASE: Final = 3  # of a unit of at least _PHRASE clusters
_PHRASE: Final = 5


def check(source: str, target: str) -> list[str]:
    """Works on clusters, so that no word segmenter is needed; what the English repeats is fine."""
    units = clusters(key(target))
    loop = _loop(units)
    if loop and not _loop(clusters(source)):
        return [f"“{loop}” is repeated again and again. Remove the repetition."]
    if len(units) >= _LEAST and _repeated(units) > MOST_REPEATED:
        return ["The Khmer says the same words several times. Remove the repetition."]
    return []


def _loop(units: Sequence[str]) -> str:
    """The first unit that is repeated immediately and too often, or an empty string.

    In a loop of period p, every n-gram was last seen p places before: one pass finds the runs.
    """
    grams = _grams(units, _ANCHOR)
    if len(set(grams)) == len(grams):
        return ""
    last: dict[tuple[str, ...], int] = {}
    period = run = 0
    for i, gram in enumerate(grams):
        distance = i - last.get(gram, i)
        run = run + 1 if distance == period else 1
        period, last[gram] = distance, i
        unit = units[i - period : i]
        if period and _is_loop(unit, run):
            return "".join(unit)
    return ""


def _is_loop(unit: Sequence[str], run: int) -> bool:
    """Whether ``run`` equal distances in a row mean too many repetitions of a unit with letters."""
    times = 1 + (run + _ANCHOR - 1) // len(unit)
    most = _TIMES if len(unit) < _PHRASE else _TIMES_PHRASE
    return times >= most and any(character.isalpha() for part in unit for character in part)


def _repeated(units: Sequence[str]) -> float:
    """The share of n-grams of ``units`` that occurred before."""
    grams = _grams(units, _SIZE)
    return 1 - len(set(grams)) / len(grams)


def _grams(units: Sequence[str], size: int) -> list[tuple[str, ...]]:
    return list(zip(*(units[start:] for start in range(size)), strict=False))

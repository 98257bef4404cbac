"""The places of Cambodia: provinces, districts, communes and villages, found by name.

The names are data of the Ministry of Economy and Finance (General Department of Digital Economy),
2025; ``tools/make_khmer_places.py`` writes them. ``data/place_spellings.tsv`` has what newspapers
write and no rule of spelling reaches. Villages, nine tenths of all, are read when one is asked for.
"""

import lzma
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from summarize.names.romanised import rough, sound, spelling, spellings

_DATA: Final = Path(__file__).with_name("data")
PLACES: Final = _DATA / "places.tsv.xz"
VILLAGES: Final = _DATA / "villages.tsv.xz"
SPELLINGS: Final = _DATA / "place_spellings.tsv"

PROVINCE, DISTRICT, COMMUNE, VILLAGE = LEVELS = (2, 4, 6, 8)
"""Levels are lengths of codes: that of a place begins with those of all it lies in."""

NO_CODE: Final = "00"
"""How the code of a village ends that has none of its commune; the rest is the commune."""

KIND_WORDS: Final[Mapping[str, str]] = {
    "province": "ខេត្ត",
    "capital": "រាជធានី",
    "district": "ស្រុក",
    "khan": "ខណ្ឌ",
    "municipality": "ក្រុង",
    "commune": "ឃុំ",
    "sangkat": "សង្កាត់",
    "village": "ភូមិ",
}
"""Kinds of places with the Khmer word that stands before their names."""


_LEAST, _LEAST_KNOWN = 5, 4  # letters of a rough key that is no chance, anywhere and in one place


class Place(NamedTuple):
    """One place: a kind of ``KIND_WORDS``, the official code, Latin and Khmer name."""

    kind: str
    code: str
    latin: str
    khmer: str

    @property
    def titled(self) -> str:
        """The Khmer name with the word for what it is, once: a village may be called ភូមិ១."""
        word = KIND_WORDS[self.kind]
        return self.khmer if self.khmer.startswith(word) else word + self.khmer


_Index = Mapping[str, tuple[Place, ...]]


def find(name: str, level: int, within: Iterable[str] = ("",)) -> tuple[Place, ...]:
    """The places of ``level`` called ``name`` whose codes begin with one of ``within``.

    Spelt exactly so if there are any, else those that sound like it; by the roughest key only in
    a place that is known, or among provinces and districts, which are few. Communes and villages
    of nowhere in particular are all that sound like it. Empty if there is none.
    """
    inside = tuple(within)
    known = inside != ("",)
    if level == VILLAGE:
        return _villages(name, inside)
    exact, alike, roughly = _indexes(level)
    found = _inside(exact.get(spelling(name), ()), inside)
    if not found or (level == COMMUNE and not known):
        found = _united(found, _inside(alike.get(sound(name), ()), inside))
    key, least = rough(name), _LEAST_KNOWN if known else _LEAST
    if not found and len(key) >= least and (known or level != COMMUNE):
        found = _inside(roughly.get(key, ()), inside)
    return found


def spelt(name: str, level: int) -> tuple[Place, ...]:
    """The places of ``level`` (no villages) that are spelt exactly like ``name``."""
    return _indexes(level)[0].get(spelling(name), ())


@lru_cache(maxsize=1)
def places() -> tuple[Place, ...]:
    """All provinces, districts and communes, by code."""
    return tuple(map(_place, _read(PLACES)))


@lru_cache(maxsize=1)
def by_code() -> Mapping[str, Place]:
    """Provinces, districts and communes by their codes."""
    return {place.code: place for place in places()}


def villages() -> tuple[Place, ...]:
    """All villages, by code. A few share a code with another one of their commune."""
    return tuple(map(_place, _village_lines()))


@lru_cache(maxsize=1)
def press_spellings() -> Mapping[str, tuple[str, ...]]:
    """Codes with the names that newspapers give and rules do not reach."""
    rows = (line.split("\t") for line in SPELLINGS.read_text("utf-8").splitlines()[1:])
    return {code: tuple(names.split("|")) for code, names in rows}


def _read(path: Path) -> list[str]:
    return lzma.decompress(path.read_bytes()).decode().splitlines()


def _place(line: str) -> Place:
    return Place._make(line.split("\t"))


def _inside(places: Iterable[Place], within: tuple[str, ...]) -> tuple[Place, ...]:
    return tuple(place for place in places if place.code.startswith(within))


def _united(some: tuple[Place, ...], others: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(some + others))


@lru_cache(maxsize=3)
def _indexes(level: int) -> tuple[_Index, _Index, _Index]:
    """Places of a level by spelling, by sound and by rough sound."""
    named = [(name, place) for place in places() if len(place.code) == level for name in _of(place)]
    exact = _index((spelling(name), place) for name, place in named)
    alike = _index((sound(name), place) for name, place in named)
    return exact, alike, _index((rough(name), place) for name, place in named)


def _of(place: Place) -> tuple[str, ...]:
    return (place.latin, *press_spellings().get(place.code, ()))


def _index(named: Iterable[tuple[str, Place]]) -> _Index:
    found: dict[str, tuple[Place, ...]] = {}
    for key, place in named:
        if place not in found.get(key, ()):
            found[key] = (*found.get(key, ()), place)
    return found


def _villages(name: str, within: tuple[str, ...]) -> tuple[Place, ...]:
    found = _inside(map(_place, _villages_spelt().get(spelling(name), ())), within)
    near = [code for code in within if len(code) >= DISTRICT]
    if found or not near:
        return found
    key = rough(name)
    return tuple(
        place for code in near for place in _villages_in(code) if rough(place.latin) == key
    )


@lru_cache(maxsize=1)
def _village_lines() -> list[str]:
    return _read(VILLAGES)


@lru_cache(maxsize=1)
def _villages_spelt() -> Mapping[str, list[str]]:
    """Lines by spelling: 14,576 of them are read in a third of the time of their records."""
    lines = _village_lines()
    found: dict[str, list[str]] = {}
    for key, line in zip(spellings(line.split("\t", 3)[2] for line in lines), lines, strict=True):
        found.setdefault(key, []).append(line)
    return found


@lru_cache(maxsize=64)
def _villages_in(code: str) -> tuple[Place, ...]:
    start = f"village\t{code}"
    return tuple(_place(line) for line in _village_lines() if line.startswith(start))

"""Names as pairs: Cambodian places with what they lie in, and people.

They come from two files of the data folder: ``names/cambodia_places.tsv`` (kind, code, latin,
khmer, below a header; the code of a place begins with that of what it lies in) and
``names/people_names.tsv`` (kind, latin, khmer).
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

Name = tuple[str, str]

CAPITAL = "12"
CITIES = (
    "0106 0110 0203 0305 0403 0502 0603 0708 0811 0904 1002 1105 1308 1410 1505 1602 1710 1715 1801"
    " 1904 2006 2008 2108 2204 2302 2401 2506"
)
"""Codes of districts that are municipalities; only their use in training rests on this list."""
_KHMER_KINDS = {"district": "ស្រុក", "commune": "ឃុំ", "village": "ភូមិ", "city": "ក្រុង"}
_CAPITAL_KINDS = {"district": ("khan", "ខណ្ឌ"), "commune": ("sangkat", "សង្កាត់")}
_VILLAGES = 1500  # drawn, of many with common names


def name_pairs(folder: Path, seed: int) -> list[Name]:
    """``(english, khmer)`` of places and people in the files of ``folder``, in random order."""
    chance = random.Random(seed)
    places = [Place(*row) for row in _rows(folder / "cambodia_places.tsv")[1:]]  # below the header
    pairs = [*_places(places, chance)]
    pairs += [(latin, khmer) for _, latin, khmer in _rows(folder / "people_names.tsv")]
    chance.shuffle(pairs)
    return pairs


class Place(NamedTuple):
    """A line of the file of places."""

    kind: str
    code: str
    latin: str
    khmer: str


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()]


def _places(places: list[Place], chance: random.Random) -> Iterator[Name]:
    named = {place.code: _named(place) for place in places}
    villages = [place.code for place in places if place.kind == "village"]
    left_out = set(villages) - set(chance.sample(villages, min(_VILLAGES, len(villages))))
    for code in (place.code for place in places if place.code not in left_out):
        above = [named[code[:n]] for n in range(len(code) - 2, 0, -2) if code[:n] in named]
        inside = above[-1:] if chance.random() < 0.5 else above  # the province alone, or all
        chain = [named[code], *inside]
        yield ", ".join(english for english, _ in chain), " ".join(khmer for _, khmer in chain)


def _named(place: Place) -> Name:
    """A place with the word for its kind, as news writes it."""
    kind, code, latin, khmer = place
    if kind == "province":
        own = "" if code == CAPITAL else "ខេត្ត"
        return (latin if code == CAPITAL else f"{latin} province"), own + khmer
    if code in CITIES:
        return f"{latin} city", _KHMER_KINDS["city"] + khmer
    if code.startswith(CAPITAL) and kind in _CAPITAL_KINDS:
        english, own = _CAPITAL_KINDS[kind]
        return f"{latin} {english}", own + khmer
    return f"{latin} {kind}", _KHMER_KINDS[kind] + khmer

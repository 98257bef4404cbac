"""Places, peoples and bodies by all the names that English and Khmer newspapers give them.

The table is made by ``tools/make_places.py``. A name with ``?`` is a doubtful one: in English it
excuses the place in the Khmer and asks for nothing; in Khmer it renders the place and accuses of
nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from summarize.khmer import latin
from summarize.khmer.alphabet import COENG, MARK
from summarize.khmer.normalise import key
from summarize.names.near import is_near
from summarize.names.sounds import fits

PAGE: Final = Path(__file__).with_name("data") / "entities.tsv"
DOUBTFUL: Final = "?"
WORD: Final = "word"  # the kind of words that are no places and have one within them
_WORD: Final = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+)*")
_PLURAL: Final = re.compile(r"(?<=an)s$")  # of a people: Parisians
_GOES_ON: Final = re.compile(f"[{COENG}{MARK}]")
_GROUPS: Final = {"continent": "country", "province": "city", "ministry": "body"}
_MINISTRY: Final = "ministry"
_MINISTER: Final = re.compile(r"\b[Mm]inist(?:er|ry|ries)")
_SPELT: Final = 1.5  # mean log odds of a spelling from which the Khmer has the name by ear
_GEOGRAPHIC: Final = frozenset(["country", "continent", "province", "city"])
_SHOUTED: Final = 4  # letters from which a word in capitals may be a name in capitals


@dataclass(frozen=True, slots=True)
class Place:
    """One place or body: ``kind`` is what it is, the others are its usual names."""

    kind: str
    english: str
    khmer: str


@dataclass(frozen=True, slots=True)
class Named:
    """A place and the words by which a text names it."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What only one of two texts names.

    ``swapped`` pairs what is lost with what of its kind stands in the Khmer instead; ``lost`` and
    ``invented`` are the rest of what only the English and only the Khmer names, in order.
    """

    swapped: tuple[tuple[Named, Named], ...] = ()
    lost: tuple[Named, ...] = ()
    invented: tuple[Named, ...] = ()


_Words = tuple[str, ...]
_English = Mapping[str, list[tuple[_Words, Place, bool]]]
"""By the first word, longest first: the words of a name, its place, and whether it is sure."""


@dataclass(frozen=True, slots=True)
class _Khmer:
    """Khmer names with their places and whether they are sure; lengths by the first two letters."""

    names: Mapping[str, tuple[tuple[Place, bool], ...]]
    lengths: Mapping[str, tuple[int, ...]]


@lru_cache(maxsize=1 << 8)  # several checks ask for the places of one sentence
def difference(source: str, target: str) -> Difference:
    """The places that only one of the two texts names; none where the Khmer is empty."""
    if not target.strip():
        return Difference()
    named, given = _in_english(source), _in_khmer(target)
    invented = [Named(place, text) for place, text in given.items() if text and place not in named]
    lost = [
        Named(place, text)
        for place, text in named.items()
        if text and place not in given and not _is_written(text, target)
    ]
    swapped = []
    for gone in lost:
        alike = [other for other in invented if _group(other.place) == _group(gone.place)]
        if alike:
            swapped.append((gone, alike[0]))
            invented.remove(alike[0])
    left = [gone for gone in lost if all(gone != pair[0] for pair in swapped)]
    return Difference(tuple(swapped), tuple(left), tuple(invented))


def is_spelt_otherwise(place: Place, target: str) -> bool:
    """Whether the Khmer has a name of ``place`` with one letter other, more or less."""
    return is_near(_forms()[place], key(target))


def named(source: str) -> list[str]:
    """The words by which ``source`` names places."""
    return [text for text in _in_english(source).values() if text]


def sure_names() -> Iterator[tuple[str, str, str]]:
    """The kind, an English name and a Khmer name of each place, doubtful ones left out."""
    for place, name, form in _sure():
        yield place.kind, name, form


def countries_by_name() -> Iterator[tuple[str, str, str]]:
    """A country's usual English name, one of it or its people, and a Khmer one, in order."""
    for place, name, form in _sure():
        if place.kind == "country":
            yield place.english, name, form


def _sure() -> Iterator[tuple[Place, str, str]]:
    for place, english, khmer in _rows():
        for name in english:
            for form in khmer:
                if place.kind in _GEOGRAPHIC and DOUBTFUL not in name + form:
                    yield place, name, form


def is_khmer_name(word: str) -> bool:
    """Whether ``word``, a key, is a Khmer name of a place or body."""
    return word in _table()[1].names


def names(source: str, place: Place) -> bool:
    """Whether the English names ``place`` or hints at it."""
    return place in _in_english(source)


def is_in_charge(source: str, place: Place) -> bool:
    """Whether ``place`` may be the ministry of a minister whose portfolio the table lacks."""
    return (
        place.kind == _MINISTRY
        and bool(_MINISTER.search(source))
        and all(other.kind != _MINISTRY for other in _in_english(source))
    )


def _group(place: Place) -> str:
    return _GROUPS.get(place.kind, place.kind)


def _is_written(words: str, target: str) -> bool:
    """Whether the name stands in the Khmer in Latin letters or spelt by ear."""
    if latin.folded(words) in latin.folded(target):
        return True
    return all(fit.score >= _SPELT for fit in fits(words.split(), key(target)))


@lru_cache(maxsize=1 << 8)
def _in_english(source: str) -> dict[Place, str]:
    """The places that ``source`` names or hints at, with the name; "" for a mere hint."""
    words = _WORD.findall(source)
    found: dict[Place, str] = {}
    at = 0
    while at < len(words):
        step = 1
        for name, place, is_sure in _starting_with(words[at]):
            if len(name) >= step and _stands_at(name, words, at):
                step = max(step, len(name))
                found[place] = found.get(place) or (" ".join(name) if is_sure else "")
        at += step
    return found


def _starting_with(word: str) -> list[tuple[_Words, Place, bool]]:
    index = _table()[0]
    return index.get(word) or index.get(_unshouted(word)) or index.get(_PLURAL.sub("", word), [])


def _stands_at(name: _Words, words: list[str], at: int) -> bool:
    part = words[at : at + len(name)]
    return len(part) == len(name) and all(
        given in (wanted, wanted.upper()) or _PLURAL.sub("", given) == wanted
        for wanted, given in zip(name, part, strict=True)
    )


def _unshouted(word: str) -> str:
    return word.capitalize() if len(word) >= _SHOUTED and word.isupper() else word


def _in_khmer(target: str) -> dict[Place, str]:
    """The places that ``target`` names, with the name; "" for a doubtful one."""
    text, khmer = key(target), _table()[1]
    found: dict[Place, str] = {}
    end = 0
    for at in [n for n in range(len(text)) if text[n : n + 2] in khmer.lengths]:
        name = _name_at(text, at, khmer) if at >= end else ""
        for place, is_sure in khmer.names.get(name, ()):
            if place.kind != WORD:
                found[place] = found.get(place) or (name if is_sure else "")
        end = max(end, at + len(name))
    return found


def _name_at(text: str, at: int, khmer: _Khmer) -> str:
    """The longest Khmer name that begins at ``at`` and ends with a whole cluster, or ""."""
    for length in khmer.lengths.get(text[at : at + 2], ()):
        name = text[at : at + length]
        if name in khmer.names and not _GOES_ON.match(text, at + length):
            return "" if text[at - 1 : at] == COENG else name
    return ""


@lru_cache(maxsize=1)
def _table() -> tuple[_English, _Khmer]:
    english: dict[str, list[tuple[_Words, Place, bool]]] = {}
    khmer: dict[str, dict[Place, bool]] = {}
    for place, names, forms in _rows():
        for name in names:
            words = tuple(_WORD.findall(name))
            is_sure = not name.startswith(DOUBTFUL)
            english.setdefault(words[0], []).append((words, place, is_sure))
        for form in forms:
            khmer.setdefault(form.lstrip(DOUBTFUL), {})[place] = not form.startswith(DOUBTFUL)
    for entries in english.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    lengths: dict[str, set[int]] = {}
    for form in khmer:
        lengths.setdefault(form[:2], set()).add(len(form))
    return english, _Khmer(
        {form: tuple(places.items()) for form, places in khmer.items()},
        {start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()},
    )


@lru_cache(maxsize=1)
def _forms() -> Mapping[Place, tuple[str, ...]]:
    """The Khmer names of each place."""
    found: dict[Place, tuple[str, ...]] = {}
    for place, _, forms in _rows():
        found[place] = (*found.get(place, ()), *(form.lstrip(DOUBTFUL) for form in forms))
    return found


def _rows() -> Iterator[tuple[Place, list[str], list[str]]]:
    for line in PAGE.read_text("utf-8").splitlines()[1:]:
        kind, english, khmer = line.split("\t")
        names, forms = list(filter(None, english.split("|"))), khmer.split("|")
        yield Place(kind, _plain(names), _plain(forms)), names, forms


def _plain(names: list[str]) -> str:
    """The first name that is not doubtful, or the first."""
    sure = [name for name in names if not name.startswith(DOUBTFUL)]
    return next(iter(sure + names), "").removeprefix(DOUBTFUL)

"""Institutions that are named by a country or a place: Thai embassy, University of Sydney.

Only the names of places that the program knows are put in; other universities are left as they are.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from summarize.names import phrases
from summarize.names.entities import countries_by_name, sure_names
from summarize.names.gazetteer import PROVINCE, spelt
from summarize.names.institutions import ANY_COUNTRY, Body, bodies
from summarize.names.mentions import BodyMention
from summarize.names.world import countries

_WORD: Final = r"[A-Z][\w’'-]{0,40}"
"""Bounded: every part behind a hyphen could begin one, so "A-A-A-…" took time by its square."""
_BEHIND: Final = re.compile(
    rf"\b(?P<place>{_WORD}(?: {_WORD}){{0,2}}?) (?P<sort>National |State )?University"
    r"(?: of (?P<subject>[A-Z]\w+)|(?! of\b))\b"
)
_BEFORE: Final = re.compile(
    r"(?<!\bRoyal )(?<!\bTechnical )(?P<sort>\bNational )?\bUniversity of "
    rf"(?P<place>{_WORD}(?: {_WORD}){{0,2}})"
)
_BANK: Final = re.compile(r"\b(?P<acronym>[A-Z]{3,6}) Bank\b(?! of\b)")
_UNIVERSITY: Final = "សាកលវិទ្យាល័យ"
_SORTS: Final = {"National ": "ជាតិ", "State ": "រដ្ឋ"}
_SUBJECTS: Final = {
    "Agriculture": "កសិកម្ម",
    "Economics": "សេដ្ឋកិច្ច",
    "Education": "អប់រំ",
    "Law": "នីតិសាស្ត្រ",
    "Medicine": "វេជ្ជសាស្ត្រ",
    "Science": "វិទ្យាសាស្ត្រ",
    "Technology": "បច្ចេកវិទ្យា",
}


def composed(text: str) -> Iterator[BodyMention]:
    """The institutions of ``text`` whose Khmer is made of a known name and a known kind."""
    yield from _of_countries(text)
    yield from _universities(text)
    if not text.isupper():
        for match in _BANK.finditer(text):
            khmer = f"ធនាគារ {match['acronym']}"
            yield BodyMention(*match.span(), match[0], khmer, "bank", "")


def _of_countries(text: str) -> Iterator[BodyMention]:
    """What every country has, before or behind the name of the country or its people."""
    for (start, end), (english, khmer) in phrases.occurrences(
        text, _country_index(), lambda _, name, country: len(name) > 1 or name == (country[0],)
    ):
        for before, behind, body in _frames():
            if before and text.endswith((before, f"{before}the "), 0, start):
                begin, stop = text.rindex(before, 0, start), end
            elif behind and text.startswith(behind, end):
                begin, stop = start, end + len(behind)
            else:
                continue
            if text[stop : stop + 1].isalpha() or text[begin - 1 : begin].isalpha():
                continue
            name = body.english.replace(ANY_COUNTRY, english)
            form = body.khmer.replace(ANY_COUNTRY, khmer)
            yield BodyMention(begin, stop, name, form, body.kind, "")


def _universities(text: str) -> Iterator[BodyMention]:
    for match in _BEHIND.finditer(text):
        parts = match["place"].split(" ")
        place = _longest_place(parts[at:] for at in range(len(parts)))
        subject = _SUBJECTS.get(match["subject"] or "", "")
        if place and bool(subject) == bool(match["subject"]):
            kind = _SORTS[match["sort"]] if match["sort"] else subject
            start = match.end("place") - len(place)
            yield _university(text, start, match.end(), kind + _khmer(place))
    for match in _BEFORE.finditer(text):
        parts = match["place"].split(" ")
        if place := _longest_place(parts[:length] for length in range(len(parts), 0, -1)):
            end = match.start("place") + len(place)
            kind = _SORTS[match["sort"]] if match["sort"] else ""
            yield _university(text, match.start(), end, kind + _khmer(place))


def _university(text: str, start: int, end: int, khmer: str) -> BodyMention:
    return BodyMention(start, end, text[start:end], _UNIVERSITY + khmer, "university", "")


def _longest_place(choices: Iterable[list[str]]) -> str:
    """The first of some choices of words, the longest before, that names a known place, or ""."""
    return next((name for words in choices if _khmer(name := " ".join(words))), "")


def _khmer(place: str) -> str:
    provinces = spelt(place, PROVINCE)
    return provinces[0].khmer if provinces else _places().get(place, "")


@lru_cache(maxsize=1)
def _places() -> Mapping[str, str]:
    """Countries and cities of the world; no peoples, as an American university is any."""
    cities = {name: form for kind, name, form in reversed([*sure_names()]) if kind == "city"}
    usual = {country for country, _, _ in countries_by_name()}
    return cities | {name: khmer for name, khmer in countries().items() if name in usual}


@lru_cache(maxsize=1)
def _frames() -> tuple[tuple[str, str, Body], ...]:
    """What stands before the country, or behind it, in the names of what every country has."""
    frames = []
    for body in bodies():
        for name in body.names:
            before, country, behind = name.partition(ANY_COUNTRY)
            if country:
                frames += [(before, written, body) for written in _written(behind)]
    return tuple(frames)


def _written(behind: str) -> set[str]:
    """``behind`` with either apostrophe, in small letters or with capitals: Chinese Embassy."""
    capital = re.sub(r"(?<= )[a-z]", lambda first: first[0].upper(), behind)
    return {form.replace("’", mark) for form in (behind, capital) for mark in "’'"}


@lru_cache(maxsize=1)
def _country_index() -> phrases.Index[tuple[str, str]]:
    return phrases.index_of((english, (english, khmer)) for english, khmer in countries().items())

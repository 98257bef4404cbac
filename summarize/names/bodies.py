"""Institutions in English text: ministries, courts, parties, banks, media and others by name."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from summarize.names import phrases
from summarize.names.gazetteer import by_code
from summarize.names.institutions import ANY_COUNTRY, ANY_PROVINCE, Body, bodies
from summarize.names.mentions import BodyMention, Span
from summarize.names.places import places_in
from summarize.names.world import countries

_AND: Final = re.compile(r",? (?:and|&) [A-Z]|, [A-Z]\w+ (?:and|&) ")
_OF: Final = re.compile(r" of [A-Z]")
_MINISTRY: Final = "Ministry of "
_DEPARTMENT: Final = " Department"
_REMEMBERED: Final = 256  # texts


@lru_cache(maxsize=_REMEMBERED)
def bodies_in(text: str) -> tuple[BodyMention, ...]:
    """The institutions that ``text`` names, in order, none overlapping; the longest name counts.

    Words that have a capital in the name have one in the text, and acronyms are in capitals, so
    that a text without capitals names none. ``text[start:end]`` is the name as it is written.
    """
    found = [*_of_provinces(text), *_by_name(text)]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    return tuple(_apart(found))


def _apart(found: list[BodyMention]) -> Iterator[BodyMention]:
    end = 0
    for mention in found:
        if mention.start >= end:
            yield mention
            end = mention.end


def _by_name(text: str) -> Iterator[BodyMention]:
    def counts(span: Span, name: phrases.Words, body: Body) -> bool:
        return not _goes_on(text, span) and _is_sure(text, name, body)

    for span, body in phrases.occurrences(text, _index(), counts):
        yield BodyMention(*span, body.english, body.khmer, body.kind, body.acronym)


def _goes_on(text: str, span: Span) -> bool:
    """Whether there is more of it: "Ministry of Education and Training"."""
    if text.endswith(_DEPARTMENT, *span):
        return _OF.match(text, span[1]) is not None
    is_ministry = text.startswith(_MINISTRY, span[0])
    return is_ministry and _AND.match(text, span[1]) is not None


def _is_sure(text: str, name: phrases.Words, body: Body) -> bool:
    """Whether an acronym is one here: not in a headline in capitals, nor of somebody else."""
    acronym = "".join(name)
    if len(name) > 1 or not acronym.isupper():
        return True
    if text.isupper():
        return False
    return acronym not in body.ambiguous or any(full in text for full in body.names)


def _of_provinces(text: str) -> Iterator[BodyMention]:
    """Courts, halls, prisons and hospitals of provinces, however the province is spelt."""
    provinces = [place for place in places_in(text) if place.kind == "province"]
    for place in provinces:
        for suffix, body in _suffixes():
            end = place.end + len(suffix)
            if text.startswith(suffix, place.end) and not text[end : end + 1].isalpha():
                latin = by_code()[place.code].latin
                english = body.english.replace(ANY_PROVINCE, latin)
                khmer = body.khmer.replace(ANY_PROVINCE, place.khmer)
                yield BodyMention(place.start, end, english, khmer, body.kind, "")


@lru_cache(maxsize=1)
def _suffixes() -> list[tuple[str, Body]]:
    """What stands behind the name of a province in that of its court."""
    return [
        (name.removeprefix(ANY_PROVINCE), body)
        for body in bodies()
        for name in body.names
        if name.startswith(ANY_PROVINCE)
    ]


@lru_cache(maxsize=1)
def _index() -> phrases.Index[Body]:
    return phrases.index_of(
        (name, body)
        for body in _of_each_country()
        for name in (*body.names, *body.acronyms, *body.ambiguous)
        if not name.startswith(ANY_PROVINCE)
    )


def _of_each_country() -> Iterator[Body]:
    """All institutions; those that every country has once for each."""
    of_countries = [body for body in bodies() if ANY_COUNTRY in body.english]
    yield from (body for body in bodies() if body not in of_countries)
    for english, khmer in countries().items():
        for body in of_countries:
            names = tuple(name.replace(ANY_COUNTRY, english) for name in body.names)
            yield replace(body, names=names, khmer=body.khmer.replace(ANY_COUNTRY, khmer))

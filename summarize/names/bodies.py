"""Institutions in English text: ministries, courts, parties, banks, media and others by name."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from summarize.names import phrases
from summarize.names.composed import composed
from summarize.names.gazetteer import by_code
from summarize.names.institutions import ANY_COUNTRY, ANY_PROVINCE, Body, bodies
from summarize.names.mentions import BodyMention, Span
from summarize.names.places import places_in

_AND: Final = re.compile(r",? (?:and|&) [A-Z]|, [A-Z]\w+ (?:and|&) ")
_OF: Final = re.compile(r" of [A-Z]")
_MINISTRY: Final = "Ministry of "
_DEPARTMENT: Final = " Department"
_GROUP: Final = re.compile(
    r"\b(?:bank|charity|company|group|NGO|organi[sz]ation|union)(?:,? called)?,? $"
)
_DOES: Final = re.compile(
    r" (?:said|says|told|asked|warned|wrote|called|urged|counted|published|surveyed|helps?|runs?"
    r"|director|lawyer|president|programme|researcher|spokes\w+|staff)\b|[’']s (?:director|lawyer"
    r"|president|report|researcher|staff)"
)
"""What stands before and behind a word that is the short name of an institution."""
_CAPITAL: Final = re.compile(r"\b[A-Z]\w* $")
_BEFORE: Final = 24  # characters
_REMEMBERED: Final = 256  # texts


@lru_cache(maxsize=_REMEMBERED)
def bodies_in(text: str) -> tuple[BodyMention, ...]:
    """The institutions that ``text`` names, in order, none overlapping; the longest name counts.

    Words that have a capital in the name have one in the text, and acronyms are in capitals, so
    that a text without capitals names none. ``text[start:end]`` is the name as it is written.
    """
    found = [*_of_provinces(text), *_by_name(text), *composed(text)]
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
        if len(name) == 1 and name[0] in body.words:
            return _acts(text, span)
        return not _goes_on(text, span) and _is_sure(text, name, body)

    for span, body in phrases.occurrences(text, _index(), counts):
        yield BodyMention(*span, body.english, body.khmer, body.kind, body.acronym)


def _acts(text: str, span: Span) -> bool:
    """Whether a word does what institutions do: "Central said", "the NGO Central"."""
    before = text[max(0, span[0] - _BEFORE) : span[0]]
    if _CAPITAL.search(before):
        return False
    return bool(_GROUP.search(before) or _DOES.match(text, span[1]))


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
        for body in bodies()
        for name in (*body.names, *body.acronyms, *body.ambiguous, *body.words)
        if ANY_PROVINCE not in name and ANY_COUNTRY not in name
    )

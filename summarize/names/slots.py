"""Where an English text may name places: capitalised spans, words for their kind, links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Protocol

from summarize.names.gazetteer import COMMUNE, DISTRICT, VILLAGE, find
from summarize.names.kinds import CITY, KHMER, MANY, PLAIN
from summarize.names.mentions import Span

_APOSTROPHES: Final = "'’‘`"
_TOKEN: Final = re.compile(
    rf"O[{_APOSTROPHES}]\s?(?=[A-Z])"  # O' Chrov: ou, a stream
    rf"|K[gG]\.\s(?=[A-Z])"  # Kg. Cham
    rf"|[^\W\d_]+(?:[{_APOSTROPHES}][^\W\d_]+)*|\d+(?:th)?"
)
_POSSESSIVE: Final = re.compile(rf"[{_APOSTROPHES}]s$", re.I)
_INSIDE: Final = re.compile(r"[ \u00a0-]|")  # between two words of one name
_OF: Final = re.compile(r"\sof\s(?:the\s)?")
_LISTED: Final = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or|&)\s")
_IN: Final = re.compile(r",?\s(?:in|of|inside|within)\s(?:the\s)?|,\s|\s\(|,\sin\s(?:the\s)?")
_ITS: Final = re.compile(rf"[{_APOSTROPHES}]s?\s(?:the\s)?|[ \u00a0]")
_LONGEST: Final = 60  # characters between two names that can be a link


@dataclass(frozen=True, slots=True)
class Slot:
    """A capitalised span that may name a place.

    ``tokens`` are the spans of its words; ``asked`` is the kind that the text says ("" for none)
    and ``is_before`` whether it says so in front, ``is_shared`` whether for several names at once;
    ``phrase`` covers the word for the kind where it belongs to this name alone. ``reach`` is where
    a link to the next slot begins.
    """

    tokens: tuple[Span, ...]
    asked: str
    is_before: bool
    is_shared: bool
    phrase: Span
    reach: int

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.tokens[0][0]

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.tokens[-1][1]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word for a kind of place."""

    span: Span
    text: str


def slots(text: str) -> list[Slot]:
    """The slots of ``text`` in order, none overlapping. A text without capitals has none."""
    return _shared([_slot(text, *near) for near in _runs(text)], text)


class Spot(Protocol):
    """What can be linked: a slot, or a name within one."""

    @property
    def phrase(self) -> Span:
        """The name with the word for its kind."""

    @property
    def reach(self) -> int:
        """Where a link to what follows begins."""


def leads_to(text: str, slot: Spot, other: Spot) -> bool:
    """Whether ``other``, the next slot, says where ``slot`` lies: "Krakor, Pursat"."""
    return _between(text, slot.reach, other.phrase[0], _IN)


def belongs_to(text: str, slot: Spot, other: Spot) -> bool:
    """Whether ``other``, the slot before, says where ``slot`` lies: "Pursat's Krakor"."""
    return _between(text, other.reach, slot.phrase[0], _ITS)


def _between(text: str, start: int, end: int, link: re.Pattern[str]) -> bool:
    return start < end <= start + _LONGEST and link.fullmatch(text, start, end) is not None


def _runs(text: str) -> Iterator[tuple[_Word | None, tuple[Span, ...], _Word | None]]:
    """Each capitalised span with the words for kinds just before and behind it."""
    before: _Word | None = None
    run: list[Span] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        owner = _POSSESSIVE.search(match[0])
        if owner:
            end = start + owner.start()
        word = text[start:end].lower()
        goes_on = bool(run) and _INSIDE.fullmatch(text, run[-1][1], start)
        if (word in PLAIN or word in KHMER) and not (goes_on and _is_named(text, run, end)):
            kind = _Word((start, end), word)
            if run:
                yield before, tuple(run), kind
            before, run = kind, []
        elif _is_part(text, match, bool(goes_on)):
            if run and not goes_on:
                yield before, tuple(run), None
                before, run = None, []
            run.append((start, end))
        elif run:
            yield before, tuple(run), None
            before, run = None, []
        if owner and run:
            yield before, tuple(run), None
            before, run = None, []
    if run:
        yield before, tuple(run), None


def _is_named(text: str, run: list[Span], end: int) -> bool:
    """Whether a word for a kind is the last one of a name, as in the district of Phnum Srok."""
    name = text[run[0][0] : end]
    levels = (DISTRICT, COMMUNE, *([VILLAGE] if name.endswith(" Phum") else ()))
    return any(find(name, level) for level in levels)


def _is_part(text: str, match: re.Match[str], goes_on: bool) -> bool:
    """Whether a word is capitalised; numbers are part of a name that goes on, or "7 Makara"."""
    if match[0][0].isdigit():
        return goes_on or text[match.end() :].startswith(" Makara")
    return match[0][0].isupper()


def _slot(text: str, before: _Word | None, tokens: tuple[Span, ...], behind: _Word | None) -> Slot:
    name = tokens[0][0], tokens[-1][1]
    is_before = before is not None and _says_before(text, before, name[0])
    is_behind = behind is not None and behind.text in PLAIN
    if before and is_before and before.text in KHMER and is_behind:
        return _slot(text, None, (before.span, *tokens), behind)  # the commune of Phum Thmei
    if (
        behind
        and is_behind
        and _kind(behind) != CITY
        and _INSIDE.fullmatch(text, name[1], behind.span[0])
    ):
        is_before = False  # Phong commune of Basedth district
    if before and is_before:
        shared = before.text in MANY
        phrase = name if shared else (before.span[0], name[1])
        return Slot(tokens, _kind(before), True, shared, phrase, name[1])
    if behind and _INSIDE.fullmatch(text, name[1], behind.span[0]):
        shared = behind.text in MANY
        phrase = name if shared else (name[0], behind.span[1])
        return Slot(tokens, _kind(behind), False, shared, phrase, behind.span[1])
    return Slot(tokens, "", False, False, name, name[1])


def _kind(word: _Word) -> str:
    return PLAIN.get(word.text) or KHMER[word.text]


def _says_before(text: str, word: _Word, start: int) -> bool:
    """Whether ``word`` belongs to the name behind it: "Sangkat X", "village of X"."""
    link = _INSIDE if word.text in KHMER else _OF
    return link.fullmatch(text, word.span[1], start) is not None


def _shared(found: list[Slot], text: str) -> list[Slot]:
    """Names in a list before "districts" or behind "districts of" are all districts."""
    for here in range(len(found) - 2, -1, -1):
        slot, following = found[here], found[here + 1]
        if following.is_shared and not following.is_before and _are_listed(text, slot, following):
            found[here] = replace(
                slot, asked=following.asked, is_shared=True, reach=following.reach
            )
    for here in range(1, len(found)):
        slot, last = found[here], found[here - 1]
        if last.is_shared and last.is_before and _are_listed(text, last, slot):
            found[here] = replace(slot, asked=last.asked, is_before=True, is_shared=True)
    return found


def _are_listed(text: str, slot: Slot, following: Slot) -> bool:
    """Whether two neighbours are named in one breath, and not both with a kind of their own."""
    alone = not (slot.asked and following.asked)
    return alone and _between(text, slot.end, following.start, _LISTED)

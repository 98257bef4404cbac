"""The people of an article: where each is named in full, and what each is called afterwards."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarize.backends.extractive.antecedent import ORGANISATION
from summarize.backends.extractive.wording import ROLE, SPEECH
from summarize.english.common import GENERIC, HEADS, TITLES
from summarize.english.names import Name, names

LONGEST = 4
"""Words of a full name."""
_INITIAL = 2
"""Letters of a part of a name that may be an initial."""
OFFICE = (
    r"(?:[A-Z]\w+ )?(?:Minister|Secretary(?: of State)?) (?:of|for) "
    r"(?:the )?(?:[A-Z][\w-]+(?:,? and |, | )){1,5}"
)
TITLE_BEFORE = re.compile(
    rf"\b(?:{OFFICE}|"
    r"(?:(?:[A-Z][\w’'-]+|deputy|vice|acting|former|provincial|district|police|union) ){0,3}"
    rf"(?i:{ROLE}|{'|'.join(sorted(TITLES, key=len, reverse=True))})\.? )$"
)
ROLE_BEFORE = re.compile(rf"\b(?:an?|the)\b[^,.“”\"]*?\b({ROLE})\b[^,.“”\"]*, $", re.I)
ROLE_AFTER = re.compile(
    rf", (?:\d+, )?(?:an?|the|who (?:is|was|heads|leads)|\w+[’']s)?[^,.“”\"]*?\b({ROLE})\b", re.I
)
PERSON_AFTER = re.compile(
    rf",? (?:{SPEECH}\b|aged \d)|, (?:an?|the|who|whose|\d{{1,3}},)|[’']s (?:wife|lawyer|mother|"
    rf"father|son)"
)
PERSON_BEFORE = re.compile(rf"(?:\b{SPEECH}|according to|interview with)[ ,]+$", re.I)
PLACE_BEFORE = re.compile(r"\b(?:the|in|at|near|into|through|around|across|outside) $", re.I)
BODY_AFTER = re.compile(r"[’']s [A-Z]| (?:province|district|city|commune|river|temple)\b")
TRADE = re.compile(rf"{ROLE}|[A-Z][a-z]+(?:er|or|ist|ian|man|woman|monk|nun|chef)", re.I)
TITLE_WORD = re.compile(rf"\b({ROLE})(?:\.? $| (?:of|for) (?:the )?[A-Z][^,.]*$)", re.I)


@dataclass(frozen=True, slots=True)
class Person:
    """A full name at ``start:end`` of sentence ``sentence``; ``title`` is where its title begins.

    ``roles`` are the nouns, in small letters, by which the article may call this person.
    """

    name: str
    sentence: int
    title: int
    start: int
    end: int
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Mention:
    """A person at ``start:end`` of a sentence, by the full name or a part of it."""

    person: Person
    start: int
    end: int

    @property
    def is_full(self) -> bool:
        """Whether the whole name stands there."""
        return self.end - self.start >= len(self.person.name)


def people(texts: Sequence[str]) -> tuple[Person, ...]:
    """Everybody whom the article names in full, in order, each where that is done first."""
    known: dict[str, Person] = {}
    spans = [names(text) for text in texts]
    # A name of one word may be short for a full one.
    alone = frozenset(one.text for own in spans for one in own if " " not in one.text)
    for index, (text, own) in enumerate(zip(texts, spans, strict=True)):
        for person in _named(index, text, own, alone):
            known.setdefault(person.name, person)
    return tuple(known.values())


def _named(
    index: int, text: str, spans: Sequence[Name], alone: Collection[str]
) -> Iterator[Person]:
    for found in spans:
        start = _after_trade(found)
        name, before, after = text[start : found.end], text[:start], text[found.end :]
        if not 2 <= len(name.split()) <= LONGEST or not _may_be_person(name, before, after):
            continue
        title = TITLE_BEFORE.search(before)
        short = any(part in alone for part in name.split())
        if not (title or short or PERSON_AFTER.match(after) or PERSON_BEFORE.search(before)):
            continue
        begins = title.start() if title else start
        yield Person(name, index, begins, start, found.end, _roles(before, after))


def _after_trade(found: Name) -> int:
    """Where a name begins that a trade, capitalised as the first word of a sentence, precedes."""
    first, *rest = found.text.split(" ")
    if found.start == 0 and len(rest) > 1 and TRADE.fullmatch(first):
        return len(first) + 1
    return found.start


def _may_be_person(name: str, before: str, after: str) -> bool:
    """Whether neither the words nor what stands beside them say that it is a body or a place."""
    parts = name.split()
    if {part.lower() for part in parts} & (HEADS | GENERIC) or ORGANISATION.search(name):
        return False
    return (
        all(part[0].isupper() for part in parts)
        and not PLACE_BEFORE.search(before)
        and not BODY_AFTER.match(after)
    )


def _roles(before: str, after: str) -> frozenset[str]:
    found = (TITLE_WORD.search(before), ROLE_BEFORE.search(before), ROLE_AFTER.match(after))
    return frozenset(each[1].lower() for each in found if each)


def by_name(everybody: Sequence[Person]) -> dict[str, Person]:
    """Whom a full name means, or a part of one; a part that two people share means nobody."""
    parts = Counter(part for one in everybody for part in set(one.name.split()))
    found = {
        part: one
        for one in everybody
        for part in one.name.split()
        if parts[part] == 1 and len(part) > _INITIAL
    }
    return found | {one.name: one for one in everybody}


def mentions(text: str, called: Mapping[str, Person]) -> list[Mention]:
    """Whom a sentence names, in order; ``called`` is from :func:`by_name`."""
    found = ((_after_trade(name), name.end) for name in names(text))
    return [
        Mention(called[text[start:end]], start, end)
        for start, end in found
        if text[start:end] in called
    ]

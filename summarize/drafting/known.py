"""The names of a sentence whose Khmer is known, and so must stand in the draft."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from summarize.drafting.stand_ins import Kind
from summarize.drafting.wanted import Wanted
from summarize.drafting.wanted_people import people
from summarize.drafting.wanted_places import bodies, places
from summarize.english.common import HEADS
from summarize.glossary import Glossary, Term
from summarize.glossary.ledger import NAME
from summarize.glossary.match import ByIdentity, occurrences, spelled
from summarize.names.entities import difference
from summarize.names.gazetteer import KIND_WORDS

_NO_NAMES: Final = frozenset({"month", "day", "currency", "language", "title", "news"})
_KINDS: Final[dict[str, Kind]] = {"place": "country", "city": "place", "institution": "body"}
PERSON: Final = "person"
"""The note of people whose Khmer everybody knows: it is obeyed though no desk approved it."""
_PARTICLES: Final = frozenset({"and", "of", "for", "on", "the", "in", "de", "van", "von", "al"})
_PLACE_WORDS: Final = {
    **{kind: KIND_WORDS[kind] for kind in ("province", "district", "commune", "village")},
    **dict.fromkeys(("city", "town"), KIND_WORDS["municipality"]),
}
_PLACE_WORD: Final = re.compile(rf" ({'|'.join(_PLACE_WORDS)})\b")
_AT_PLACE: Final = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]ff|[Tt]hrough|[Aa]cross) $")
_BEFORE: Final = 10  # characters


def missing(source: str, target: str, glossary: Glossary) -> list[Wanted]:
    """The names of ``source`` that ``target`` lacks."""
    absent = [name for name in wanted(source, glossary) if not name.stands_in(target)]
    if not any(name.is_advice for name in absent):
        return absent
    found = difference(source, target)
    lost = {one.text for one in (*found.lost, *(gone for gone, _ in found.swapped))}
    return [name for name in absent if not name.is_advice or name.text in lost]


def wanted(source: str, glossary: Glossary) -> tuple[Wanted, ...]:
    """The names of ``source`` in order, none overlapping.

    What the glossary approves comes before what the program knows, and that before advice.
    """
    return _wanted(source, ByIdentity(glossary.terms))


@lru_cache(maxsize=1 << 8)  # every candidate of a sentence asks for its names
def _wanted(source: str, own: ByIdentity) -> tuple[Wanted, ...]:
    terms = list(_terms(source, Glossary(own.terms)))
    approved = [one for term, one in terms if _is_settled(term)]
    known = [one for term, one in terms if term.note == PERSON and not _is_settled(term)]
    advice = [one for _, one in terms if one.is_advice]
    listed = (*bodies(source), *known, *places(source), *people(source))
    found = _apart((*approved, *listed, *advice))
    return tuple(sorted(found, key=lambda one: one.start))


def _apart(names: Iterable[Wanted]) -> list[Wanted]:
    found: list[Wanted] = []
    for one in names:
        if all(one.end <= other.start or other.end <= one.start for other in found):
            found.append(one)
    return found


def _is_settled(term: Term) -> bool:
    """Whether a desk has entered it, unlike people whom everybody knows (Hun Sen Library)."""
    return term.status == "approved" or term.note == NAME


def _terms(source: str, glossary: Glossary) -> Iterator[tuple[Term, Wanted]]:
    for term in occurrences(glossary, source):
        spelt = spelled(term.source).search(source)
        kind = _kind(term, source, spelt) if spelt else None
        if spelt and kind:
            yield term, _of_term(term, kind, source, spelt)


def _of_term(term: Term, kind: Kind, source: str, spelt: re.Match[str]) -> Wanted:
    """With the word that says what kind of place it is, where the English has one."""
    is_advice = term.status != "approved" and term.note not in (PERSON, NAME)
    is_spelt = term.status == "proposed" and term.note == NAME
    word = _PLACE_WORD.match(source, spelt.end()) if kind == "place" else None
    forms = (term.target, *term.variants)
    if not word:
        return Wanted(
            spelt[0],
            spelt.start(),
            kind,
            term.target,
            (forms,),
            is_advice,
            is_spelt,
            is_listed=False,
        )
    titled = _PLACE_WORDS[word[1]]
    khmer = titled + term.target.removeprefix(titled)
    return Wanted(spelt[0] + word[0], spelt.start(), kind, khmer, ((khmer,),), is_advice)


def _kind(term: Term, source: str, spelt: re.Match[str]) -> Kind | None:
    """What kind of name ``term`` is where it stands; ``None`` for one that is no name."""
    if not is_name(term):
        return None
    words = term.source.split()
    if term.note in _KINDS:
        return _KINDS[term.note]
    if term.source.isupper() or not HEADS.isdisjoint(word.lower() for word in words):
        return "body"
    before = source[max(0, spelt.start() - _BEFORE) : spelt.start()]
    if _PLACE_WORD.match(source, spelt.end()) or _AT_PLACE.search(before):
        return "place"
    return "person" if len(words) > 1 else "word"


def is_name(term: Term) -> bool:
    """Whether drafts take ``term`` for a name: of no month, title or the like, in capitals."""
    is_noted = term.note in _NO_NAMES
    return bool(term.target) and not is_noted and _is_capitalised(term.source.split())


def _is_capitalised(words: list[str]) -> bool:
    return all(word[0].isupper() for word in words if word not in _PARTICLES)

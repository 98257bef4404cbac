"""The names of a sentence whose Khmer is known, and so must stand in the draft."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summarize.checks import places
from summarize.drafting.stand_ins import Kind
from summarize.english.common import HEADS
from summarize.glossary import Glossary, Term
from summarize.glossary.match import occurrences, spelled
from summarize.khmer.normalise import key

_NO_NAMES: Final = frozenset({"month", "day", "currency", "language", "title", "news"})
_KINDS: Final[dict[str, Kind]] = {"place": "country", "city": "place", "institution": "body"}
_PARTICLES: Final = frozenset({"and", "of", "for", "on", "the", "in", "de", "van", "von", "al"})
_PLACE_WORDS: Final = {
    "province": "ខេត្ត",
    "district": "ស្រុក",
    "commune": "ឃុំ",
    "village": "ភូមិ",
    "city": "ក្រុង",
    "town": "ក្រុង",
}
_PLACE_WORD: Final = re.compile(rf" ({'|'.join(_PLACE_WORDS)})\b")
_AT_PLACE: Final = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]ff|[Tt]hrough|[Aa]cross) $")
_BEFORE: Final = 10  # characters


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name ``text`` of an English sentence, at ``start``, and the ``khmer`` that is put in.

    The draft has it when it has one of each of ``forms``. Where it ``is_advice`` nobody has
    approved the Khmer, and the draft may put it in another way.
    """

    text: str
    start: int
    kind: Kind
    khmer: str
    forms: tuple[tuple[str, ...], ...]
    is_advice: bool = False

    @property
    def end(self) -> int:
        """Where the name ends in the sentence."""
        return self.start + len(self.text)

    def stands_in(self, target: str) -> bool:
        """Whether the Khmer ``target`` has the name."""
        text = key(target)
        return all(any(key(form) in text for form in own) for own in self.forms)


def missing(source: str, target: str, glossary: Glossary) -> list[Wanted]:
    """The names of ``source`` that ``target`` lacks."""
    absent = [name for name in wanted(source, glossary) if not name.stands_in(target)]
    if not any(name.is_advice for name in absent):
        return absent
    found = places.difference(source, target)
    lost = {one.text for one in (*found.lost, *(gone for gone, _ in found.swapped))}
    return [name for name in absent if not name.is_advice or name.text in lost]


def wanted(source: str, glossary: Glossary) -> tuple[Wanted, ...]:
    """The names of ``source`` in order, none overlapping; those of ``glossary`` come first."""
    found: list[Wanted] = []
    for one in _terms(source, glossary):
        if all(one.end <= other.start or other.end <= one.start for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def _terms(source: str, glossary: Glossary) -> Iterator[Wanted]:
    for term in occurrences(glossary, source):
        spelt = spelled(term.source).search(source)
        kind = _kind(term, source, spelt) if spelt else None
        if spelt and kind:
            yield _of_term(term, kind, source, spelt)


def _of_term(term: Term, kind: Kind, source: str, spelt: re.Match[str]) -> Wanted:
    """With the word that says what kind of place it is, where the English has one."""
    is_advice = term.status != "approved"
    word = _PLACE_WORD.match(source, spelt.end()) if kind == "place" else None
    forms = (term.target, *term.variants)
    if not word:
        return Wanted(spelt[0], spelt.start(), kind, term.target, (forms,), is_advice)
    titled = _PLACE_WORDS[word[1]]
    khmer = titled + term.target.removeprefix(titled)
    return Wanted(spelt[0] + word[0], spelt.start(), kind, khmer, ((khmer,),), is_advice)


def _kind(term: Term, source: str, spelt: re.Match[str]) -> Kind | None:
    """What kind of name ``term`` is where it stands; ``None`` for one that is no name."""
    words = term.source.split()
    if term.note in _NO_NAMES or not term.target or not _is_capitalised(words):
        return None
    if term.note in _KINDS:
        return _KINDS[term.note]
    if term.source.isupper() or not HEADS.isdisjoint(word.lower() for word in words):
        return "body"
    before = source[max(0, spelt.start() - _BEFORE) : spelt.start()]
    if _PLACE_WORD.match(source, spelt.end()) or _AT_PLACE.search(before):
        return "place"
    return "person" if len(words) > 1 else "word"


def _is_capitalised(words: list[str]) -> bool:
    return all(word[0].isupper() for word in words if word not in _PARTICLES)

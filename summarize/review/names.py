"""The names of a run: the Khmer that each has in it, how often, and in which sentences."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from summarize.drafting.known import wanted
from summarize.drafting.wanted import Wanted
from summarize.glossary import Glossary
from summarize.khmer.style.names import parts_of
from summarize.review.records import Reviewed

LOST: Final = ""
"""The form of a name that the Khmer does not have."""
_KINDS: Final = {"body": "institution", "word": "person"}
"""What readers call kinds of names that drafting calls otherwise."""


@dataclass(slots=True)
class NameUse:
    """A name of the English with its ``forms`` in the Khmer and how often each occurs.

    ``khmer`` is what stands for it, ``status`` how far that is trusted: ``approved`` in the
    glossary, ``known`` to the program, or ``proposed`` by the sound. ``kind`` is ``person``,
    ``place``, ``country`` or ``institution``. ``segments`` are keys, ``sentences`` their English.
    """

    name: str
    khmer: str
    status: str
    kind: str
    forms: Counter[str] = field(default_factory=Counter)
    segments: list[str] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many sentences have the name."""
        return self.forms.total()

    @property
    def differs(self) -> bool:
        """Whether it is lost somewhere, or has more than one form."""
        return len(self.forms) > 1 or LOST in self.forms


def names_of(segments: Iterable[Reviewed], glossary: Glossary) -> list[NameUse]:
    """Every name of ``segments`` in the order of first mention; the Khmer is that of now.

    A person named by a part of a name that the article has in full is counted under that; a
    headline comes before the full name.
    """
    found: dict[str, NameUse] = {}
    full: dict[tuple[str, str], Wanted] = {}
    approved = {
        spelling
        for term in glossary.terms
        if term.status == "approved"
        for spelling in term.spellings
    }
    named = [(segment, wanted(segment.source, glossary)) for segment in segments]
    for segment, names in named:
        full = {**_parts(segment.article, names), **full}
    for segment, names in named:
        for one in names:
            person = full.get((segment.article, one.text), one)
            status, kind = _status(person, approved), _KINDS.get(person.kind, person.kind)
            use = found.setdefault(person.text, NameUse(person.text, person.khmer, status, kind))
            use.forms[_form(one, person, segment.target)] += 1
            use.segments.append(segment.key)
            use.sentences.append(segment.source)
    return list(found.values())


def _parts(article: str, names: Iterable[Wanted]) -> Mapping[tuple[str, str], Wanted]:
    """The people of ``article`` by each word of their full names."""
    people = [one for one in names if one.kind == "person"]
    return {(article, word): one for one in reversed(people) for word in one.text.split()}


def _status(one: Wanted, approved: set[str]) -> str:
    if one.is_spelt:
        return "proposed"
    return "approved" if one.text in approved else "known"


def _form(one: Wanted, person: Wanted, target: str) -> str:
    """How ``target`` has the name: in its Khmer, in Latin letters, or not at all.

    A part of the name of ``person``, or the acronym of a body, is the same form.
    """
    part = parts_of(person.text, person.khmer).get(one.text)
    if (part and part in target) or (one.text == one.acronym and one.text in target):
        return person.khmer
    for form in dict.fromkeys((one.khmer, *(form for own in one.forms for form in own))):
        if form in target:
            return form
    if one.stands_in(target):
        return one.khmer
    return one.text if one.text in target else LOST

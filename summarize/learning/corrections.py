"""Corrections of a name or a term that a desk has made in several sentences."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from summarize.drafting.known import wanted
from summarize.glossary import Glossary
from summarize.glossary.match import occurrences
from summarize.khmer.alphabet import LETTER
from summarize.khmer.normalise import key
from summarize.learning import LEAST
from summarize.learning.phrases import meaning_of
from summarize.learning.replaced import Replacement, aligned, projected, replacements
from summarize.names.proposed import choices
from summarize.review.records import Reviewed

Kind = Literal["name", "term"]
_WORDING: Final = re.compile(rf"(?=.*[{LETTER}])[{LETTER}A-Za-z .-]+")
"""Khmer, maybe with Latin letters: no figures and no signs, which are no matter of terms."""


@dataclass(frozen=True, slots=True)
class Correction:
    """The Khmer of ``source`` was changed from ``before`` to ``after`` in several sentences.

    ``segments`` are the keys of one segment for each English sentence. In ``against`` further
    sentences with the same English other Khmer was approved.
    """

    source: str
    before: str
    after: str
    kind: Kind
    segments: tuple[str, ...]
    against: int = 0

    @property
    def count(self) -> int:
        """In how many different sentences it was made."""
        return len(self.segments)


@dataclass(frozen=True, slots=True)
class _Form:
    """The Khmer ``before`` that the draft of ``segment`` has for ``source``, and what it became."""

    source: str
    kind: Kind
    segment: Reviewed
    before: str
    start: int
    after: str


def corrections(
    segments: Iterable[Reviewed], glossary: Glossary, least: int = LEAST
) -> list[Correction]:
    """What people changed in at least ``least`` approved sentences, the most frequent first.

    What ``glossary`` has approved is left out, and what they wrote otherwise at least as often.
    A sentence counts once, however often it was approved.
    """
    approved = {
        one.source: one for one in segments if one.who and one.state == "approved" and one.target
    }.values()
    forms = _forms(approved, glossary)
    found = [*_of_known(forms), *_of_others(list(approved), forms, least)]
    offered = [
        one
        for one in found
        if one.count >= least and one.count > one.against and not _is_settled(one, glossary)
    ]
    return sorted(_one_each(offered), key=lambda one: (-one.count, one.source))


def _forms(approved: Iterable[Reviewed], glossary: Glossary) -> list[_Form]:
    """The known forms of all sentences that were changed, and of others with the same English.

    To look for names takes milliseconds a sentence, and most sentences of a good draft stay.
    """
    changed = [one for one in approved if one.draft != one.target]
    forms = [form for one in changed for form in _known_forms(one, glossary)]
    sources = {one.source for one in forms if _is_change(one.before, one.after)}
    for one in approved:
        if one.draft == one.target and any(source in one.source for source in sources):
            forms += (form for form in _known_forms(one, glossary) if form.source in sources)
    return forms


def _known_forms(segment: Reviewed, glossary: Glossary) -> Iterator[_Form]:
    """The names and terms of the English whose Khmer is known, where the draft has that."""
    names = wanted(segment.source, glossary)
    for one in names:
        spelt = (choice.khmer for choice in choices(one.text)) if one.is_spelt else ()
        forms = (one.khmer, *(form for own in one.forms for form in own), *spelt, one.text)
        yield from _form(one.text, "name", segment, forms)
    for term in occurrences(glossary, segment.source):
        if not any(term.source in one.text for one in names):
            yield from _form(term.source, "term", segment, (term.target, *term.variants))


def _form(source: str, kind: Kind, segment: Reviewed, forms: Iterable[str]) -> Iterator[_Form]:
    before = next((one for one in forms if one and one in segment.draft), None)
    if before is None:
        return
    start = segment.draft.index(before)
    spans = aligned(segment.draft, segment.target)
    after = projected(spans, segment.target, start, start + len(before))
    if after:
        yield _Form(source, kind, segment, before, start, after)


def _of_known(forms: Sequence[_Form]) -> Iterator[Correction]:
    changed: dict[tuple[str, str, str, Kind], list[str]] = defaultdict(list)
    for one in forms:
        if _is_change(one.before, one.after):
            changed[one.source, one.before, one.after, one.kind].append(one.segment.key)
    for (source, before, after, kind), keys in changed.items():
        against = sum(one.source == source and key(one.after) != key(after) for one in forms)
        yield Correction(source, before, after, kind, tuple(keys), against)


def _of_others(
    approved: Sequence[Reviewed], forms: Sequence[_Form], least: int
) -> Iterator[Correction]:
    """Replacements outside the known forms, with the English that they have in common."""
    for found in _repeated(approved, forms).values():
        if len(found) < least:
            continue
        others = [(one.source, one.target) for one in approved if one.source not in found]
        meaning = meaning_of(list(found.values()), list(found), others, least)
        if meaning:
            before, after = meaning.replaced.before, meaning.replaced.after
            keys = tuple(one.key for one in approved if one.source in meaning.sentences)
            yield Correction(meaning.source, before, after, "term", keys, meaning.against)


def _repeated(
    approved: Iterable[Reviewed], forms: Iterable[_Form]
) -> Mapping[tuple[str, str], Mapping[str, Replacement]]:
    """By what was replaced with what: the replacements, each by its English sentence."""
    taken: dict[str, list[_Form]] = defaultdict(list)
    for form in forms:
        taken[form.segment.source].append(form)
    groups: dict[tuple[str, str], dict[str, Replacement]] = defaultdict(dict)
    for one in approved:
        for replaced in replacements(one.draft, one.target):
            apart = all(_is_apart(replaced, form) for form in taken[one.source])
            if apart and _is_change(replaced.before, replaced.after):
                groups[replaced.before, replaced.after][one.source] = replaced
    return groups


def _is_apart(replaced: Replacement, form: _Form) -> bool:
    return replaced.end <= form.start or form.start + len(form.before) <= replaced.start


def _is_change(before: str, after: str) -> bool:
    return key(before) != key(after) and bool(_WORDING.fullmatch(after))


def _is_settled(one: Correction, glossary: Glossary) -> bool:
    """Whether the glossary holds drafts to the form already, as the first or as another."""
    forms = {
        key(form)
        for term in glossary.terms
        if term.status == "approved" and one.source in term.spellings
        for form in (term.target, *term.variants)
    }
    return key(one.after) in forms


def _one_each(found: Iterable[Correction]) -> Iterable[Correction]:
    """For each English the correction made most often: an entry has one form."""
    best: dict[str, Correction] = {}
    for one in found:
        if one.source not in best or one.count > best[one.source].count:
            best[one.source] = one
    return best.values()

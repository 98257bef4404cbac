"""What is wrong with a glossary itself, before any text is held against it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from summarize.glossary.records import Term
from summarize.khmer.alphabet import LETTER
from summarize.khmer.clusters import check
from summarize.khmer.normalise import clean, key

_KHMER: Final = re.compile(f"[{LETTER}]")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the term that has this ``source``."""

    source: str
    message: str


def faults(terms: Sequence[Term]) -> list[Fault]:
    """Everything wrong with ``terms`` one by one and together, in their order."""
    counts = Counter(term.source for term in terms)
    found = [Fault(term.source, message) for term in terms for message in faults_of(term)]
    return found + [
        Fault(source, f"stands {count} times; only the last one holds")
        for source, count in counts.items()
        if count > 1
    ]


def faults_of(term: Term) -> list[str]:
    """What is wrong with one term."""
    if _KHMER.search(term.source):
        return ["has Khmer letters where English belongs; are the columns swapped?"]
    return [*_khmer_faults(term), *_contradictions(term)]


def _khmer_faults(term: Term) -> Iterator[str]:
    if not term.is_kept and not _KHMER.search(term.target):
        yield f"{term.target} has no Khmer letter; to keep the English, let target be the source"
    for form in (term.target, *term.variants, *term.forbidden):
        if clean(form) != form:
            yield f"{form} is encoded in an unusual way; write {clean(form)}"
        for bad in check(clean(form)):
            yield f"{form} has {bad.text}, which no Khmer word has: {bad.reason}"


def _contradictions(term: Term) -> Iterator[str]:
    required = [key(form) for form in (term.target, *term.variants)]
    if len(set(required)) < len(required):
        yield "has the same Khmer twice among target and variants"
    for form in term.forbidden:
        if key(form) in required:
            yield f"{form} is required and forbidden at once"
        elif any(key(form) in other for other in required):
            yield f"{form} is forbidden, and is a part of what is required"

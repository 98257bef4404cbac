"""Bringing new terms into a glossary."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summarize.glossary.records import Term
from summarize.khmer.normalise import clean


@dataclass(frozen=True, slots=True)
class Change:
    """A glossary after new terms came in, and which of them were new or said something else."""

    terms: tuple[Term, ...]
    added: tuple[Term, ...]
    changed: tuple[Term, ...]


def with_terms(own: Sequence[Term], new: Iterable[Term]) -> Change:
    """``own`` with ``new``, whose Khmer is encoded as it should be; places are kept."""
    known = {term.source: term for term in own}
    later = {term.source: cleaned(term) for term in new}
    return Change(
        tuple({**known, **later}.values()),
        tuple(term for source, term in later.items() if source not in known),
        tuple(t for source, t in later.items() if source in known and known[source] != t),
    )


def cleaned(term: Term) -> Term:
    """``term`` with its Khmer encoded as it should be."""
    return replace(
        term,
        target=clean(term.target),
        variants=tuple(map(clean, term.variants)),
        forbidden=tuple(map(clean, term.forbidden)),
    )

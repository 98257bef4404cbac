"""A country that became another one in the Khmer."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from summarize.checks.base import Context, Located
from summarize.checks.countries import is_place, missing
from summarize.glossary import Glossary, Term
from summarize.glossary.match import occurrences
from summarize.glossary.store import shipped_terms
from summarize.khmer.normalise import key
from summarize.records import Segment

_ROOT: Final = 4  # letters that a country shares with its people: China, Chinese
_OTHER_NAMES: Final = {
    "United States": ("u.s", "us", "america"),
    "United Kingdom": ("u.k", "uk", "brit", "engl"),
}


def check(segments: Sequence[Segment], context: Context) -> list[Located]:
    """One that is only missing may be spelt in another way; one in its place is a fault."""
    return [
        (segment.id, f"The English names {lost.source}; the Khmer names {found.target} instead.")
        for segment in segments
        for lost, found in zip(missing(segment, context), foreign(segment), strict=False)
    ]


def foreign(segment: Segment) -> list[Term]:
    """Places that the Khmer names and the English does not, whatever the form of the word."""
    khmer, english = key(segment.target), segment.source.lower()
    for term in occurrences(Glossary(shipped_terms()), segment.source):
        for form in (term.target, *term.variants):
            khmer = khmer.replace(key(form), "\n")
    return [term for form, term in _forms() if form in khmer and not _is_meant(term, english)]


def _is_meant(term: Term, english: str) -> bool:
    names = (term.source[:_ROOT].lower(), *_OTHER_NAMES.get(term.source, ()))
    return any(name in english for name in names)


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[str, Term], ...]:
    return tuple((key(term.target), term) for term in shipped_terms() if is_place(term))

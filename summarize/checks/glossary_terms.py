"""Terms of the glossary: rendered as they must be, never as they must not, kept where told to."""

from collections.abc import Iterator, Sequence
from typing import Final

from summarize.checks.base import Context, Located
from summarize.glossary import Term
from summarize.glossary.match import forbidden_in, is_rendered, occurrences
from summarize.records import Segment

_OF_OTHER_CHECKS: Final = frozenset({"month", "day", "place"})  # as CLDR notes them


def required(segments: Sequence[Segment], context: Context) -> list[Located]:
    """Approved terms whose Khmer is not there."""
    return [
        (segment.id, f"The glossary has {term.target} for “{term.source}”; the Khmer does not.")
        for segment, term in _unrendered(segments, context)
        if term.status == "approved" and not term.is_kept
    ]


def advice(segments: Sequence[Segment], context: Context) -> list[Located]:
    """Terms that no translator has approved: their Khmer is only one way to put it."""
    return [
        (segment.id, f"For “{term.source}” the glossary proposes {term.target}.")
        for segment, term in _unrendered(segments, context)
        if term.status != "approved" and not term.is_kept and not _has_own_check(term)
    ]


def kept(segments: Sequence[Segment], context: Context) -> list[Located]:
    """Terms that are not to be translated, of whatever status, and were."""
    return [
        (segment.id, f"“{term.source}” is to stay as it is in English; the Khmer lacks it.")
        for segment, term in _unrendered(segments, context)
        if term.is_kept
    ]


def forbidden(segments: Sequence[Segment], context: Context) -> list[Located]:
    """What approved terms forbid, where their English occurs."""
    return [
        (segment.id, f"“{form}” is not to stand for “{term.source}”.{_instead(term)}")
        for segment, term in _terms(segments, context)
        if term.status == "approved"
        for form in forbidden_in(term, segment.target)
    ]


def _has_own_check(term: Term) -> bool:
    return term.status == "cldr" and term.note in _OF_OTHER_CHECKS


def _instead(term: Term) -> str:
    return f" Write {term.target}." if term.target else ""


def _unrendered(segments: Sequence[Segment], context: Context) -> Iterator[tuple[Segment, Term]]:
    return (
        (segment, term)
        for segment, term in _terms(segments, context)
        if not is_rendered(term, segment.target)
    )


def _terms(segments: Sequence[Segment], context: Context) -> Iterator[tuple[Segment, Term]]:
    """Each segment with each of its terms; an empty one has a finding already."""
    return (
        (segment, term)
        for segment in segments
        if segment.target.strip()
        for term in occurrences(context.glossary, segment.source)
    )

"""Countries and regions that the English names and the Khmer does not."""

from collections.abc import Sequence
from typing import Final

from summarize.checks.base import Context, Located
from summarize.glossary import Glossary, Term
from summarize.glossary.match import is_rendered, occurrences
from summarize.glossary.store import shipped_terms
from summarize.khmer.normalise import key
from summarize.khmer.transliteration import renderings
from summarize.records import Segment

_PLACE: Final = "place"  # what the note of such a term says


def check(segments: Sequence[Segment], context: Context) -> list[Located]:
    """Looks at the terms from CLDR; without a glossary, at those that come with the program.

    Translators spell many countries in more ways than are listed: one that is spelt by ear passes,
    and all others are notes only.
    """
    return [
        (segment.id, f"The English names {term.source} ({term.target}); the Khmer does not.")
        for segment in segments
        for term in missing(segment, context)
    ]


def missing(segment: Segment, context: Context) -> list[Term]:
    """The places of the English that the Khmer has in no form; none for an empty segment."""
    if not segment.target.strip():
        return []
    glossary = context.glossary if context.glossary.terms else Glossary(shipped_terms())
    return [
        term
        for term in occurrences(glossary, segment.source)
        if is_place(term) and not is_rendered(term, segment.target)
        if not renderings(term.source, key(segment.target))
    ]


def is_place(term: Term) -> bool:
    """Whether it is for this check, and not for that of unapproved terms."""
    return term.status == "cldr" and term.note == _PLACE

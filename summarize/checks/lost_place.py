"""Countries, peoples, places and bodies that the English names and the Khmer does not."""

from collections.abc import Sequence

from summarize.checks.base import Context, Located
from summarize.glossary.match import occurrences
from summarize.names.entities import Named, difference, is_spelt_otherwise
from summarize.records import Segment


def check(segments: Sequence[Segment], context: Context) -> list[Located]:
    """Names that the own glossary has are left to the check of its terms.

    A name that is spelt in another way than the table knows is there; names of the draft are
    brought to the usual spelling before.
    """
    return [
        (
            segment.id,
            f"The English names {lost.text} ({lost.place.khmer}); the Khmer does not.",
        )
        for segment in segments
        for lost in difference(segment.source, segment.target).lost
        if not _is_approved(lost, segment, context)
        if not is_spelt_otherwise(lost.place, segment.target)
    ]


def _is_approved(lost: Named, segment: Segment, context: Context) -> bool:
    return any(
        term.status == "approved" and term.source == lost.text
        for term in occurrences(context.glossary, segment.source)
    )

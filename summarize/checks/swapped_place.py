"""A country, city or body that became another one in the Khmer."""

from collections.abc import Sequence

from summarize.checks.base import Context, Located
from summarize.names.entities import difference
from summarize.records import Segment


def check(segments: Sequence[Segment], context: Context) -> list[Located]:
    """One of its kind stands where the Khmer lacks it."""
    return [
        (segment.id, f"The English names {lost.text}; the Khmer names {found.text} instead.")
        for segment in segments
        for lost, found in difference(segment.source, segment.target).swapped
    ]

"""Countries, places and bodies that the Khmer names and the English does not."""

from collections.abc import Sequence

from summarize.checks.base import Context, Located
from summarize.names.entities import difference, is_in_charge, names
from summarize.records import Segment


def check(segments: Sequence[Segment], context: Context) -> list[Located]:
    """What another sentence of the draft names may be meant here: "the country" by its name."""
    return [
        (segment.id, f"The Khmer names {found.text} ({found.place.english}); the English does not.")
        for segment in segments
        for found in difference(segment.source, segment.target).invented
        if not any(names(other.source, found.place) for other in segments)
        if not is_in_charge(segment.source, found.place)
    ]

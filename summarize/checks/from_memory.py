"""What comes from the translation memory: a translator need not write it, only agree."""

from collections.abc import Sequence

from summarize.checks.base import Context, Located
from summarize.records import Segment


def check(segments: Sequence[Segment], context: Context) -> list[Located]:
    """No fault, but good to know."""
    del context  # nothing else to look at
    return [
        (segment.id, "From memory: this Khmer was approved for the same English before.")
        for segment in segments
        if segment.origin == "memory"
    ]

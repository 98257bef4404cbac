"""What comes from the translation memory: a translator need not write it, only agree."""

from collections.abc import Sequence
from typing import Final

from summarize.checks.base import Context, Located
from summarize.records import Segment

_TOLD: Final = {
    "memory": "From memory: this Khmer was approved for the same English before.",
    "fuzzy": "From memory: this Khmer was approved for nearly the same English before.",
}
"""By the origin of a segment."""


def check(segments: Sequence[Segment], context: Context) -> list[Located]:
    """No fault, but good to know."""
    del context  # nothing else to look at
    return [(segment.id, _TOLD[segment.origin]) for segment in segments if segment.origin in _TOLD]

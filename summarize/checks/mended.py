"""What the program itself put right in the Khmer: a translator should know of it."""

from collections.abc import Sequence

from summarize.checks.base import Context, Located
from summarize.records import Segment


def check(segments: Sequence[Segment], context: Context) -> list[Located]:
    """No fault, but a person should look at it once."""
    del context  # nothing else to look at
    return [
        (segment.id, f"Put right by the program: {segment.mended}")
        for segment in segments
        if segment.mended
    ]

"""Search in English and Khmer, in the form in which what looks the same is equal."""

from collections.abc import Callable

from summarize.khmer.normalise import key
from summarize.review.records import Reviewed


def matcher(query: str) -> Callable[[Reviewed], bool]:
    """Whether a segment has ``query`` in its English, whatever the case, or in its Khmer."""
    wanted = key(query).casefold()

    def matches(segment: Reviewed) -> bool:
        return wanted in key(segment.source).casefold() or wanted in key(segment.target).casefold()

    return matches

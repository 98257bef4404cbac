"""What the checks say of the Khmer as it stands; computed when asked for, never stored."""

from collections.abc import Sequence

from summarize.checks import Context, check_draft
from summarize.records import Finding, Segment
from summarize.review.records import Reviewed

_Texts = tuple[tuple[str, str, str], ...]


class Checker:
    """Checks the segments of an article together; the same texts are checked only once."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._known: dict[str, tuple[_Texts, tuple[Finding, ...]]] = {}

    def check(self, article: str, segments: Sequence[Reviewed]) -> tuple[Finding, ...]:
        """Findings about all ``segments`` of ``article``; ``where`` is the id of a segment."""
        texts = tuple((one.id, one.source, one.target) for one in segments)
        known = self._known.get(article)
        if known is not None and known[0] == texts:
            return known[1]
        drafts = [Segment(one.id, one.id, one.source, one.target) for one in segments]
        found = tuple(check_draft(drafts, self.context))
        self._known[article] = texts, found
        return found

"""What the checks say of the Khmer as it stands; computed when asked for, never stored."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from summarize.checks import Context, check_segment, check_together
from summarize.records import Finding, Segment
from summarize.review.records import Reviewed

REMEMBERED: Final = 10_000
"""Sentences with their Khmer whose findings are kept: a day of many editors."""
_Texts = tuple[tuple[str, str, str], ...]


class Checker:
    """Checks the segments of an article together; the same texts are checked only once.

    An edit changes one sentence: what the others say by themselves is known already.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self._known: dict[str, tuple[_Texts, tuple[Finding, ...]]] = {}
        self._alone = lru_cache(maxsize=REMEMBERED)(self._check_alone)

    def check(self, article: str, segments: Sequence[Reviewed]) -> tuple[Finding, ...]:
        """Findings about all ``segments`` of ``article``; ``where`` is the id of a segment."""
        texts = tuple((one.id, one.source, one.target) for one in segments)
        known = self._known.get(article)
        if known is not None and known[0] == texts:
            return known[1]
        found = self._check([Segment(id, id, source, target) for id, source, target in texts])
        self._known[article] = texts, found
        return found

    def check_pair(self, source: str, target: str) -> tuple[Finding, ...]:
        """Findings about the Khmer ``target`` for the English ``source``, which stand alone."""
        return self._check([Segment("k1", "s1", source, target)])

    def _check(self, segments: Sequence[Segment]) -> tuple[Finding, ...]:
        alone = (
            replace(finding, where=one.id)
            for one in segments
            for finding in self._alone(one.source, one.target)
        )
        return (*alone, *check_together(segments, self.context))

    def _check_alone(self, source: str, target: str) -> tuple[Finding, ...]:
        return tuple(check_segment(Segment("", "", source, target), self.context))

"""How sure the program is of the segments that still are as the machine drafted them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from summarize.confidence import Level, level_of
from summarize.confidence.levels import capped, severities_of
from summarize.output.words import confidence_words
from summarize.records import Finding, Result, Severity
from summarize.review.records import Reviewed, State
from summarize.review.store import ReviewStore

_BY_PEOPLE: Final[frozenset[State]] = frozenset({"edited", "approved"})


@dataclass(frozen=True, slots=True)
class Weighed:
    """A level and the confidence behind it, ``None`` where only findings tell."""

    level: Level
    confidence: float | None

    @property
    def words(self) -> str:
        """Such as ``check it (41%)``; "" where nothing is known."""
        return confidence_words(self.level, self.confidence)


def weighed(
    result: Result, segments: Sequence[Reviewed], findings: Iterable[Finding]
) -> dict[str, Weighed]:
    """By id the segments of ``result`` that no person has written or approved.

    A draft in which a name was changed still is one. ``findings`` are of the Khmer as it is now.
    """
    drafted = {one.id: one for one in result.segments}
    machine = [
        drafted[one.id]
        for one in segments
        if one.state not in _BY_PEOPLE
        and one.id in drafted
        and one.draft == drafted[one.id].target
        and (one.state == "draft" or one.target == one.draft)
    ]
    found = severities_of(findings)
    return {one.id: _weighed(one.confidence, found.get(one.id, ())) for one in machine}


def _weighed(chance: float | None, severities: Sequence[Severity]) -> Weighed:
    """The findings of today may be worse than those that the number was computed with."""
    known = None if chance is None else capped(chance, severities)
    return Weighed(level_of(known, severities), known)


def of_article(store: ReviewStore, article: str) -> dict[str, Weighed]:
    """:func:`weighed` of the article ``article``. Raises ``UsageError`` for no such one."""
    return weighed(store.article(article), store.segments(article), store.findings(article))


def sureness(own: Iterable[Weighed]) -> tuple[float, float]:
    """Sorts articles, the least sure first: the share that is likely usable, the mean confidence.

    Where nothing is left to the machine there is no doubt.
    """
    marks = list(own)
    known = [one.confidence for one in marks if one.confidence is not None]
    share = fmean(one.level == "usable" for one in marks) if marks else 1.0
    return share, fmean(known) if known else 1.0

"""What people decided about drafts, as examples of usable and unusable ones to learn from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarize.checks import USUAL, Context, check_pair
from summarize.confidence.features import DOUBTS, Features, features
from summarize.confidence.fitting import brier, cross_validated, fit
from summarize.confidence.levels import capped
from summarize.confidence.regression import Regression
from summarize.errors import UsageError
from summarize.records import Segment, Severity
from summarize.review.distance import post_edit_distance
from summarize.review.records import Reviewed
from summarize.review.store import ReviewStore

LIGHT: Final = 0.2
"""The largest post-edit distance of a draft that was usable with light edits."""
LEAST: Final = 60
LEAST_OF_EACH: Final = 10
"""Decisions below which what is fitted would be chance."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A draft, what was known of it, and whether people found it usable."""

    source: str
    features: Features
    severities: tuple[Severity, ...]
    is_usable: bool


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was fitted, and mean squared errors on decisions that it was not fitted on.

    ``before`` is that of the coefficients in force. Both are Brier scores, 0 to 1, lower is better.
    """

    regression: Regression
    decisions: int
    usable: int
    brier: float
    before: float

    @property
    def is_better(self) -> bool:
        """Whether the new coefficients tell usable drafts better than those in force."""
        return self.brier < self.before


def decisions(store: ReviewStore, context: Context = USUAL) -> list[Decision]:
    """One for each machine draft that somebody approved, or marked as needing work."""
    found = []
    for progress in store.articles():
        result = store.article(progress.id)
        drafted = {one.id: one for one in result.segments}
        for segment in store.segments(progress.id):
            draft = drafted.get(segment.id)
            if draft is not None and (one := _decision(segment, draft, context)):
                found.append(one)
    return found


def _decision(segment: Reviewed, draft: Segment, context: Context) -> Decision | None:
    is_decided = segment.is_confirmed or segment.state == "needs-work"
    if not is_decided or draft.target != segment.draft or draft.source != segment.source:
        return None
    severities = tuple(one.severity for one in check_pair(draft.source, draft.target, context))
    known = features(draft, severities)
    if known is None:  # from the memory, or by a translator that does not tell
        return None
    distance = post_edit_distance(segment.draft, segment.target)
    is_usable = segment.state == "approved" and distance <= LIGHT
    return Decision(segment.source, known, severities, is_usable)


def calibrate(found: Sequence[Decision], before: Regression) -> Calibration:
    """Coefficients fitted on ``found``, compared with those of ``before``. ``UsageError``."""
    usable = [one.is_usable for one in found]
    fewest = min(usable.count(True), usable.count(False))
    if len(found) < LEAST or fewest < LEAST_OF_EACH:
        raise UsageError(
            f"{len(found)} decisions, {usable.count(True)} of them for a draft as it was, are too"
            " few to learn from",
            f"It takes {LEAST}, at least {LEAST_OF_EACH} of each kind: approve, or mark as needing"
            " work, sentence by sentence, then try again.",
        )
    rows = [one.features for one in found]
    new = cross_validated(rows, usable, [one.source for one in found], DOUBTS)
    return Calibration(
        fit(rows, usable, DOUBTS),
        len(found),
        usable.count(True),
        _brier(new, found),
        _brier([before.probability(row) for row in rows], found),
    )


def _brier(chances: Sequence[float], found: Sequence[Decision]) -> float:
    shown = [capped(p, one.severities) for p, one in zip(chances, found, strict=True)]
    return brier(shown, [one.is_usable for one in found])

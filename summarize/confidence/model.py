"""P(usable) of a drafted sentence, by the coefficients that come with the program.

Fitted by :mod:`training.confidence.fit` on drafts of the embedded translator, "usable" being a
sentence chrF above a threshold: no person has rated the drafts yet. The measurements are in
``benchmarks/results/confidence.md``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Final

from summarize.confidence.features import features
from summarize.confidence.levels import capped, severities_of
from summarize.confidence.regression import Regression, parse_regression
from summarize.records import Finding, Segment, Severity

FILE: Final = "coefficients.toml"
_PLACES: Final = 3


def confidence(
    segment: Segment, severities: Iterable[Severity], fitted: Regression | None = None
) -> float | None:
    """How likely the draft is usable, 0 to 1; ``None`` where the model's score is unknown.

    ``severities`` are those of its findings; ``fitted`` is a desk's own instead of the shipped
    regression.
    """
    found = list(severities)
    known = features(segment, found)
    if known is None:
        return None
    return round(capped((fitted or shipped()).probability(known), found), _PLACES)


def with_confidence(
    segments: Sequence[Segment], findings: Sequence[Finding], fitted: Regression | None = None
) -> tuple[Segment, ...]:
    """``segments`` with the confidence in each, given all that the checks found."""
    found = severities_of(findings)
    return tuple(
        replace(segment, confidence=confidence(segment, found.get(segment.id, ()), fitted))
        for segment in segments
    )


@cache
def shipped() -> Regression:
    """The regression that comes with the program."""
    return parse_regression(files(__package__).joinpath(FILE).read_text("utf-8"))

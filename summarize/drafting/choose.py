"""Which of several drafts of one sentence to keep."""

from collections.abc import Sequence

from summarize.backends.base import Candidate
from summarize.checks import USUAL, Context, check_pair


def best(candidates: Sequence[Candidate], source: str, context: Context = USUAL) -> Candidate:
    """The candidate with the least severe findings: fewest errors, then warnings, then infos.

    Among equals the likeliest to the model wins, then the first. Raises ``ValueError`` when there
    are no candidates.
    """
    return min(candidates, key=lambda one: (*_burden(source, one.text, context), -one.score))


def _burden(source: str, candidate: str, context: Context) -> tuple[int, int, int]:
    severities = [finding.severity for finding in check_pair(source, candidate, context)]
    return severities.count("error"), severities.count("warning"), severities.count("info")

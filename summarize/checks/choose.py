"""Which of several drafts of one sentence to keep."""

from collections.abc import Sequence

from summarize.checks.base import USUAL, Context
from summarize.checks.registry import check_pair


def fewest(candidates: Sequence[str], source: str, context: Context = USUAL) -> str:
    """The candidate with the least severe findings: fewest errors, then warnings, then infos.

    The first wins a tie. Raises ``ValueError`` when there are no candidates.
    """
    return min(candidates, key=lambda candidate: _burden(source, candidate, context))


def _burden(source: str, candidate: str, context: Context) -> tuple[int, int, int]:
    severities = [finding.severity for finding in check_pair(source, candidate, context)]
    return severities.count("error"), severities.count("warning"), severities.count("info")

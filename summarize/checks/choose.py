"""Which of several drafts of one sentence to keep."""

from collections.abc import Sequence

from summarize.checks.registry import check_pair


def fewest(candidates: Sequence[str], source: str) -> str:
    """The candidate with the least severe findings: fewest errors, then warnings, then infos.

    The first wins a tie. Raises ``ValueError`` when there are no candidates.
    """
    return min(candidates, key=lambda candidate: _burden(source, candidate))


def _burden(source: str, candidate: str) -> tuple[int, int, int]:
    severities = [finding.severity for finding in check_pair(source, candidate, "")]
    return severities.count("error"), severities.count("warning"), severities.count("info")

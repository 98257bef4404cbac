"""Which of several drafts of one sentence to keep."""

from collections.abc import Callable, Iterable, Sequence

from summarize.backends.base import Candidate
from summarize.checks import USUAL, Context, check_pair
from summarize.drafting.known import missing


def best(candidates: Sequence[Candidate], source: str, context: Context = USUAL) -> Candidate:
    """The candidate with the least severe findings: fewest errors, then warnings, then infos.

    A name whose Khmer is known and that is not there counts as an error. Among equals the likeliest
    to the model wins, then the first. Raises ``ValueError`` when there are no candidates.
    """
    return min(candidates, key=_weigher(source, context))


def ranked(
    candidates: Iterable[Candidate], source: str, context: Context = USUAL
) -> list[Candidate]:
    """All candidates in the order of :func:`best`."""
    return sorted(candidates, key=_weigher(source, context))


def _weigher(source: str, context: Context) -> Callable[[Candidate], tuple[float, ...]]:
    return lambda one: (*_burden(source, one.text, context), -one.score)


def _burden(source: str, candidate: str, context: Context) -> tuple[int, int, int]:
    severities = [finding.severity for finding in check_pair(source, candidate, context)]
    errors = severities.count("error") + len(missing(source, candidate, context.glossary))
    return errors, severities.count("warning"), severities.count("info")

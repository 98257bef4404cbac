"""What may be approved, and why something may not: the one place where that is decided.

The command line, the page and imports all ask here. An error stands against every approval that is
not forced. In bulk, where nobody has each sentence before them, more does.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, Literal, get_args

from summarize.records import Finding
from summarize.review.records import State

Reason = Literal["error", "warning", "needs-work"]
REASONS: Final[tuple[Reason, ...]] = get_args(Reason)
_IN_WORDS: Final[dict[Reason, str]] = {
    "error": "with errors",
    "warning": "with warnings",
    "needs-work": "marked as needing work",
}


def errors_of(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What stands against any approval that is not forced."""
    return tuple(finding for finding in findings if finding.severity == "error")


def reason_against(
    state: State, findings: Sequence[Finding], *, in_bulk: bool = False, force: bool = False
) -> Reason | None:
    """Why a segment in ``state`` with these ``findings`` is not to be approved; ``None`` if it is.

    ``force`` overrides what checks say, never the person who said that it needs work.
    """
    if in_bulk and state == "needs-work":
        return "needs-work"
    if force:
        return None
    if errors_of(findings):
        return "error"
    if in_bulk and any(finding.severity == "warning" for finding in findings):
        return "warning"
    # Once segments have a level of confidence, the top one is asked for here where ``in_bulk``.
    return None


def in_words(reasons: Iterable[Reason]) -> str:
    """How many segments have which reason, such as ``3 with errors, 1 with warnings``."""
    counts = Counter(reasons)
    return ", ".join(f"{counts[one]} {words}" for one, words in _IN_WORDS.items() if counts[one])

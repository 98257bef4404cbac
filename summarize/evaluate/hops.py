"""Which hop a check belongs to: 1, the summary against its article; 2, the Khmer against it."""

from typing import Literal

from summarize.checks import registry

Hop = Literal[1, 2]


def hops() -> dict[str, Hop]:
    """The hop of every registered check by its id."""
    first = {check.id for check in registry.SENTENCE_CHECKS}
    first |= {check.id for check in registry.SUMMARY_CHECKS}
    return {name: 1 if name in first else 2 for name in registry.CHECKS}

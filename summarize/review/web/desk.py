"""What every answer needs: the review, the memory, what the checks look at, and who is asking."""

from collections.abc import Callable
from dataclasses import dataclass

from summarize.checks import Context
from summarize.memory import Memory
from summarize.review.store import ReviewStore


@dataclass(frozen=True, slots=True)
class Desk:
    """One reviewer at work; ``who`` signs what they do.

    ``approve`` puts a name with its Khmer into the glossary of the reviewer, and returns what the
    checks look at from then on. It may raise ``SummarizeError``.
    """

    store: ReviewStore
    memory: Memory
    who: str
    approve: Callable[[str, str], Context]

    @property
    def context(self) -> Context:
        """What the checks look at."""
        return self.store.context

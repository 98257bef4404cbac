"""What every answer needs: the review, the memory, what the checks look at, and who is asking."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from summarize.checks import Context
from summarize.memory import Memory
from summarize.review.store import ReviewStore

Kind = Literal["proposed", "name", "term"]
"""What is approved: a name as the program proposed it by its sound, any other name, or a term."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One reviewer at work; ``who`` signs what they do.

    ``approve`` puts English with its Khmer into the glossary of the reviewer, and returns what the
    checks look at from then on. It may raise ``SummarizeError``.
    """

    store: ReviewStore
    memory: Memory
    who: str
    approve: Callable[[str, str, Kind], Context]

    @property
    def context(self) -> Context:
        """What the checks look at."""
        return self.store.context

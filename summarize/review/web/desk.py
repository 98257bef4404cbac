"""What every answer needs: the review, the memory, what the checks look at, and who is asking."""

from dataclasses import dataclass

from summarize.checks import Context
from summarize.memory import Memory
from summarize.review.store import ReviewStore


@dataclass(frozen=True, slots=True)
class Desk:
    """One reviewer at work; ``who`` signs what they do."""

    store: ReviewStore
    memory: Memory
    context: Context
    who: str

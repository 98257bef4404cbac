"""The memory at work: asked on the way of an article, taught by a review, in the way of neither."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from summarize.checks import USUAL, Context
from summarize.drafting.exchanged import repaired
from summarize.errors import ReviewError
from summarize.memory.records import Judged
from summarize.memory.store import Memory

FUZZY: Final = 0.8
"""How like the approved sentence must be, 0 to 1, for its Khmer to be made that of another."""
_TRIED: Final = 5
"""Sentences as like as that which are looked at, the most alike first."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """Khmer from the memory.

    ``note`` is what was exchanged in it, "" where it was approved for this very English.
    """

    target: str
    note: str = ""


Lookup = Callable[[Sequence[str]], Mapping[str, Recalled]]
"""The Khmer of those English sentences of which the memory has any."""


def know_nothing(_: Sequence[str]) -> Mapping[str, Recalled]:
    """No sentence is known: without a memory."""
    return {}


def tolerant_lookup(
    memory: Memory, notify: Callable[[str], None], context: Context = USUAL
) -> Lookup:
    """Exact matches of ``memory``, and fuzzy ones whose numbers, dates and names can be exchanged.

    The checks look at the latter with ``context``. Where the memory cannot be used there are none,
    and ``notify`` is told.
    """

    def look_up(sources: Sequence[str]) -> Mapping[str, Recalled]:
        try:
            known = memory.exact(sources)
            found = {source: Recalled(entry.target) for source, entry in known.items()}
            for source in sources:
                if source not in found and (near := _nearly(memory, source, context)):
                    found[source] = near
            return found
        except ReviewError as error:
            notify(f"{error.message}\nGoing on without it. {error.hint}")
            return {}

    return look_up


def _nearly(memory: Memory, source: str, context: Context) -> Recalled | None:
    for match in memory.matches(source, _TRIED, FUZZY):
        found = repaired(match.entry.source, match.entry.target, source, context)
        if found is not None:
            return Recalled(found.target, found.note)
    return None


def tolerant_learner(
    memory: Memory, notify: Callable[[str], None]
) -> Callable[[Sequence[Judged]], None]:
    """Teaches ``memory``; where that cannot be used the review goes on, and ``notify`` is told."""

    def learn(segments: Sequence[Judged]) -> None:
        try:
            memory.learn(segments)
        except ReviewError as error:
            notify(f"{error.message}\nThe review is kept all the same. {error.hint}")

    return learn

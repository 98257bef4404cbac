"""The memory at work: asked on the way of an article, taught by a review, in the way of neither."""

from collections.abc import Callable, Mapping, Sequence

from summarize.errors import ReviewError
from summarize.memory.records import Judged
from summarize.memory.store import Memory

Lookup = Callable[[Sequence[str]], Mapping[str, str]]
"""The approved Khmer of those English sentences that have one."""


def know_nothing(_: Sequence[str]) -> Mapping[str, str]:
    """No sentence is known: without a memory."""
    return {}


def tolerant_lookup(memory: Memory, notify: Callable[[str], None]) -> Lookup:
    """Exact matches of ``memory``; where that cannot be used, none, and ``notify`` is told."""

    def look_up(sources: Sequence[str]) -> Mapping[str, str]:
        try:
            return {source: entry.target for source, entry in memory.exact(sources).items()}
        except ReviewError as error:
            notify(f"{error.message}\nGoing on without it. {error.hint}")
            return {}

    return look_up


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

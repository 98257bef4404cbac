"""What the worker is asked for, and what it answers, bit by bit."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from summarize.backends.base import SummarySpec
from summarize.errors import SummarizeError
from summarize.records import Article, Result, Segment, Summary
from summarize.steps import Asked, Khmer, Underway


@dataclass(frozen=True, slots=True)
class Summarised:
    """The English summary is there."""

    summary: Summary


@dataclass(frozen=True, slots=True)
class SegmentReady:
    """One Khmer sentence is there, as it is by itself: the whole may change what stands once."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class Finished:
    """All is there: the last answer."""

    result: Result


@dataclass(frozen=True, slots=True)
class Failed:
    """It cannot be done: the last answer."""

    error: SummarizeError


Answer = Summarised | SegmentReady | Finished | Failed
Tell = Callable[[Answer], None]
"""Called in the thread of the worker; it must return at once."""


@dataclass(slots=True, eq=False)
class Order:
    """One article to be summarised and drafted, or drafted whole where ``spec`` is ``None``.

    ``bit_by_bit`` asks for its sentences as they come, ``draft`` for any Khmer at all. Only the
    worker changes the fields below these.
    """

    article: Article
    tell: Tell
    spec: SummarySpec | None = None
    bit_by_bit: bool = False
    draft: bool = True
    cancelled: threading.Event = field(default_factory=threading.Event)
    state: Underway = field(init=False)
    khmer: Khmer = field(init=False, default_factory=lambda: Khmer({}, {}))
    told: int = field(init=False, default=0)
    milliseconds: dict[str, float] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.state = Underway(self.article)

    @property
    def size(self) -> int:
        """Sentences that it takes, at most."""
        return len(self.article.sentences) if self.spec is None else self.spec.sentences

    @property
    def english(self) -> list[Asked]:
        """What is to be drafted."""
        return self.state.english if self.draft else []

    def is_known(self, text: str) -> bool:
        """Whether the Khmer of ``text`` is there."""
        return text in self.khmer.approved or text in self.khmer.drafted

    def missing(self) -> Iterator[Asked]:
        """What has no Khmer yet, in order."""
        return (one for one in self.english if not self.is_known(one.text))

    def take(self, khmer: Khmer) -> None:
        """Keep what ``khmer`` has of it."""
        own = {one.text for one in self.english}
        self.khmer = Khmer(
            {**self.khmer.approved, **{t: k for t, k in khmer.approved.items() if t in own}},
            {**self.khmer.drafted, **{t: k for t, k in khmer.drafted.items() if t in own}},
        )

"""The records of a review: one segment as it stands, a change asked for, and what came of it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from summarize.records import Finding

State = Literal["draft", "needs-work", "edited", "approved"]
STATES: Final[tuple[State, ...]] = get_args(State)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One segment as it stands: the English, the machine's Khmer, and the Khmer of now.

    ``article`` is :attr:`Article.id`, ``id`` the segment's within it. ``version`` counts changes,
    from 0 for an untouched draft; ``who`` and ``when`` (ISO 8601, UTC) are of the last one, with
    ``who`` "" where it was the program. ``opened`` tells that a person has had this English with
    this Khmer before them: opened it in the page, or named it.
    """

    article: str
    id: str
    source: str
    draft: str
    target: str
    state: State
    version: int
    who: str = ""
    when: str = ""
    opened: bool = False

    @property
    def is_approved(self) -> bool:
        """Whether the Khmer of now is approved."""
        return self.state == "approved"

    @property
    def is_confirmed(self) -> bool:
        """Whether it was approved by somebody who had it before them: the memory takes no other."""
        return self.opened and self.is_approved

    @property
    def words(self) -> int:
        """How many English words it has: what translators count their work in."""
        return len(self.source.split())

    @property
    def key(self) -> str:
        """Identifies the segment in exchange files."""
        return f"{self.article}:{self.id}"

    @property
    def source_sha256(self) -> str:
        """Guards an import against a source that has changed meanwhile."""
        return hashlib.sha256(self.source.encode()).hexdigest()


def approval(source: str, target: str) -> str:
    """What an approval is bound to: it lapses when either text changes. SHA-256, hexadecimal."""
    return hashlib.sha256(f"{source}\0{target}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Edit:
    """A change somebody asks for, made on top of ``version``; ``target`` ``None`` leaves the text.

    A version that is no longer current is a conflict, never an overwriting. ``opened`` tells that
    they have this one segment before them; of many at once, or of a file, nobody knows that.
    ``note`` says in the history why it was changed, where nobody has written it anew.
    """

    article: str
    id: str
    version: int
    target: str | None = None
    state: State | None = None
    opened: bool = False
    note: str = ""

    @property
    def key(self) -> str:
        """That of the segment."""
        return f"{self.article}:{self.id}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an edit: the segment as it stands now, and whether the edit is in it."""

    segment: Reviewed
    done: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One step in the history of a segment; ``distance`` is the post-edit distance of its text.

    It is the Levenshtein distance from the machine's draft in characters, over the longer length,
    0 to 1. ``source`` is the English that the text was written for. ``note`` is why it was changed
    where nobody has written it anew, "" otherwise.
    """

    version: int
    who: str
    when: str
    state: State
    target: str
    distance: float
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """What came in with results, in numbers.

    ``redrafted`` counts segments whose English is the same and whose untouched draft is another,
    ``changed`` those whose English is another, ``removed`` those that results no longer have.
    """

    articles: int = 0
    segments: int = 0
    redrafted: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the review of one article has come: segments by state, and what checks find.

    ``states`` has every state, ``findings`` are of the Khmer as it stands now.
    """

    id: str
    title: str
    source: str
    states: Mapping[State, int]
    findings: tuple[Finding, ...]

    @property
    def segments(self) -> int:
        """How many there are."""
        return sum(self.states.values())

    @property
    def is_done(self) -> bool:
        """Whether every segment is approved."""
        return self.states["approved"] == self.segments

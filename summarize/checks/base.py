"""What a check is: a pure function with a name, a severity and one line of documentation.

A function returns one message a fault, in plain English that a reporter or a translator can act
upon. There are four kinds, by what they look at; each check is one file and one line in the
registry.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from summarize.checks.evidence import Evidence
from summarize.glossary import NO_TERMS, Glossary
from summarize.records import Segment, Severity

F = TypeVar("F")
Located = tuple[str, str]
"""The id of a sentence or segment, and the message about it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the checks may look at besides the texts; ``skip`` names checks that are switched off.

    ``glossary`` has the terms that are required, forbidden or kept in English.
    """

    glossary: Glossary = NO_TERMS
    skip: frozenset[str] = frozenset()


USUAL: Final = Context()


@dataclass(frozen=True, slots=True)
class Check(Generic[F]):
    """One registered check; what ``function`` takes depends on its kind."""

    id: str
    severity: Severity
    doc: str
    function: F


SentenceCheck = Callable[[str, Evidence], list[str]]
"""Hop one: a summary sentence against its article."""

SummaryCheck = Callable[[Sequence[str], Evidence], list[tuple[int, str]]]
"""Hop one: the sentences of a whole summary; a message comes with the index of its sentence."""

SegmentCheck = Callable[[str, str], list[str]]
"""Hop two: an English sentence and its Khmer."""

DraftCheck = Callable[[Sequence[Segment], Context], list[Located]]
"""Hop two: all segments of a draft, with the glossary; also for a draft of one segment."""

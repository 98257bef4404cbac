"""What goes into exchange files, and what comes back in them."""

import re
from dataclasses import dataclass
from typing import Final

from summarize.khmer.alphabet import LETTER
from summarize.review.notes import Note
from summarize.review.records import Reviewed, State

_KHMER: Final = re.compile(f"[{LETTER}]")
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Row:
    """A segment to give away.

    ``notes`` are what the checks say of it and ``faulty`` whether one of them is an error;
    ``origin`` is that of the draft, :attr:`Segment.origin`: a model's, or the translation memory's.
    ``confidence`` is how likely the machine's draft is usable, 0 to 1, ``None`` where that is not
    known or a person has been at it. ``remarks`` are what colleagues noted on it.
    """

    segment: Reviewed
    notes: tuple[str, ...] = ()
    faulty: bool = False
    origin: str = ""
    confidence: float | None = None
    remarks: tuple[Note, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """Notes and remarks, for formats that have one place for both."""
        return (*self.notes, *(remark.told for remark in self.remarks))


@dataclass(frozen=True, slots=True)
class Document:
    """The segments of one article; ``source`` is where the article came from."""

    id: str
    title: str
    source: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """A segment as a file has it; its text is as found, not normalised.

    ``key`` is :attr:`Reviewed.key`. ``source`` or ``sha256`` tell which English it was made for;
    each is "" and ``version``, the one that was exported, ``None`` where the file does not say.
    ``state`` is ``None`` where the format or the tool has none. ``key`` is "" where the row has
    lost its id; ``place`` says where in which file it stands. ``problem`` is why an edit in it
    cannot be taken even so, "" for none.
    """

    key: str
    target: str
    source: str = ""
    sha256: str = ""
    version: int | None = None
    state: State | None = None
    place: str = ""
    problem: str = ""


def has_khmer(text: str) -> bool:
    """Whether any Khmer letter is in ``text``."""
    return _KHMER.search(text) is not None


def writable(text: str) -> str:
    """``text`` without the control characters that neither XML nor spreadsheets can hold."""
    return _UNWRITABLE.sub("", text)


def read_version(text: str) -> int | None:
    """The number in ``text``, ``None`` where there is none or a tool has changed it."""
    stripped = text.strip().removesuffix(".0")  # spreadsheets make floats of numbers
    return int(stripped) if stripped.isdecimal() else None

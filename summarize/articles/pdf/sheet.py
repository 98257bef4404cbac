"""What is on a page of a PDF: words where they stand, and lines made of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a part of one, in points along and across the direction of writing.

    ``base`` is the height of its baseline, growing upwards; ``turn`` the direction in degrees;
    ``glued`` says that no space parts it from the word before; ``raised`` marks a superscript.
    """

    text: str
    start: float
    end: float
    base: float
    size: float
    bold: bool = False
    turn: int = 0
    glued: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: ``pictures`` is the share of it that they cover, ``shapes`` how much is drawn."""

    words: tuple[Word, ...] = ()
    pictures: float = 0.0
    shapes: int = 0
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """All pages, and the title that the file says it has."""

    title: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column; ``first`` is the width of its first word."""

    text: str
    start: float
    end: float
    base: float
    size: float
    bold: bool = False
    first: float = 0.0


@dataclass(frozen=True, slots=True)
class Column:
    """Lines from the top down, or a table, which has none that are read."""

    lines: tuple[Line, ...] = ()
    is_table: bool = False

"""What a format gives: a title and paragraphs, before they are cleaned."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["title", "heading", "paragraph", "missing"]
Flow = tuple[Kind, str]
"""A piece of a document by its kind, and its text; of what is missing, what it is."""


@dataclass(frozen=True, slots=True)
class Page:
    """Title ("" where the format names none) and paragraphs, in reading order.

    ``left_out`` names what the reader had to leave out though it may matter, such as ``a table``.
    """

    title: str
    paragraphs: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def page_of(flow: Sequence[Flow], title: str = "") -> Page:
    """The page of a document: its title, else its first heading, else ``title``."""
    titles = [text for kind, text in flow if kind == "title"]
    headings = [text for kind, text in flow if kind == "heading"]
    return Page(
        title=next(iter(titles + headings), title),
        paragraphs=tuple(text for kind, text in flow if kind == "paragraph"),
        left_out=tuple(dict.fromkeys(text for kind, text in flow if kind == "missing")),
    )

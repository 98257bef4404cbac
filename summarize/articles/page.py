"""What a format gives: a title and paragraphs, before they are cleaned."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Title ("" where the format names none) and paragraphs, in reading order.

    ``left_out`` names what the reader had to leave out though it may matter, such as ``a table``.
    """

    title: str
    paragraphs: tuple[str, ...]
    left_out: tuple[str, ...] = ()

"""Tables: those that lay out prose are read, those of figures are left out and said."""

from collections.abc import Sequence

A_TABLE = "a table"
WORDS = 8
"""The mean cell of a table that lays out prose has at least as many words."""


def is_prose(cells: Sequence[str]) -> bool:
    """Whether the filled ``cells`` of a table are running text."""
    filled = [cell for cell in cells if cell.strip()]
    return sum(len(cell.split()) for cell in filled) >= WORDS * max(len(filled), 1)

"""Tables: those that place text are read, those of figures are left out and said."""

import re
from collections.abc import Sequence
from typing import Final

A_TABLE: Final = "a table"
_LONG: Final = 15
_SHORT: Final = 4
"""Words from which a cell is running text, and from which it is where it ends like a sentence."""
_ENDED: Final = re.compile(r"[.!?…][”’\"')\]]*\s*$")
_TEXTUAL: Final = 0.5
"""Share of the words in such cells from which a table places text."""


def is_data(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the cells of ``rows`` are figures or short entries in rows and columns."""
    is_grid = sum(len(row) >= 2 for row in rows) >= 2
    return is_grid and not is_prose([cell for row in rows for cell in row])


def is_prose(cells: Sequence[str]) -> bool:
    """Whether the ``cells`` of a table are running text."""
    words = [cell.split() for cell in cells]
    textual = sum(len(own) for own in words if _is_text(own))
    return textual >= _TEXTUAL * sum(map(len, words))


def _is_text(words: Sequence[str]) -> bool:
    return len(words) >= _LONG or (len(words) >= _SHORT and bool(_ENDED.search(words[-1])))

"""Tables of figures, told from tables that only place text on a page."""

import re
from collections.abc import Sequence
from typing import Final

_LONG: Final = 15
_SHORT: Final = 4
"""Words from which a cell is running text, and from which it is where it ends like a sentence."""
_ENDED: Final = re.compile(r"[.!?…][”’\"')\]]*\s*$")
_TEXTUAL: Final = 0.5
"""Share of the words in such cells from which a table places text."""


def is_data(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the cells of ``rows`` are figures or short entries in rows and columns."""
    if sum(len(row) >= 2 for row in rows) < 2:
        return False
    cells = [cell.split() for row in rows for cell in row]
    textual = sum(len(words) for words in cells if _is_text(words))
    return textual < _TEXTUAL * sum(map(len, cells))


def _is_text(words: Sequence[str]) -> bool:
    return len(words) >= _LONG or (len(words) >= _SHORT and bool(_ENDED.search(words[-1])))

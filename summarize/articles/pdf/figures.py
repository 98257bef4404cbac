"""Small tables without a gutter, told by their lines: figures above figures."""

import re
from collections.abc import Sequence
from typing import Final

from summarize.articles.pdf.sheet import Line

_ROWS: Final = 2
"""Lines of figures in a row from which they are a table."""
_SHARE: Final = 0.5
"""Share of the words of a line from which it is one of figures."""
_HEAD_WORDS: Final = 6
_ENDED: Final = re.compile(r"[.!?:;,]$")


def without_figures(lines: Sequence[Line]) -> tuple[list[Line], bool]:
    """``lines`` without rows of figures and the short line above them, and whether any were."""
    gone: set[int] = set()
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _is_row(lines[end].text):
            end += 1
        if end - start >= _ROWS:
            gone.update(range(start - _has_head(lines, start), end))
        start = max(end, start + 1)
    return [line for i, line in enumerate(lines) if i not in gone], bool(gone)


def _is_row(text: str) -> bool:
    words = text.split()
    figures = sum(any(map(str.isdigit, word)) for word in words)
    return len(words) >= 2 and figures >= _SHARE * len(words) and not _ENDED.search(text)


def _has_head(lines: Sequence[Line], start: int) -> bool:
    """Whether the line above the rows names their columns."""
    if not start:
        return False
    text = lines[start - 1].text
    return 2 <= len(text.split()) <= _HEAD_WORDS and not _ENDED.search(text)

"""Reading order: a page is cut at the white between its columns, from the top band down.

After Nagy and Seth (1984), "Hierarchical representation of optically scanned documents": recursive
cuts through white space; here a band is as many rows as share a gutter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarize.articles.pdf.lines import BULLET, Row, gaps, is_stretched, line_of, rows_of
from summarize.articles.pdf.sheet import Column, Line, Word

Interval = tuple[float, float]

GUTTER = 0.9
"""Ems of white that may part two columns."""
FEW = 4
"""Lines whose stretched gaps may stand below one another by chance."""
DEPTH = 4
"""Columns within columns; no page of news has more."""
CELL_WORDS = 3.5
"""Lines of prose have more words than that on average, cells of a table fewer."""
WRAPPED = 0.2
"""Share of lines of prose that begin in the middle of a sentence, at least."""


@dataclass(slots=True)
class _Band:
    """Rows that share gutters, and what they leave white: built up row by row."""

    rows: list[Row]
    taken: list[Interval]

    def with_row(self, row: Row, least: float) -> "list[Interval] | None":
        """Taken intervals with ``row``; ``None`` where it fills the last gutter."""
        taken = merged([*self.taken, *_taken(row)])
        had, has = self.has_gutter(least), len(_inner(taken, least)) > 0
        if had and not has:
            return None
        alone = not has and (len(gaps(row, GUTTER)) > 0 or _is_beside(row, self.rows[-1], least))
        return None if alone else taken

    def has_gutter(self, least: float) -> bool:
        return len(_inner(self.taken, least)) > 0


def columns_of(words: Sequence[Word], depth: int = DEPTH) -> list[Column]:
    """The columns of a page or a part of it, in reading order."""
    rows = rows_of(words)
    if not rows:
        return []
    least = GUTTER * _usual_size(words)
    found: list[Column] = []
    whole: list[Row] = []
    for band in _bands(rows, least):
        gutters = _gutters(band, least) if depth else []
        if not gutters:
            whole += band
            continue
        while whole and _tops(whole[-1], band[0], gutters[0]):
            band.insert(0, whole.pop())
        parts = _parted(band, gutters)
        found += _whole(whole)
        whole = []
        found += _side_by_side(parts, band, depth)
    return found + _whole(whole)


def _is_beside(row: Row, last: Row, least: float) -> bool:
    """Whether two rows are lines of two columns, one a little lower than the other."""
    level = last[0].base - row[0].base < 0.7 * min(row[0].size, last[0].size)
    apart = max(row[0].start - last[-1].end, last[0].start - row[-1].end)
    return level and apart >= least


def _tops(row: Row, following: Row, gutter: Interval) -> bool:
    """Whether ``row`` begins a column on the right, a little above the one on the left."""
    near = row[0].base - following[0].base < 2.5 * row[0].size
    return near and row[0].start >= gutter[1]


def _whole(rows: Sequence[Row]) -> list[Column]:
    return [Column(tuple(map(line_of, rows)))] if rows else []


def _usual_size(words: Sequence[Word]) -> float:
    sizes = sorted(word.size for word in words)
    return sizes[len(sizes) // 2]


def _bands(rows: Sequence[Row], least: float) -> list[list[Row]]:
    bands: list[_Band] = []
    for row in rows:
        taken = bands[-1].with_row(row, least) if bands else None
        if taken is None:
            bands.append(_Band([row], _taken(row)))
        else:
            bands[-1].rows.append(row)
            bands[-1].taken = taken
    return [band.rows for band in bands]


def _taken(row: Row) -> list[Interval]:
    """The row as intervals of ink, cut where it is white for a gutter."""
    starts = [row[0].start, *(end for _, end in gaps(row, GUTTER))]
    ends = [*(start for start, _ in gaps(row, GUTTER)), max(word.end for word in row)]
    return list(zip(starts, ends, strict=True))


def merged(intervals: Sequence[Interval]) -> list[Interval]:
    """Intervals in order, those that touch made one."""
    joined: list[Interval] = []
    for start, end in sorted(intervals):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _inner(taken: Sequence[Interval], least: float) -> list[Interval]:
    """The white between intervals, where it is wide enough."""
    return [(one[1], other[0]) for one, other in pairwise(taken) if other[0] - one[1] >= least]


def _gutters(rows: Sequence[Row], least: float) -> list[Interval]:
    """White that parts text in at least two rows on either side."""
    taken = merged([interval for row in rows for interval in _taken(row)])
    found = []
    for gutter in _inner(taken, least):
        left = sum(row[0].end <= gutter[0] for row in rows)
        right = sum(row[-1].start >= gutter[1] for row in rows)
        if min(left, right) >= 2 and not _is_chance(rows, gutter):
            found.append(gutter)
    return found


def _is_chance(rows: Sequence[Row], gutter: Interval) -> bool:
    """Whether the gutter is nothing but the white of a few lines that were justified."""
    both = [row for row in rows if row[0].end <= gutter[0] and row[-1].start >= gutter[1]]
    middle = (gutter[0] + gutter[1]) / 2
    stretched = sum(is_stretched(row, middle) for row in both)
    return len(both) < FEW and 2 * stretched > len(both)


def _parted(rows: Sequence[Row], gutters: Sequence[Interval]) -> list[list[Word]]:
    """Words of each column, from left to right."""
    parts: list[list[Word]] = [[] for _ in range(len(gutters) + 1)]
    for row in rows:
        place = 0
        for word in row:
            while place < len(gutters) and word.start >= gutters[place][1]:
                place += 1
            parts[place].append(word)
    return [part for part in parts if part]


def _side_by_side(parts: list[list[Word]], rows: Sequence[Row], depth: int) -> list[Column]:
    """Columns of prose, each cut again; neighbours that are cells make one table."""
    lines = [[line_of(row) for row in rows_of(part)] for part in parts]
    prose = [_is_prose(one) for one in lines]
    if _is_aligned(lines, rows) and not all(prose):
        prose = [False] * len(parts)
    found: list[Column] = []
    for number, part in enumerate(parts):
        beside = (number > 0 and not prose[number - 1]) or not all(prose[number + 1 : number + 2])
        if not prose[number] and beside:
            if not (found and found[-1].is_table):
                found.append(Column(is_table=True))
        else:
            found += columns_of(part, depth - 1)
    return found


def _is_prose(lines: Sequence[Line]) -> bool:
    words = sum(len(line.text.split()) for line in lines) / len(lines)
    wrapped = sum(line.text[:1].islower() for line in lines)
    listed = sum(BULLET.match(line.text) is not None for line in lines)
    return words >= CELL_WORDS and (
        wrapped >= WRAPPED * len(lines) or listed > 0 or words >= 2 * CELL_WORDS
    )


def _is_aligned(lines: Sequence[Sequence[Line]], rows: Sequence[Row]) -> bool:
    """Whether the columns share their rows, and one of them holds figures: a table."""
    shared = sum(len(column) for column in lines) > 0.7 * len(lines) * len(rows)
    figures = any(
        sum(_is_figure(line.text) for line in column) >= 0.5 * len(column) for column in lines
    )
    return shared and figures


def _is_figure(text: str) -> bool:
    return any(map(str.isdigit, text)) and sum(map(str.isalpha, text)) <= 3

"""Segments as rows of a table, the shape that CSV and XLSX share."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from summarize.errors import ReviewError
from summarize.review.formats.records import Document, Imported, read_version, writable
from summarize.review.records import STATES, State

COLUMNS: Final = ("id", "source", "target", "state", "notes", "sha256", "version")
REQUIRED: Final = ("id", "target")
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r]")


def rows_of(document: Document) -> Iterator[tuple[str, ...]]:
    """The cells of each segment, in the order of ``COLUMNS``."""
    for row in document.rows:
        one = row.segment
        texts = (one.key, one.source, one.target, one.state, "\n".join(row.told))
        yield (*map(writable, texts), one.source_sha256, str(one.version))


def read_rows(rows: Iterable[tuple[int, Sequence[str]]], name: str) -> list[Imported]:
    """The segments in numbered rows, the first of which names the columns.

    Columns may be missing or stand in any order, and others are left alone. Raises ``ReviewError``
    naming the row at fault.
    """
    numbered = iter(rows)
    _, heading = next(numbered, (1, ()))
    columns = [cell.strip().lower() for cell in heading]
    if missing := [column for column in REQUIRED if column not in columns]:
        raise ReviewError(
            f"{name} has no column {missing[0]!r} in its first row",
            f"Keep the first row as it was exported: {', '.join(COLUMNS)}.",
        )
    return [
        _imported(dict(zip(columns, cells, strict=False)), f"{name}, row {number}")
        for number, cells in numbered
        if any(cell.strip() for cell in cells)
    ]


def _imported(cells: dict[str, str], place: str) -> Imported:
    key = cells.get("id", "").strip()
    if not key:
        raise ReviewError(f"{place} has no id", "Remove the row, or give it back its id.")
    return Imported(
        key,
        cells.get("target", ""),
        cells.get("source", ""),
        cells.get("sha256", "").strip(),
        read_version(cells.get("version", "")),
        read_state(cells.get("state", ""), place),
    )


def read_state(text: str, place: str) -> State | None:
    """The state that people have typed or chosen; ``None`` for none."""
    wanted = "-".join(text.lower().split())
    for state in STATES:
        if wanted == state:
            return state
    if not wanted:
        return None
    raise ReviewError(f"{place}: state {text!r} is unknown", f"Write {', '.join(STATES)}.")


def guarded(cell: str) -> str:
    """``cell`` with a ``'`` before it where a spreadsheet would take it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """``cell`` as it was before :func:`guarded`."""
    return cell[1:] if _GUARDED.match(cell) else cell

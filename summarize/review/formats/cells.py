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
    """The segments in numbered rows, one of which names the columns.

    Columns may be missing or stand in any order, and others are left alone. A row above the one
    that names them is a segment if it has a target: rows may have been sorted. Raises
    ``ReviewError`` naming the row at fault.
    """
    numbered = [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]
    columns = next((names for _, cells in numbered if (names := columns_of(cells))), None)
    if columns is None:
        raise ReviewError(
            f"{name} has no row that names the columns {' and '.join(REQUIRED)}",
            f"Give it back the first row of the export: {', '.join(COLUMNS)}.",
        )
    if doubled := next((column for column in COLUMNS if columns.count(column) > 1), None):
        raise ReviewError(
            f"{name} has two columns {doubled!r}", "Keep the one that counts; rename the other."
        )
    return list(_segments(numbered, columns, name))


def columns_of(cells: Sequence[str]) -> list[str]:
    """The names of the columns where ``cells`` are the row that names them; none otherwise."""
    names = [cell.strip().lower() for cell in cells]
    return names if all(column in names for column in REQUIRED) else []


def _segments(
    rows: Iterable[tuple[int, Sequence[str]]], columns: Sequence[str], name: str
) -> Iterator[Imported]:
    below = False
    for number, cells in rows:
        if names := columns_of(cells):  # that of a second export may stand below the first
            columns, below = names, True
            continue
        own = dict(zip(columns, cells, strict=False))
        if below or own.get("target", "").strip():
            yield _imported(own, f"{name}, row {number}")


def _imported(cells: dict[str, str], place: str) -> Imported:
    return Imported(
        cells.get("id", "").strip(),
        cells.get("target", ""),
        cells.get("source", ""),
        cells.get("sha256", "").strip(),
        read_version(cells.get("version", "")),
        read_state(cells.get("state", ""), place),
        place,
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

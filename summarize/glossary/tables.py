r"""Glossaries as CSV and TSV: one term a line, under the names of the columns.

Lists are parted by ``|``; a ``|`` or ``\`` inside an item has a ``\`` before it. A cell that a
spreadsheet would take for a formula has a ``'`` before it, which is taken off again on reading.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Final

from summarize.errors import GlossaryError
from summarize.glossary.records import STATUSES, Status, Term, tidy

COLUMNS: Final = tuple(field.name for field in fields(Term))
REQUIRED: Final = ("source", "target")
_ITEM: Final = re.compile(r"(?:[^\\|]|\\.|\\$)+", re.DOTALL)
_FORMULA: Final = re.compile(r"'*[=+\-@]")
_GUARDED: Final = re.compile(r"'+[=+\-@]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file of terms holds; ``unfinished`` says, line by line, what is no term yet."""

    terms: tuple[Term, ...]
    unfinished: tuple[str, ...] = ()


def write_table(terms: Iterable[Term], delimiter: str) -> str:
    """``terms`` as text, with a heading; :func:`read_table` gives equal terms."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_row, terms))
    return text.getvalue()


def read_table(text: str, delimiter: str, name: str) -> Reading:
    """Read the terms of the file ``name``. Raises ``GlossaryError`` with the line at fault."""
    rows = _rows(text, delimiter, name)
    _, heading = next(rows, (1, []))
    columns = _columns(heading, name)
    terms, unfinished = list[Term](), list[str]()
    for line, cells in rows:
        term = _term(cells, columns, f"{name}, line {line}")
        if term.source and term.target:
            terms.append(term)
        else:
            unfinished.append(f"line {line}: {_gap(term)}")
    return Reading(tuple(terms), tuple(unfinished))


def _rows(text: str, delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, each with the number of its first line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise GlossaryError(
            f"{name}, line {line}: {error}", "A cell with quotation marks has to be quoted itself."
        ) from error


def _columns(heading: list[str], name: str) -> list[str]:
    columns = [cell.strip().lower() for cell in heading]
    while columns and not columns[-1]:
        columns.pop()
    wrong = [column for column in columns if column not in COLUMNS]
    missing = [column for column in REQUIRED if column not in columns]
    if wrong or missing or len(set(columns)) < len(columns):
        fault = f"column {wrong[0]!r} is unknown" if wrong else "a column stands twice"
        fault = f"there is no column {missing[0]!r}" if missing else fault
        raise GlossaryError(
            f"{name}, line 1: {fault}",
            f"The first line names the columns: {', '.join(COLUMNS)}. Only the first two must be.",
        )
    return columns


def _term(cells: list[str], columns: list[str], place: str) -> Term:
    surplus = [cell for cell in cells[len(columns) :] if cell.strip()]
    if surplus:
        raise GlossaryError(
            f"{place}: more cells than the {len(columns)} columns: {surplus[0]!r}",
            "Part the items of a list by |, and quote a cell that has the delimiter in it.",
        )
    values = dict(zip(columns, map(_unguarded, cells), strict=False))
    return tidy(
        Term(
            values.get("source", ""),
            values.get("target", ""),
            _items(values.get("variants", "")),
            _items(values.get("forbidden", "")),
            values.get("note", "").replace("\r\n", "\n").replace("\r", "\n"),
            _status(values.get("status", ""), place),
        )
    )


def _status(text: str, place: str) -> Status:
    wanted = text.strip().lower() or "approved"
    for status in STATUSES:
        if status == wanted:
            return status
    raise GlossaryError(
        f"{place}: status {text!r} is unknown", f"Write {', '.join(STATUSES)}, or nothing."
    )


def _gap(term: Term) -> str:
    if term.source:
        return f"{term.source!r} has no target"
    return f"{term.target!r} has no source" if term.target else "neither source nor target"


def _row(term: Term) -> list[str]:
    lists = ("|".join(map(_escaped, items)) for items in (term.variants, term.forbidden))
    return [_guarded(c) for c in (term.source, term.target, *lists, term.note, term.status)]


def _escaped(item: str) -> str:
    return item.replace("\\", "\\\\").replace("|", "\\|")


def _items(text: str) -> tuple[str, ...]:
    return tuple(re.sub(r"\\(.)", r"\1", item, flags=re.DOTALL) for item in _ITEM.findall(text))


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell

r"""Glossaries as tables, CSV, TSV or a sheet: one term a line, under the names of the columns.

The columns of the ledger are written where a term fills one.

The table of the names of a run (``summarize names list``) is read as well: under its own headings,
and without what it tells of the run.

Lists are parted by ``|``; a ``|`` or ``\`` inside an item has a ``\`` before it. A cell that a
spreadsheet would take for a formula has a ``'`` before it, which is taken off again on reading.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any, Final

from summarize.errors import GlossaryError
from summarize.glossary.records import STATUSES, Status, Term, tidy

COLUMNS: Final = tuple(field.name for field in fields(Term))
USUAL: Final = COLUMNS[: COLUMNS.index("status") + 1]
LISTS: Final = ("variants", "forbidden", "latin")
"""Columns whose cells hold several items."""
REQUIRED: Final = ("source", "target")
NAMES: Final = ("name", "khmer", "status", "kind", "count", "forms", "segments", "sentences")
"""Columns of the names of a run."""
_NAMES_AS: Final = {"name": "source", "khmer": "target"}
_KIND: Final = "kind"
_TOLD: Final = frozenset(NAMES[NAMES.index(_KIND) + 1 :])
"""Those that tell of the run, not of the name."""
_NOTES: Final = {"person": "name", "place": "city", "country": "place"}
"""How a glossary notes the kinds of names; an institution is one in both."""
_KNOWN: Final = "known"
"""The status, in a run, of what the program has: a Khmer put in its stead awaits approval."""
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
    writer.writerows([_guarded(cell) for cell in cells] for cells in rows_of(terms))
    return text.getvalue()


def rows_of(terms: Iterable[Term]) -> Iterator[list[str]]:
    """The heading and a row for each of ``terms``; :func:`reading_of` gives equal terms."""
    terms = list(terms)
    columns = [name for name in COLUMNS if name in USUAL or any(getattr(t, name) for t in terms)]
    yield columns
    for term in terms:
        yield [_cell(term, column) for column in columns]


def read_table(text: str, delimiter: str, name: str) -> Reading:
    """Read the terms of the file ``name``. Raises ``GlossaryError`` with the line at fault."""
    rows = _rows(text, delimiter, name)
    return reading_of(((line, list(map(_unguarded, cells))) for line, cells in rows), name)


def reading_of(numbered: Iterable[tuple[int, list[str]]], name: str) -> Reading:
    """The terms in numbered rows, the first of which names the columns.

    Raises ``GlossaryError`` with the line at fault.
    """
    rows = iter(numbered)
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
    known = {*COLUMNS}
    if columns[:1] == [NAMES[0]]:
        columns = [_NAMES_AS.get(column, column) for column in columns]
        known |= {_KIND, *_TOLD}
    wrong = [column for column in columns if column not in known]
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
    values: dict[str, Any] = {"source": "", "target": "", "status": ""}
    for column, cell in zip(columns, cells, strict=False):
        if column == _KIND:
            values["note"] = _NOTES.get(cell.strip(), cell)
        elif column not in _TOLD:
            values[column] = _items(cell) if column in LISTS else cell
    values["note"] = values.get("note", "").replace("\r\n", "\n").replace("\r", "\n")
    values["status"] = _status(values["status"], place)
    return tidy(Term(**values))


def _status(text: str, place: str) -> Status:
    wanted = text.strip().lower() or "approved"
    wanted = "proposed" if wanted == _KNOWN else wanted
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


def _cell(term: Term, column: str) -> str:
    held = getattr(term, column)
    return "|".join(map(_escaped, held)) if column in LISTS else str(held)


def _escaped(item: str) -> str:
    return item.replace("\\", "\\\\").replace("|", "\\|")


def _items(text: str) -> tuple[str, ...]:
    return tuple(re.sub(r"\\(.)", r"\1", item, flags=re.DOTALL) for item in _ITEM.findall(text))


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell

"""Excel: a row for each segment, the state to choose from a list.

Every cell is text, so that nothing in it is ever a formula; Excel keeps it so when it is edited.
"""

import io
from collections.abc import Iterator
from typing import Any, Final

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from summarize.errors import ReviewError
from summarize.output.khmer_runs import KHMER_FONT
from summarize.review.formats.archive import parts_of
from summarize.review.formats.cells import COLUMNS, read_rows, rows_of
from summarize.review.formats.limits import MAX_ROWS
from summarize.review.formats.records import Document, Imported
from summarize.review.records import STATES

_WIDTHS: Final = {"id": 18, "source": 60, "target": 60, "state": 12, "notes": 40}
"""In characters; other columns are for the program and hidden."""
_TALL: Final = Alignment(vertical="top", wrap_text=True)
_KHMER: Final = Font(name=KHMER_FONT, size=12)
_MOST_COLUMNS: Final = 40
_BROKEN: Final = (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, OSError)
_AGAIN: Final = "Open it in Excel or LibreOffice and save it again as .xlsx."


def write(document: Document) -> bytes:
    """A workbook with one sheet."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "review"
    sheet.append(COLUMNS)
    for number, cells in enumerate(rows_of(document), start=2):
        for column, text in enumerate(cells, start=1):
            _write_text(sheet.cell(number, column), text, COLUMNS[column - 1])
    _lay_out(sheet, len(document.rows) + 1)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(data: bytes, name: str) -> list[Imported]:
    """Every row of the first sheet of the file ``name``."""
    parts_of(data, name)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        rows = list(_rows(book.worksheets[0], name))
    except _BROKEN as error:
        raise ReviewError(f"{name} is no sound Excel file", _AGAIN) from error
    if len(rows) == MAX_ROWS and any(rows[-1][1]):
        raise ReviewError(f"{name} has more than {MAX_ROWS} rows", "Divide it among several files.")
    return read_rows(rows, name)


def _write_text(cell: Any, text: str, column: str) -> None:
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = True
    cell.alignment = _TALL
    if column == "target":
        cell.font = _KHMER


def _lay_out(sheet: Any, last: int) -> None:
    """The heading stays in view; columns for the program are out of it."""
    sheet.freeze_panes = "A2"
    for number, name in enumerate(COLUMNS, start=1):
        sheet.cell(1, number).font = Font(bold=True)
        column = sheet.column_dimensions[get_column_letter(number)]
        column.width = _WIDTHS.get(name, 10)
        column.hidden = name not in _WIDTHS
    choice = DataValidation("list", formula1=f'"{",".join(STATES)}"')
    letter = get_column_letter(COLUMNS.index("state") + 1)
    choice.add(f"{letter}2:{letter}{last}")
    sheet.add_data_validation(choice)


def _rows(sheet: Any, name: str) -> Iterator[tuple[int, list[str]]]:
    """What the sheet claims of its size is not believed."""
    sheet.reset_dimensions()
    bounds = {"max_row": MAX_ROWS, "max_col": _MOST_COLUMNS}
    for number, cells in enumerate(sheet.iter_rows(**bounds), start=1):
        yield number, [_text(cell, f"{name}, row {number}") for cell in cells]


def _text(cell: Any, place: str) -> str:
    if cell.data_type == "f":
        raise ReviewError(
            f"{place}: a cell holds a formula", "Type it as text: put a ' before its first sign."
        )
    return "" if cell.value is None else str(cell.value)

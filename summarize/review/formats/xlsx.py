"""Excel: a row for each segment, the state to choose from a list.

Every cell is text, so that nothing in it is ever a formula; Excel keeps it so when it is edited.
"""

import io
from typing import Any, Final

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from summarize.errors import ReviewError
from summarize.output.khmer_runs import KHMER_FONT
from summarize.review.formats.cells import COLUMNS, REQUIRED, columns_of, read_rows, rows_of
from summarize.review.formats.records import Document, Imported
from summarize.review.records import STATES
from summarize.sheets import Rows, read_sheets, write_text

_WIDTHS: Final = {"id": 18, "source": 60, "target": 60, "state": 12, "notes": 40}
"""In characters; other columns are for the program and hidden."""
_NO_COLUMNS: Final = (
    f"no row of it names the columns {' and '.join(REQUIRED)}, so that nothing in it was read"
)
_TALL: Final = Alignment(vertical="top", wrap_text=True)
_KHMER: Final = Font(name=KHMER_FONT, size=12)


def write(document: Document) -> bytes:
    """A workbook with one sheet."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "review"
    sheet.append(COLUMNS)
    for number, cells in enumerate(rows_of(document), start=2):
        for column, text in enumerate(cells, start=1):
            cell = sheet.cell(number, column)
            write_text(cell, text)
            cell.alignment = _TALL
            if COLUMNS[column - 1] == "target":
                cell.font = _KHMER
    _lay_out(sheet, len(document.rows) + 1)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(data: bytes, name: str) -> list[Imported]:
    """Every row of every sheet of the file ``name``.

    A sheet without the row that names the columns comes as one row that cannot be taken, unless
    it is the only one with anything in it: then there is nothing to read.
    """
    sheets = [sheet for sheet in read_sheets(data, name, ReviewError) if sheet.has_text]
    titled = [(f"{name}, sheet {sheet.title!r}", sheet.rows) for sheet in sheets]
    if not any(_has_columns(rows) for _, rows in titled):
        return read_rows(titled[0][1] if titled else (), name)
    found = list[Imported]()
    for place, rows in titled:
        if _has_columns(rows):
            found += read_rows(rows, name if len(titled) == 1 else place)
        else:
            found.append(Imported("", _text(rows), place=place, problem=_NO_COLUMNS))
    return found


def _has_columns(rows: Rows) -> bool:
    return any(columns_of(cells) for _, cells in rows)


def _text(rows: Rows) -> str:
    return " ".join(cell for _, cells in rows for cell in cells if cell)


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

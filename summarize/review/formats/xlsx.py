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
from summarize.review.formats.cells import COLUMNS, read_rows, rows_of
from summarize.review.formats.records import Document, Imported
from summarize.review.records import STATES
from summarize.sheets import read_sheet, write_text

_WIDTHS: Final = {"id": 18, "source": 60, "target": 60, "state": 12, "notes": 40}
"""In characters; other columns are for the program and hidden."""
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
    """Every row of the first sheet of the file ``name``."""
    return read_rows(read_sheet(data, name, ReviewError), name)


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

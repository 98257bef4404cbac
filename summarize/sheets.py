"""Excel files of plain text: every cell is text, so that nothing in it is ever a formula."""

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from summarize.archives import parts_of
from summarize.errors import SummarizeError

MAX_ROWS: Final = 100_000
"""Rows of a sheet."""
_MOST_COLUMNS: Final = 40
_BROKEN: Final = (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, OSError)
_AGAIN: Final = "Open it in Excel or LibreOffice and save it again as .xlsx."


def write_sheet(title: str, rows: Iterable[Sequence[str]]) -> bytes:
    """A workbook with one sheet of ``rows``."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = title
    for number, cells in enumerate(rows, start=1):
        for column, text in enumerate(cells, start=1):
            write_text(sheet.cell(number, column), text)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def write_text(cell: Any, text: str) -> None:
    """Text that Excel keeps as text when it is edited."""
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = True


def read_sheet(data: bytes, name: str, error: type[SummarizeError]) -> list[tuple[int, list[str]]]:
    """The numbered rows of the first sheet of the file ``name``, as text.

    Raises ``error`` where it is no sound workbook, too large, or has a formula.
    """
    import openpyxl

    parts_of(data, name, error)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        rows = list(_rows(book.worksheets[0], name, error))
    except _BROKEN as fault:
        raise error(f"{name} is no sound Excel file", _AGAIN) from fault
    if len(rows) == MAX_ROWS and any(rows[-1][1]):
        raise error(f"{name} has more than {MAX_ROWS} rows", "Divide it among several files.")
    return rows


def _rows(sheet: Any, name: str, error: type[SummarizeError]) -> Iterator[tuple[int, list[str]]]:
    """What the sheet claims of its size is not believed."""
    sheet.reset_dimensions()
    bounds = {"max_row": MAX_ROWS, "max_col": _MOST_COLUMNS}
    for number, cells in enumerate(sheet.iter_rows(**bounds), start=1):
        yield number, [_text(cell, f"{name}, row {number}", error) for cell in cells]


def _text(cell: Any, place: str, error: type[SummarizeError]) -> str:
    if cell.data_type == "f":
        raise error(
            f"{place}: a cell holds a formula", "Type it as text: put a ' before its first sign."
        )
    if cell.is_date:  # as a sheet makes of a day that is typed
        return str(cell.value).removesuffix(" 00:00:00")
    return "" if cell.value is None else str(cell.value)

"""Excel files of plain text: every cell is text, so that nothing in it is ever a formula."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from summarize.archives import parts_of
from summarize.errors import SummarizeError

Rows = list[tuple[int, list[str]]]
"""The cells of each row, after its number in the sheet."""
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


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook: its numbered rows, as text."""

    title: str
    rows: Rows

    @property
    def has_text(self) -> bool:
        """Whether anything is in it."""
        return any(cell.strip() for _, cells in self.rows for cell in cells)


def read_sheet(data: bytes, name: str, error: type[SummarizeError]) -> Rows:
    """The numbered rows of the first sheet of the file ``name``, as text.

    Raises ``error`` where it is no sound workbook, too large, or has a formula.
    """
    return _sheets(data, name, error, slice(0, 1))[0].rows


def read_sheets(data: bytes, name: str, error: type[SummarizeError]) -> list[Sheet]:
    """All sheets of the file ``name``, hidden ones as well. Raises as :func:`read_sheet` does."""
    return _sheets(data, name, error, slice(None))


def _sheets(data: bytes, name: str, error: type[SummarizeError], wanted: slice) -> list[Sheet]:
    import openpyxl

    parts_of(data, name, error)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        sheets = [
            Sheet(one.title, list(_rows(one, name, error))) for one in book.worksheets[wanted]
        ]
        if not sheets:
            raise IndexError("a workbook of charts only")
    except _BROKEN as fault:
        raise error(f"{name} is no sound Excel file", _AGAIN) from fault
    for one in sheets:
        if len(one.rows) == MAX_ROWS and any(one.rows[-1][1]):
            raise error(f"{name} has more than {MAX_ROWS} rows", "Divide it among several files.")
    return sheets


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

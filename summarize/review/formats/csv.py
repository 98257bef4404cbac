"""CSV in UTF-8 with a byte order mark, or else Excel shows no Khmer.

A cell that a spreadsheet would take for a formula has a ``'`` before it, which is taken off again
on reading. Excel writes semicolons or tabs in some countries, and UTF-16 as "Unicode text".
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from summarize.errors import ReviewError
from summarize.review.formats.cells import (
    COLUMNS,
    columns_of,
    guarded,
    read_rows,
    rows_of,
    unguarded,
)
from summarize.review.formats.records import Document, Imported

_DELIMITERS: Final = ",;\t"
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def write(document: Document) -> bytes:
    """A heading and a line for each segment."""
    return table(COLUMNS, rows_of(document))


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A file with a ``heading`` and ``rows``, whose cells no spreadsheet takes for formulas."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(heading)
    writer.writerows([guarded(cell) for cell in cells] for cells in rows)
    return text.getvalue().encode("utf-8-sig")


def read(data: bytes, name: str) -> list[Imported]:
    """Every line of the file ``name``."""
    encoding = "utf-16" if data.startswith(_UTF16_MARKS) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReviewError(
            f"{name} is not UTF-8 (byte {error.start + 1})", "Save it again; in Excel: CSV UTF-8."
        ) from error
    return read_rows(_lines(text, name), name)


def _delimiter(text: str) -> str:
    """What divides the line that names the columns; people write lines above it."""
    for line in text.splitlines():
        for delimiter in _DELIMITERS:
            if columns_of([cell.strip(' "') for cell in line.split(delimiter)]):
                return delimiter
    return _DELIMITERS[0]


def _lines(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        for cells in lines:
            yield lines.line_num, [unguarded(cell) for cell in cells]
    except csv.Error as error:
        raise ReviewError(
            f"{name}, line {lines.line_num}: {error}",
            "A cell with quotation marks has to be quoted itself.",
        ) from error

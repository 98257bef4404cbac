"""Word: a table of two columns, English and Khmer, for those who work in nothing else.

A small grey line below the English says which segment it is. On reading, what "Track changes" has
taken out is left out, and so is text that is struck out. There is no state: what has changed
counts as edited.
"""

import io
import re
from typing import TYPE_CHECKING, Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt, RGBColor

from summarize.archives import parts_of
from summarize.articles.word.text import paragraph_text, value
from summarize.errors import ReviewError
from summarize.output.khmer_runs import as_khmer
from summarize.review.formats.records import (
    Document,
    Imported,
    Row,
    has_khmer,
    read_version,
    writable,
)
from summarize.review.formats.xml import parse

if TYPE_CHECKING:
    from lxml.etree import _Element

_GREY: Final = RGBColor(0x76, 0x76, 0x76)
_REFERENCE: Final = re.compile(r"\s*(\S+:\S+) \(version (\d+)\)\s*")
_MAIN: Final = "word/document.xml"
_HEADING: Final = ("English", "ខ្មែរ")
_COLUMNS: Final = "it has not two cells, English and Khmer, or Khmer outside the second"
_SEVERAL: Final = "the lines of several segments stand in it: give each its row"
_AGAIN: Final = "Open it in Word or LibreOffice and save it again as .docx."


def write(document: Document) -> bytes:
    """A landscape page with the headline and the table, whose first row repeats on every page."""
    file: Any = docx.Document()
    _turn(file.sections[0])
    file.add_heading(writable(document.title or document.source), level=1)
    table = file.add_table(rows=1, cols=2, style="Table Grid")
    english, khmer = table.rows[0].cells
    english.paragraphs[0].add_run(_HEADING[0]).bold = True
    as_khmer(khmer.paragraphs[0].add_run(_HEADING[1]))
    _repeat(table.rows[0])
    for row in document.rows:
        _write_row(table, row)
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()


def read(data: bytes, name: str) -> list[Imported]:
    """Every row of a table in the file ``name``, and Khmer that has got out of the table."""
    parts = parts_of(data, name, ReviewError)
    if _MAIN not in parts:
        raise ReviewError(f"{name} is no Word file", _AGAIN)
    root = parse(parts[_MAIN], name)
    rows = [
        _imported(row, f"{name}, row {number}")
        for number, row in enumerate(root.iter("{*}tr"), start=1)
    ]
    outside = [
        Imported("", text, place=f"{name}, outside the table", problem=f"“{text}” is in no row")
        for paragraph in root.iterfind("{*}body/{*}p")
        if has_khmer(text := paragraph_text(paragraph)) and not _is_heading(paragraph)
    ]
    return [*(row for row in rows if row is not None), *outside]


def _turn(section: Any) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)


def _repeat(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _write_row(table: Any, row: Row) -> None:
    one = row.segment
    english, khmer = table.add_row().cells
    english.paragraphs[0].add_run(writable(one.source))
    _write_small(english, f"{one.key} (version {one.version})")
    as_khmer(khmer.paragraphs[0].add_run(writable(one.target)))


def _write_small(cell: Any, text: str) -> None:
    run = cell.add_paragraph().add_run(text)
    run.font.size, run.font.color.rgb = Pt(7), _GREY


def _imported(row: "_Element", place: str) -> Imported | None:
    """What ``row`` says; ``None`` for the heading and for rows that say nothing."""
    cells = [_paragraphs(cell) for cell in row.iter("{*}tc")]
    texts = [" ".join(text for text in cell if not _REFERENCE.fullmatch(text)) for cell in cells]
    found = {match for cell in cells for text in cell if (match := _reference(text))}
    if not any(texts) or tuple(text.strip() for text in texts) == _HEADING:
        return None
    if len(texts) != len(_HEADING) and has_khmer("".join((*texts[:1], *texts[2:]))):
        return Imported("", " ".join(texts), place=place, problem=_COLUMNS)
    if len(found) > 1:
        return Imported("", texts[-1], texts[0], place=place, problem=_SEVERAL)
    key, version = next(iter(found), ("", ""))
    khmer = "".join(texts[1:2])
    return Imported(key, khmer, texts[0], version=read_version(version), place=place)


def _is_heading(paragraph: "_Element") -> bool:
    style = paragraph.find("{*}pPr/{*}pStyle")
    return value(style).startswith("Heading")


def _reference(text: str) -> tuple[str, str] | None:
    """The key and version in the small grey line, ``None`` for any other line."""
    match = _REFERENCE.fullmatch(text)
    return (match[1], match[2]) if match else None


def _paragraphs(cell: "_Element") -> list[str]:
    return [paragraph_text(paragraph).replace("\n", " ") for paragraph in cell.iter("{*}p")]

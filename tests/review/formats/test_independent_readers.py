"""What other programs make of exported files: texts, states and notes are where they look."""

import csv
import io
import zipfile
from typing import Any

import docx
import openpyxl
import polib
import pytest
from lxml import etree, html

from summarize.review.formats import FORMATS, read_file
from summarize.review.formats import csv as our_csv
from summarize.review.formats.records import Document
from summarize.review.importing import bring_in
from summarize.review.store import ReviewStore
from tests.review.formats.conftest import MANY, expected_state
from tests.review.formats.editors import TOOLKIT, units

WORD = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def written(name: str, document: Document) -> bytes:
    return FORMATS[name].codec().write(document)


@pytest.mark.parametrize("name", TOOLKIT)
def test_translate_toolkit_reads_every_text(name: str, document: Document) -> None:
    found = units(written(name, document), name)
    segments = [row.segment for row in document.rows]
    assert len(found) == MANY
    assert [(str(found[s.key].source), str(found[s.key].target)) for s in segments] == [
        (s.source, s.target) for s in segments
    ]


def test_translate_toolkit_finds_what_is_approved_and_what_awaits_review(
    document: Document,
) -> None:
    found = units(written("xliff", document), "xliff").values()
    states = [expected_state(number) for number in range(MANY)]
    assert [unit.isapproved() for unit in found] == [state == "approved" for state in states]
    assert sum(unit.isreview() for unit in found) == sum(
        state == "draft" and not row.faulty
        for state, row in zip(states, document.rows, strict=True)
    )


def test_translate_toolkit_finds_what_the_checks_say(document: Document) -> None:
    found = units(written("xliff", document), "xliff")
    assert any(row.notes for row in document.rows)
    assert all(
        found[row.segment.key].getnotes().split("\n") == list(row.notes or [""])
        for row in document.rows
    )


def test_an_approval_given_in_translate_toolkit_comes_back(
    document: Document, review: ReviewStore
) -> None:
    store = TOOLKIT["xliff"].parsestring(written("xliff", document))
    for unit in store.units[:40]:
        unit.markapproved(True)
    bring_in(review, read_file(bytes(store), "a.xlf"), "Dara", force=True)
    assert {one.state for one in review.segments()[:40]} == {"approved"}


def test_polib_finds_what_is_fuzzy(document: Document) -> None:
    file = polib.pofile(written("po", document).decode())
    unlooked = [expected_state(number) in ("draft", "needs-work") for number in range(MANY)]
    assert [entry.fuzzy for entry in file] == unlooked
    assert file.metadata["Language"] == "km"


def test_openpyxl_finds_text_in_every_cell_and_no_formula(document: Document) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx", document))).worksheets[0]
    rows = list(sheet.iter_rows(min_row=2))
    assert [(row[1].value, row[2].value) for row in rows] == [
        (row.segment.source, row.segment.target) for row in document.rows
    ]
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n"}
    assert all(cell.value is None for row in rows for cell in row if cell.data_type == "n")


def test_python_docx_finds_a_table_of_two_columns_in_khmer_type(document: Document) -> None:
    data = written("docx", document)
    (table,) = docx.Document(io.BytesIO(data)).tables
    rows = [[cell.paragraphs[0].text for cell in row.cells] for row in table.rows][1:]
    assert rows == [[row.segment.source, row.segment.target] for row in document.rows]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root: Any = etree.fromstring(archive.read("word/document.xml"))
    run = root.xpath("(//w:tr)[2]/w:tc[2]//w:rPr", namespaces=WORD)[0]
    assert [etree.QName(child).localname for child in run] == ["rFonts", "szCs", "cs", "lang"]
    assert run.xpath("string(w:rFonts/@w:cs)", namespaces=WORD) == "Khmer OS Siemreap"
    assert run.xpath("string(w:lang/@w:bidi)", namespaces=WORD) == "km-KH"


def test_the_csv_module_finds_cells_that_no_spreadsheet_takes_for_formulas(
    document: Document,
) -> None:
    data = written("csv", document)
    assert data.startswith(b"\xef\xbb\xbf")
    lines = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(lines) == MANY
    cells = [cell for line in lines for cell in line.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert [line["target"].removeprefix("'") for line in lines] == [
        row.segment.target for row in document.rows
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_comes_back_as_spreadsheets_of_other_countries_save_it(
    encoding: str, delimiter: str, document: Document
) -> None:
    lines = csv.reader(io.StringIO(written("csv", document).decode("utf-8-sig"), newline=""))
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(lines)
    read = our_csv.read(text.getvalue().encode(encoding), "a.csv")
    assert [one.target for one in read] == [row.segment.target for row in document.rows]


def test_a_page_has_each_text_once_and_no_other_script_than_its_own(document: Document) -> None:
    root: Any = html.document_fromstring(written("html", document).decode())
    assert len(root.xpath("//section//textarea")) == MANY
    assert len(root.xpath("//script")) == 1
    assert not root.xpath("//section//b | //section//judges")

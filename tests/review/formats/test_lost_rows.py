"""What people and tools do to the rows of a file, none of which may cost an edit in silence."""

import io
import re
from collections.abc import Callable
from typing import Any

import docx
import openpyxl
import pytest

from summarize.errors import ReviewError
from summarize.review.exporting import documents_of
from summarize.review.formats import FORMATS, read_file
from summarize.review.importing import Report, bring_in
from summarize.review.records import Edit
from summarize.review.store import ReviewStore
from tests.review.conftest import ARTICLE, PAIRS, build_result

NEW = "តុលាការបានបើកសំណុំរឿងចំនួន ១២។"
OLD = PAIRS["The court opened 12 cases."]


@pytest.fixture
def take(store: ReviewStore) -> Callable[[str, Callable[[bytes], bytes]], Report]:
    """Import an export of the format after a change of its bytes."""

    def take_one(name: str, change: Callable[[bytes], bytes]) -> Report:
        (document,) = documents_of(store)
        kind = FORMATS[name]
        data = change(kind.codec().write(document))
        return bring_in(store, read_file(data, f"a{kind.suffix}"), "Dara")

    return take_one


def texts(*pairs: tuple[str, str]) -> Callable[[bytes], bytes]:
    """Replace regular expressions in a file, and then the Khmer of the first segment by NEW."""

    def change(data: bytes) -> bytes:
        text = data.decode("utf-8-sig")
        for old, new in pairs:
            text, count = re.subn(old, new, text)
            assert count
        return text.replace(OLD, NEW).encode()

    return change


def workbook(edit: Callable[[Any, Any], object]) -> Callable[[bytes], bytes]:
    """Edit a workbook and its first sheet."""

    def change(data: bytes) -> bytes:
        book = openpyxl.load_workbook(io.BytesIO(data))
        edit(book, book.worksheets[0])
        file = io.BytesIO()
        book.save(file)
        return file.getvalue()

    return change


def word(edit: Callable[[Any], object]) -> Callable[[bytes], bytes]:
    """Edit a Word file; its first segment has the Khmer NEW by then."""

    def change(data: bytes) -> bytes:
        document: Any = docx.Document(io.BytesIO(data))
        document.tables[0].rows[1].cells[1].text = NEW
        edit(document)
        file = io.BytesIO()
        document.save(file)
        return file.getvalue()

    return change


def without_line(document: Any, row: int = 1) -> None:
    """Take the grey line out of a row."""
    line = document.tables[0].rows[row].cells[0].paragraphs[-1]
    line._p.getparent().remove(line._p)


def without_heading(document: Any) -> None:
    row = document.tables[0].rows[0]._tr
    row.getparent().remove(row)


def put(cell: str, text: str) -> Callable[[Any, Any], object]:
    """Write into a cell of the first sheet."""

    def edit(_: Any, sheet: Any) -> None:
        sheet[cell] = text

    return edit


def title_above(_: Any, sheet: Any) -> None:
    sheet["C2"] = NEW
    sheet.insert_rows(1, 2)
    sheet["A1"] = "Reviewed by me"


def no_id(_: Any, sheet: Any) -> None:
    sheet["A2"], sheet["C2"] = None, NEW


def empty_sheet_first(book: Any, sheet: Any) -> None:
    sheet["C2"] = NEW
    book.create_sheet("first", 0)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("po", texts((r'msgctxt ".*"\n', ""))),
        ("po", texts((r'msgctxt ".*"\n', ""), (r"#\. .*\n", ""))),
        ("csv", texts((rf"{ARTICLE}:k\d", ""))),
        ("csv", texts((r"\Aid,", "Reviewed by me\r\n\r\nid,"))),
        ("csv", texts((r"\Aid,", "sep=,\r\nid,"))),
        ("tmx", texts((' tuid="[^"]*"', ""))),
        ("tmx", texts(('lang="km"', 'lang="kh"'))),
        ("xliff", texts((rf' (id|resname)="{ARTICLE}:k', r' \1="'))),
        ("xliff2", texts((rf' (id|name)="{ARTICLE}:k', r' \1="u'))),
        ("html", texts((' data-id="[^"]*"', ""))),
        ("docx", word(without_line)),
        ("docx", word(without_heading)),
        ("xlsx", workbook(title_above)),
        ("xlsx", workbook(no_id)),
        ("xlsx", workbook(empty_sheet_first)),
    ],
)
def test_a_row_that_lost_its_id_or_place_is_found(
    name: str,
    change: Callable[[bytes], bytes],
    take: Callable[[str, Callable[[bytes], bytes]], Report],
) -> None:
    report = take(name, change)
    assert [(one.before.id, one.after.target) for one in report.changed] == [("k1", NEW)]
    assert (report.refused, report.unchanged) == ((), len(PAIRS) - 1)


def notes(book: Any, _: Any) -> None:
    book.create_sheet("More").append(["My words", NEW])


def one_cell(document: Any) -> None:
    english, khmer = document.tables[0].rows[2].cells
    english.merge(khmer)


def two_lines(document: Any) -> None:
    english, khmer = document.tables[0].rows[2].cells
    english.add_paragraph(f"{ARTICLE}:k3 (version 0)")
    khmer.add_paragraph(PAIRS["Nobody was hurt."])


@pytest.mark.parametrize(
    ("name", "change", "place", "reason"),
    [
        ("xlsx", workbook(notes), "a.xlsx, sheet 'More'", "no row of it names the columns"),
        ("csv", texts((r"\Z", ",New.,ថ្មី,,,,\r\n")), "row 5", "lost its id"),
        ("po", texts((r"\Z", '\n#~ msgid "Gone."\n#~ msgstr "ថ្មី"\n')), "a.po, line ", "#~"),
        ("html", texts(("</main>", "<textarea>ថ្មី</textarea></main>")), "a.html, line ", "lost"),
        ("docx", word(lambda file: file.add_paragraph(NEW)), "outside the table", NEW),
        ("docx", word(one_cell), "a.docx, row 3", "two cells"),
        ("docx", word(two_lines), "a.docx, row 3", "several"),
    ],
)
def test_what_fits_nowhere_is_named_with_its_place(
    name: str,
    change: Callable[[bytes], bytes],
    place: str,
    reason: str,
    take: Callable[[str, Callable[[bytes], bytes]], Report],
) -> None:
    (refused,) = take(name, change).refused
    assert place in refused.place
    assert reason in refused.reason


def test_rows_on_every_sheet_and_above_the_heading_are_read(
    take: Callable[[str, Callable[[bytes], bytes]], Report],
) -> None:
    def rearrange(book: Any, sheet: Any) -> None:
        sheet["C2"] = NEW
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        second = book.create_sheet("second")
        for row in (rows[1], rows[0], rows[2]):
            second.append(row)
        sheet.delete_rows(2, 2)

    report = take("xlsx", workbook(rearrange))
    assert [one.after.target for one in report.changed] == [NEW]
    assert (report.refused, report.unchanged) == ((), 2)


def test_the_khmer_that_a_tool_puts_beside_the_old_one_is_the_edit(
    take: Callable[[str, Callable[[bytes], bytes]], Report],
) -> None:
    again = f'<tuv xml:lang="km"><seg>{NEW}</seg></tuv><tuv xml:lang="en">'

    def change(data: bytes) -> bytes:
        return data.decode().replace('<tuv xml:lang="en">', again, 1).encode()

    assert [one.after.target for one in take("tmx", change).changed] == [NEW]


def test_two_columns_of_one_name_are_refused(
    take: Callable[[str, Callable[[bytes], bytes]], Report],
) -> None:
    with pytest.raises(ReviewError, match="two columns 'target'"):
        take("xlsx", workbook(put("H1", "target")))


def test_english_that_several_segments_have_tells_nothing(store: ReviewStore) -> None:
    store.add([build_result(PAIRS, "Again", "b.txt")])
    first, _ = documents_of(store)
    data = texts((r'msgctxt ".*"\n', ""))(FORMATS["po"].codec().write(first))
    report = bring_in(store, read_file(data, "a.po"), "Dara")
    assert [one.key for one in report.refused] == [""] * len(PAIRS)
    assert "2 segments have its English" in report.refused[0].reason


def test_a_row_without_id_and_version_never_overwrites_a_colleague(
    take: Callable[[str, Callable[[bytes], bytes]], Report], store: ReviewStore
) -> None:
    store.change([Edit(ARTICLE, "k1", 0, "តុលាការថ្មី។")], "Sok")
    (refused,) = take("docx", word(without_line)).refused
    assert refused.key == f"{ARTICLE}:k1"
    assert "Sok has changed it" in refused.reason
    assert store.segments()[0].target == "តុលាការថ្មី។"

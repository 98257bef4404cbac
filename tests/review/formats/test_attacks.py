"""Files that mean harm, and texts that do: refused by name, quickly, and nothing is changed."""

import io
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.archives import MAX_UNPACKED_BYTES
from summarize.errors import ReviewError
from summarize.review.formats import FORMATS, READERS, read_file
from summarize.review.formats.cells import guarded, unguarded
from summarize.review.formats.limits import MAX_BYTES
from summarize.review.formats.records import Document

LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
BOMB = f"{LAUGHS}]><xliff>&j;</xliff>"
QUADRATIC = f'<!DOCTYPE x [<!ENTITY a "{"x" * 100_000}">]><xliff>{"&a;" * 100_000}</xliff>'
PARAMETER = '<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]><xliff/>'
ARCHIVES = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
BOUND = 300.0
"""Seconds, on any machine; a bomb that goes off takes hours or all memory."""


@pytest.fixture
def bounded() -> Iterator[None]:
    """The test ends in ``BOUND``."""
    begin = time.monotonic()
    yield
    assert time.monotonic() - begin < BOUND


def external(file: Path) -> str:
    return f'<!DOCTYPE x [<!ENTITY a SYSTEM "{file.as_uri()}">]><xliff>&a;</xliff>'


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The archive with the parts that ``change`` gives."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return file.getvalue()


def added(data: bytes, name: str, part: bytes) -> bytes:
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, part)
    return file.getvalue()


@pytest.fixture(params=ARCHIVES)
def archive(request: pytest.FixtureRequest, document: Document) -> tuple[str, bytes]:
    name = str(request.param)
    return name, FORMATS[name].codec().write(document)


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize("suffix", [".xlf", ".xliff", ".tmx"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("text", [BOMB, QUADRATIC, PARAMETER], ids=["bomb", "quadratic", "param"])
def test_entities_are_refused_before_they_are_expanded(
    suffix: str, encoding: str, text: str
) -> None:
    with pytest.raises(ReviewError, match=f"a{suffix}"):
        read_file(text.encode(encoding), f"a{suffix}")


@pytest.mark.parametrize("suffix", [".xlf", ".tmx"])
def test_no_file_is_ever_read_for_an_external_entity(suffix: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the password")
    with pytest.raises(ReviewError, match="XML entities") as error:
        read_file(external(secret).encode(), f"a{suffix}")
    assert "the password" not in error.value.message


def test_entities_inside_office_files_are_refused(archive: tuple[str, bytes]) -> None:
    name, data = archive
    main = ARCHIVES[name]
    evil = repacked(data, lambda part, old: BOMB.encode() if part == main else old)
    with pytest.raises(ReviewError, match="XML entities"):
        read_file(evil, f"a.{name}")


@pytest.mark.usefixtures("bounded")
def test_an_archive_that_unpacks_to_too_much_is_refused_unread(archive: tuple[str, bytes]) -> None:
    name, data = archive
    bomb = added(data, "word/media/a.xml", b"\0" * (MAX_UNPACKED_BYTES + 1))
    assert len(bomb) < 1_000_000
    with pytest.raises(ReviewError, match="unpacks to"):
        read_file(bomb, f"a.{name}")


def test_an_archive_that_lies_about_its_size_is_refused(archive: tuple[str, bytes]) -> None:
    name, data = archive
    bomb = bytearray(added(data, "evil.xml", b"\0" * 10_000_000))
    entry = bomb.rindex(b"PK\x01\x02")
    bomb[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    with pytest.raises(ReviewError, match="damaged"):
        read_file(bytes(bomb), f"a.{name}")


@pytest.mark.parametrize(
    "path", ["../evil.xml", "/etc/evil.xml", "word/../../evil.xml", "..\\evil.xml", "C:\\evil.xml"]
)
def test_paths_that_lead_out_of_an_archive_are_refused(
    path: str, archive: tuple[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, data = archive
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReviewError, match="leads out of it"):
        read_file(added(data, path, b"<x/>"), f"a.{name}")
    assert list(tmp_path.rglob("evil*")) == []


def test_an_encrypted_archive_is_refused_in_plain_words(archive: tuple[str, bytes]) -> None:
    name, data = archive
    locked = bytearray(data)
    entry = locked.index(b"PK\x01\x02")
    locked[entry + 8] |= 1
    with pytest.raises(ReviewError, match="encrypted"):
        read_file(bytes(locked), f"a.{name}")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused(archive: tuple[str, bytes]) -> None:
    name, data = archive
    with pytest.raises(ReviewError, match="two parts"):
        read_file(added(data, ARCHIVES[name], b"<x/>"), f"a.{name}")


@pytest.mark.parametrize("name", ["a.odt", "a.exe", "a", "a.zip", "a.doc"])
def test_other_kinds_of_files_are_refused_by_name(name: str, archive: tuple[str, bytes]) -> None:
    with pytest.raises(ReviewError, match="is no format of"):
        read_file(archive[1], name)


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize("suffix", READERS)
def test_fifty_megabytes_are_refused_unread(suffix: str) -> None:
    with pytest.raises(ReviewError, match=r"50 MB.*more than any export"):
        read_file(b"<" * 50_000_000, f"a{suffix}")
    assert MAX_BYTES < 50_000_000


@pytest.mark.parametrize("suffix", READERS)
@pytest.mark.parametrize(
    "data",
    [b"", b"\0", b"\xff\xfe\xff", b"PK\x03\x04", b"<xliff", b'msgid "', b'a,b\n"', b"<" * 99_999],
)
def test_rubbish_is_refused_in_plain_words(suffix: str, data: bytes) -> None:
    with pytest.raises(ReviewError) as error:
        read_file(data, f"a{suffix}")
    assert f"a{suffix}" in error.value.message
    assert error.value.hint


@pytest.mark.parametrize("suffix", READERS)
@given(st.binary(max_size=300))
def test_no_bytes_whatever_raise_anything_else(suffix: str, data: bytes) -> None:
    with pytest.raises(ReviewError):
        read_file(data, f"a{suffix}")


def test_a_po_file_that_is_the_name_of_a_file_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.po"
    secret.write_text('msgctxt "a:k1"\nmsgid "a"\nmsgstr "the password"\n')
    with pytest.raises(ReviewError):
        read_file(str(secret).encode(), "a.po")


@given(st.text())
def test_a_guarded_cell_is_no_formula_and_comes_back_whole(cell: str) -> None:
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["'=x", "''+1", "'", "'a", "=cmd|' /C calc'!A0", "-1", "\t=1"])
def test_what_looks_guarded_already_survives(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


def test_a_formula_typed_into_a_sheet_is_refused_with_its_row(document: Document) -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].codec().write(document)))
    book.worksheets[0]["C5"] = '=HYPERLINK("http://example.org","x")'
    file = io.BytesIO()
    book.save(file)
    with pytest.raises(ReviewError, match="row 5: a cell holds a formula"):
        read_file(file.getvalue(), "a.xlsx")


def test_no_cell_of_a_sheet_is_written_as_a_formula(document: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(FORMATS["xlsx"].codec().write(document))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml")
        styles = book.read("xl/styles.xml")
    assert b"<f>" not in sheet
    assert b"<f " not in sheet
    assert b'quotePrefix="1"' in styles  # or else Excel makes one of it when the cell is edited


@pytest.mark.usefixtures("bounded")
def test_a_sheet_that_claims_to_be_endless_is_read_in_bounds(document: Document) -> None:
    data = FORMATS["xlsx"].codec().write(document)
    sheet = "xl/worksheets/sheet1.xml"
    far = (
        b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    )
    evil = repacked(
        data, lambda part, old: old.replace(b"</sheetData>", far) if part == sheet else old
    )
    assert len(read_file(evil, "a.xlsx")) == len(document.rows)

"""Files of terms: chosen by suffix, in the encodings that office programs write."""

import io
import tempfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.errors import GlossaryError, UsageError
from summarize.glossary.files import file_of_terms, read_terms
from summarize.glossary.records import Term
from tests.glossary.strategies import FINISHED

TERM = Term("court", "តុលាការ", ("សាលាក្តី",), ("ទីលាន",), "civil\nlaw")
RITH = Term(
    "Koeut Rith",
    "កើត រិទ្ធ",
    note="name",
    latin=("Keut Rith", "Koeuth Rith"),
    title="ឯកឧត្តម",
    office="minister of justice",
    origin="moj.gov.kh",
    approver="Dara",
    approved="2026-11-29",
)


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".TBX", ".xlsx"])
@pytest.mark.parametrize("term", [TERM, RITH], ids=["term", "ledger"])
def test_each_kind_of_file_comes_back(suffix: str, term: Term, tmp_path: Path) -> None:
    path = tmp_path / f"terms{suffix}"
    path.write_bytes(file_of_terms([term], path))
    assert read_terms(path).terms == (term,)


@settings(max_examples=25, deadline=None)
@given(st.lists(FINISHED, max_size=3))
def test_no_term_is_lost_in_a_sheet(terms: list[Term]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.xlsx"
        path.write_bytes(file_of_terms(terms, path))
        assert read_terms(path).terms == tuple(terms)


def test_a_formula_in_a_sheet_is_refused_with_its_row(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(file_of_terms([TERM], Path("a.xlsx"))))
    book.worksheets[0]["B2"] = "=1+1"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(GlossaryError, match="row 2: a cell holds a formula"):
        read_terms(tmp_path / "a.xlsx")


def test_a_day_typed_into_a_sheet_stays_a_day(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(file_of_terms([RITH], Path("a.xlsx"))))
    sheet = book.worksheets[0]
    last = sheet.cell(2, sheet.max_column)
    last.value = datetime(2026, 12, 1)
    book.save(tmp_path / "a.xlsx")
    assert read_terms(tmp_path / "a.xlsx").terms[0].approved == "2026-12-01"


def test_the_columns_of_the_ledger_are_written_where_they_hold_something() -> None:
    def heading(term: Term) -> str:
        return file_of_terms([term], Path("a.tsv")).decode().partition("\n")[0]

    assert heading(TERM) == "source\ttarget\tvariants\tforbidden\tnote\tstatus"
    assert heading(RITH).endswith("latin\ttitle\toffice\torigin\tapprover\tapproved")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("suffix", [".csv", ".tbx"])
def test_byte_order_marks_are_understood(encoding: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"terms{suffix}"
    text = file_of_terms([TERM], path).decode("utf-8-sig")
    path.write_bytes(text.encode(encoding))
    assert read_terms(path).terms == (TERM,)


def test_csv_opens_in_excel_with_its_khmer(tmp_path: Path) -> None:
    assert file_of_terms([TERM], Path("a.csv")).startswith(b"\xef\xbb\xbf")


def test_omegat_gets_a_line_for_each_khmer_that_may_stand() -> None:
    assert file_of_terms([TERM], Path("a.txt")).decode() == (
        "court\tតុលាការ\tcivil law not: ទីលាន\ncourt\tសាលាក្តី\tcivil law not: ទីលាន\n"
    )


def test_bytes_that_are_no_text_are_refused_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_bytes(b"source,target\nol\xe9,a\n")
    with pytest.raises(GlossaryError, match=r"terms.csv, line 2: not UTF-8"):
        read_terms(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="cannot read"):
        read_terms(tmp_path / "none.csv")


@pytest.mark.parametrize("name", ["terms.ods", "terms", "terms.txt"])
def test_a_suffix_nobody_reads_is_a_usage_error(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_terms(Path(name))
    assert ".csv, .tsv, .tbx" in caught.value.hint

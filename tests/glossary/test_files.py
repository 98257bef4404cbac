"""Files of terms: chosen by suffix, in the encodings that office programs write."""

from pathlib import Path

import pytest

from summarize.errors import GlossaryError, UsageError
from summarize.glossary.files import file_of_terms, read_terms
from summarize.glossary.records import Term

TERM = Term("court", "តុលាការ", ("សាលាក្តី",), ("ទីលាន",), "civil\nlaw")


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".TBX"])
def test_each_kind_of_file_comes_back(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"terms{suffix}"
    path.write_bytes(file_of_terms([TERM], path))
    assert read_terms(path).terms == (TERM,)


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


@pytest.mark.parametrize("name", ["terms.xlsx", "terms", "terms.txt"])
def test_a_suffix_nobody_reads_is_a_usage_error(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_terms(Path(name))
    assert ".csv, .tsv, .tbx" in caught.value.hint

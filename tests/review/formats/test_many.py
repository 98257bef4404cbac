"""Ten thousand segments in one file: nothing is lost or refused.

For the time it takes see ``benchmarks/exchange.py``.
"""

from pathlib import Path

import pytest

from summarize.review.exporting import documents_of
from summarize.review.formats import FORMATS, read_file
from summarize.review.formats.records import Document
from summarize.review.importing import bring_in
from summarize.review.store import ReviewStore
from tests.review.formats.conftest import fill

COUNT = 10_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> tuple[ReviewStore, Document]:
    store = fill(tmp_path_factory.mktemp("large") / "review.sqlite", COUNT)
    (document,) = documents_of(store)
    return store, document


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
def test_a_file_of_ten_thousand_segments_goes_out_and_comes_back(
    name: str, large: tuple[ReviewStore, Document]
) -> None:
    store, document = large
    kind = FORMATS[name]
    data = kind.codec().write(document)
    report = bring_in(store, read_file(data, f"a{kind.suffix}"), "Dara")
    assert (report.unchanged, report.refused) == (COUNT, ())


@pytest.mark.slow
def test_ten_thousand_edits_come_in_together(tmp_path: Path) -> None:
    store = fill(tmp_path / "review.sqlite", COUNT)
    (document,) = documents_of(store)
    data = FORMATS["csv"].codec().write(document)
    edited = data.replace("។".encode(), " ថ្មី។".encode())
    report = bring_in(store, read_file(edited, "a.csv"), "Dara")
    assert len(report.changed) > COUNT / 2
    assert not report.refused

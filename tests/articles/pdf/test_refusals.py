"""What cannot be read as a PDF: refused in plain words, with what to do, in bounded time."""

import sys
import time
from collections.abc import Callable

import pytest

from summarize.articles.pdf import read_pdf
from summarize.articles.pdf.extract import extract
from summarize.errors import ArticleError
from tests.articles.pdf import assembled, documents

EMPTY = assembled.page_of(b"")


@pytest.mark.parametrize(
    ("draw", "reason", "advice"),
    [
        (lambda: documents.encrypted("secret"), "needs a password", "without one"),
        (documents.scan, "is a scan", "ocrmypdf"),
        (lambda: documents.scan(stamp="Scanned with a telephone"), "is a scan", "ocrmypdf"),
        (assembled.composite, "cannot be decoded", "--force-ocr"),
        (lambda: assembled.composite(private=True), "cannot be decoded", "--force-ocr"),
        (documents.damaged, "is damaged", "again"),
        (lambda: b"%PDF-1.7 and nothing else", "is damaged", "again"),
        (lambda: b"The court ruled on Monday.", "is not a PDF file", "right file"),
        (lambda: b"\x89PNG", "PNG image", "not a picture"),
        (lambda: EMPTY, "PDF file without text", "right one"),
        (assembled.many_pages, "has 100000 pages, more than 200", "pages of the article"),
    ],
)
def test_it_is_refused_with_what_to_do(draw: Callable[[], bytes], reason: str, advice: str) -> None:
    with pytest.raises(ArticleError, match=rf"a\.pdf.*{reason}") as caught:
        read_pdf(draw(), "a.pdf")
    assert advice in caught.value.hint


def test_more_text_than_any_article_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[extract.__module__], "MAX_PDF_CHARACTERS", 1_000)
    with pytest.raises(ArticleError, match=r"more than .* characters"):
        read_pdf(assembled.characters(5_000), "a.pdf")


def test_a_page_that_takes_too_long_is_given_up() -> None:
    begun = time.monotonic()
    with pytest.raises(ArticleError, match=r"not read within 0\.5 seconds"):
        extract(assembled.unpacking(100_000_000), "a.pdf", seconds=0.5)
    assert time.monotonic() - begun < 10


@pytest.mark.slow
def test_a_page_that_takes_too_much_memory_is_given_up() -> None:
    with pytest.raises(ArticleError, match=r"cannot be unpacked|not read within"):
        read_pdf(assembled.unpacking(500_000_000), "a.pdf")


@pytest.mark.slow
def test_time_grows_with_size_and_no_faster() -> None:
    def seconds(count: int) -> float:
        data = assembled.characters(count)
        begun = time.perf_counter()
        read_pdf(data, "a.pdf")
        return time.perf_counter() - begun

    small = min(seconds(20_000) for _ in range(2))
    assert seconds(200_000) < 20 * small

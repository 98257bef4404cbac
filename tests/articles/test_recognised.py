"""Formats by suffix, by content type and by first bytes: the same article from each."""

import io
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from summarize.articles import read_article
from summarize.articles.formats import FORMATS
from summarize.batch.plan import Selection, find_inputs
from summarize.errors import ArticleError
from tests.articles.pdf import documents
from tests.articles.pdf.documents import HEADLINE, STORY
from tests.articles.test_epub import epub
from tests.articles.test_formats import word_bytes
from tests.articles.test_odt import odt

TEXT = "\n\n".join(STORY)
_RTF_STORY = "\\par ".join(STORY)
RTF = f"{{\\rtf1\\ansi\\pard\\outlinelevel0 {HEADLINE}\\par\\pard {_RTF_STORY}}}"
WRITTEN = {
    ".pdf": documents.one_column(),
    ".odt": odt(
        f"<text:h>{HEADLINE}</text:h>" + "".join(f"<text:p>{one}</text:p>" for one in STORY)
    ),
    ".epub": epub(f"<h1>{HEADLINE}</h1>" + "".join(f"<p>{one}</p>" for one in STORY)),
    ".rtf": RTF.encode(),
    ".docx": word_bytes(("Title", HEADLINE), *(("Normal", one) for one in STORY)),
}
TYPES = {
    "/a.pdf": ("application/pdf", ".pdf"),
    "/a.odt": ("application/vnd.oasis.opendocument.text", ".odt"),
    "/a.epub": ("application/epub+zip", ".epub"),
    "/a.rtf": ("application/rtf; charset=binary", ".rtf"),
}


class Site(BaseHTTPRequestHandler):
    """Every format under its content type."""

    def do_GET(self) -> None:
        kind, suffix = TYPES[self.path]
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(WRITTEN[suffix])

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("suffix", WRITTEN)
@pytest.mark.parametrize("name", ["story{}", "STORY{}", "download"])
def test_a_file_is_told_by_its_suffix_or_its_bytes(suffix: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / name.format(suffix.upper() if name.isupper() else suffix)
    path.write_bytes(WRITTEN[suffix])
    article = read_article(str(path))
    assert (article.title, article.text) == (HEADLINE, TEXT)


@pytest.mark.parametrize("suffix", WRITTEN)
def test_standard_input_is_told_by_its_bytes(suffix: str) -> None:
    article = read_article("-", stdin=io.BytesIO(WRITTEN[suffix]))
    assert (article.title, article.text) == (HEADLINE, TEXT)


@pytest.mark.parametrize("page", TYPES)
def test_an_address_is_told_by_its_content_type(page: str, address: str) -> None:
    article = read_article(address + page)
    assert (article.title, article.text) == (HEADLINE, TEXT)


@pytest.mark.parametrize("suffix", [".pdf", ".rtf", ".odt"])
def test_a_wrong_suffix_is_refused_with_the_right_one(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(WRITTEN[suffix])
    with pytest.raises(ArticleError) as caught:
        read_article(str(path))
    assert suffix in caught.value.hint


def test_an_archive_of_something_else_is_refused(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "photos", "w") as archive:
        archive.writestr("a.png", b"\x89PNG")
    with pytest.raises(ArticleError, match="zip archive"):
        read_article(str(tmp_path / "photos"))


def test_what_was_left_out_is_in_the_record(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(documents.table_between())
    assert read_article(str(path)).left_out == ("a table on page 1",)


def test_a_batch_takes_every_format_by_its_suffix(tmp_path: Path) -> None:
    for suffix in FORMATS:
        (tmp_path / f"story{suffix}").write_bytes(b"")
    assert len(find_inputs([str(tmp_path)], Selection())) == len(FORMATS)

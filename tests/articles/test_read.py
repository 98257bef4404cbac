"""Files and standard input: what is read, and how everything else is refused."""

import io
import os
import socket
from pathlib import Path
from typing import BinaryIO

import pytest

from summarize.articles import article_from_text, read_article
from summarize.articles.limits import MAX_BYTES
from summarize.errors import ArticleError, FetchError, NotEnglishError
from summarize.records import Article

STORY = (
    "The provincial court on Monday delayed its ruling on the fishing rights of 240 families. "
    "“We need more evidence. It will take a month,” the judge said.\n\n"
    "Lawyers for the families said that they would appeal.\n"
)
SAMPLE = Path("samples/justice-courts.txt")


class Unreadable(io.RawIOBase):
    """A stream that fails when it is touched."""

    def read(self, size: int = -1) -> bytes:
        raise AssertionError("was read")


def assert_offsets_are_exact(article: Article) -> None:
    paragraphs = article.text.split("\n\n")
    for number, sentence in enumerate(article.sentences, 1):
        assert sentence.id == f"a{number}"
        assert article.text[sentence.start : sentence.end] == sentence.text
        assert sentence.text in paragraphs[sentence.paragraph]


def test_the_sample_is_read_whole() -> None:
    article = read_article(str(SAMPLE))
    assert_offsets_are_exact(article)
    assert (article.title, article.source, article.language) == ("", str(SAMPLE), "en")
    assert " ".join(article.text.split()) == " ".join(SAMPLE.read_text("utf-8").split())
    assert len(article.sentences) == 16
    assert [s.paragraph for s in article.sentences][:5] == [0, 1, 1, 2, 3]


def test_the_identifier_depends_on_title_and_text_alone() -> None:
    one = article_from_text(STORY, title="Court delays", source="a.txt")
    other = article_from_text("\ufeff" + STORY.replace("\n", "\r\n"), title="Court delays")
    assert one.sha256 == other.sha256 != article_from_text(STORY, title="Another").sha256
    assert one.id == one.sha256[:12]


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Court delays ruling on lake", "Court delays ruling on lake"),
        ("The court ruled on Monday.", ""),
        ("The families asked:", ""),
        (" ".join(["long"] * 21), ""),
    ],
)
def test_the_first_line_is_a_title_if_it_looks_like_one(first: str, title: str) -> None:
    article = article_from_text(f"{first}\n\nBy Jane Doe\n\n{STORY}")
    assert article.title == title
    assert (first in article.text) == (title == "")
    assert "Jane Doe" not in article.text


def test_a_title_repeated_as_the_first_line_is_dropped() -> None:
    assert article_from_text(f"COURT RULES\n\n{STORY}", title="Court rules").text.startswith("The")


def test_a_lone_line_is_text_and_no_title() -> None:
    article = article_from_text("Court delays ruling on the rights of the families")
    assert (article.title, len(article.sentences)) == ("", 1)


@pytest.mark.parametrize(
    "data",
    [STORY.encode(), f"<!-- x -->\n<!DOCTYPE html><html><body><p>{STORY}</p></body>".encode()],
    ids=["text", "html"],
)
def test_standard_input_is_text_or_html(data: bytes) -> None:
    article = read_article("-", stdin=io.BytesIO(data))
    assert_offsets_are_exact(article)
    assert article.source == "-"
    assert article.text.startswith("The provincial court on Monday")
    assert "<" not in article.text


def test_a_missing_file_brings_up_the_closest_name(tmp_path: Path) -> None:
    (tmp_path / "court-ruling.txt").write_text(STORY)
    with pytest.raises(ArticleError, match="no file") as caught:
        read_article(str(tmp_path / "court-rulling.txt"))
    assert caught.value.hint == f"Did you mean {tmp_path / 'court-ruling.txt'}?"


@pytest.mark.parametrize("name", ["gone/far/away.txt", "nul\0byte.txt", "x" * 5000])
def test_an_impossible_name_is_refused_plainly(name: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_article(name)
    assert caught.value.hint


def test_a_folder_is_refused_with_what_to_name_instead(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="is a folder") as caught:
        read_article(str(tmp_path))
    assert "Name the files" in caught.value.hint


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n ", "\ufeff\u200b \n".encode(), b"1 2 --- 3"])
def test_a_file_without_words_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(ArticleError, match=r"is empty|holds no text"):
        read_article(str(path))


def test_a_large_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    os.truncate(path, 50_000_000)
    with pytest.raises(ArticleError, match="larger than 10 MB"):
        read_article(str(path))


def test_an_endless_stream_is_refused() -> None:
    with pytest.raises(ArticleError, match="larger than 10 MB"):
        read_article("/dev/zero")
    with pytest.raises(ArticleError, match="larger than 10 MB"):
        read_article("-", stdin=io.BytesIO(b"a" * (MAX_BYTES + 1)))


def test_a_file_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY)

    def refuse(self: Path, mode: str) -> BinaryIO:  # chmod does not stop root
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ArticleError, match="may not be read") as caught:
        read_article(str(path))
    assert "chmod" in caught.value.hint


def test_another_language_needs_force_and_is_then_recorded(tmp_path: Path) -> None:
    path = tmp_path / "km.txt"
    path.write_text("រដ្ឋមន្ត្រីក្រសួងយុត្តិធម៌បានអំពាវនាវឱ្យតុលាការធ្វើការលឿនជាងមុន។", "utf-8")
    with pytest.raises(NotEnglishError, match=r"km\.txt is in Khmer"):
        read_article(str(path))
    assert read_article(str(path), force=True).language == "km"


@pytest.mark.parametrize("source", ["ftp://127.0.0.1/a.txt", "file:///etc/passwd"])
def test_other_schemes_are_refused(source: str) -> None:
    with pytest.raises(FetchError, match="neither an http nor an https"):
        read_article(source)


def test_offline_refuses_a_url_before_any_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", Unreadable)
    with pytest.raises(FetchError, match="offline") as caught:
        read_article("http://127.0.0.1:9/a.html", offline=True)
    assert "--offline" in caught.value.hint

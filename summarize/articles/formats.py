"""Which reader takes what: by the suffix of a file, its content type or its first bytes."""

import re
import zipfile
from collections.abc import Callable

from summarize.articles.archives import ZIP_MAGIC, open_archive
from summarize.articles.characters import clean_characters
from summarize.articles.decoding import decode, refuse_binary
from summarize.articles.epub import read_epub
from summarize.articles.forms import form_of
from summarize.articles.html import read_html
from summarize.articles.items import is_item, page_of_item
from summarize.articles.mail import without_header
from summarize.articles.markdown import read_markdown
from summarize.articles.odt import read_odt
from summarize.articles.page import Page
from summarize.articles.paragraphs import unwrap
from summarize.articles.pdf import PDF_MAGIC, read_pdf
from summarize.articles.rtf import RTF_MAGIC, read_rtf
from summarize.articles.sniffing import SNIFFED, is_html
from summarize.articles.word import read_word
from summarize.errors import ArticleError

Reader = Callable[[bytes, str, str], Page]
"""Takes the bytes, a name for errors and the declared character set ("" if none)."""

META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.I)


def _plain(data: bytes, name: str, charset: str) -> Page:
    title, text = without_header(clean_characters(decode(data, name, charset)))
    return Page(title, unwrap(text))


def _text(data: bytes, name: str, charset: str) -> Page:
    """Text, unless it is a page or a piece of one under the name of text."""
    if is_html(data[:SNIFFED]):
        return _html(data, name, charset)
    if data.lstrip()[:1] == b"<" and is_item(text := decode(data, name, charset)):
        return read_html(page_of_item(text), name)
    return _plain(data, name, charset)


def _markdown(data: bytes, name: str, charset: str) -> Page:
    return read_markdown(decode(data, name, charset), name)


def _html(data: bytes, name: str, charset: str) -> Page:
    declared = META_CHARSET.search(data[:4096])
    return read_html(
        decode(data, name, charset or (declared[1].decode() if declared else "")), name
    )


def _word(data: bytes, name: str, _charset: str) -> Page:
    return read_word(data, name)


def _pdf(data: bytes, name: str, _charset: str) -> Page:
    return read_pdf(data, name)


def _odt(data: bytes, name: str, _charset: str) -> Page:
    return read_odt(data, name)


def _epub(data: bytes, name: str, _charset: str) -> Page:
    return read_epub(data, name)


def _rtf(data: bytes, name: str, _charset: str) -> Page:
    return read_rtf(data, name)


PARTS: dict[str, Reader] = {
    "word/document.xml": _word,
    "content.xml": _odt,
    "META-INF/container.xml": _epub,
}
"""What an archive has inside that tells its format."""


def _archive(data: bytes, name: str, charset: str) -> Page:
    """A Word, OpenDocument or EPUB file, by its parts."""
    with open_archive(data, name, "what it holds", "Give the article itself.") as archive:
        reader = next((PARTS[part] for part in PARTS if _has(archive, part)), None)
    if reader is None:
        refuse_binary(data, name)
        raise AssertionError("every zip archive is refused above")  # pragma: no cover
    return reader(data, name, charset)


def _has(archive: zipfile.ZipFile, part: str) -> bool:
    return part in archive.NameToInfo


def sniffed(data: bytes, name: str, charset: str) -> Page:
    """Read what has no known suffix: standard input, and files of other names."""
    if form_of(data) == "feed":
        raise ArticleError(
            f"{name} is a feed, not an article", "Give its address: summarize batch ADDRESS -o OUT"
        )
    return _told_by_bytes(data)(data, name, charset)


def _told_by_bytes(data: bytes) -> Reader:
    if data.lstrip()[: len(PDF_MAGIC)] == PDF_MAGIC:
        return _pdf
    if data.startswith(RTF_MAGIC):
        return _rtf
    if data.startswith(ZIP_MAGIC):
        return _archive
    return _text


FORMATS: dict[str, Reader] = {
    ".txt": _text,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".docx": _word,
    ".pdf": _pdf,
    ".odt": _odt,
    ".rtf": _rtf,
    ".epub": _epub,
}
CONTENT_TYPES: dict[str, Reader] = {
    "text/html": _html,
    "application/xhtml+xml": _html,
    "text/plain": _text,
    "text/markdown": _markdown,
    "application/pdf": _pdf,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": _word,
    "application/vnd.oasis.opendocument.text": _odt,
    "application/epub+zip": _epub,
    "application/rtf": _rtf,
    "text/rtf": _rtf,
}

"""Word files: paragraphs by style, from an archive whose size is checked before it is unpacked."""

import io
from typing import TYPE_CHECKING

from summarize.articles.decoding import refuse_binary
from summarize.articles.limits import MAX_PARTS, MAX_UNPACKED_BYTES, megabytes
from summarize.articles.page import Page
from summarize.errors import ArticleError

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

ZIP_MAGIC = b"PK\x03\x04"
SAVE_AGAIN = "Open it in Word or LibreOffice and save it again as .docx."


def read_word(data: bytes, name: str) -> Page:
    """Read a .docx: title by style ``Title`` or the first heading; other headings are left out.

    Raises ``ArticleError`` on other files, damaged ones, and archives that unpack beyond
    ``MAX_UNPACKED_BYTES``. Macros are never run and external references never followed.
    """
    if not data.startswith(ZIP_MAGIC):
        refuse_binary(data, name)
        raise ArticleError(f"{name} is not a Word file, whatever its name says", SAVE_AGAIN)
    _refuse_bomb(data, name)
    styled = [(_style(paragraph), paragraph.text) for paragraph in _paragraphs(data, name)]
    titles = [text for style, text in styled if style == "title" and text.strip()]
    headings = [text for style, text in styled if style.startswith("heading") and text.strip()]
    return Page(
        title=next(iter(titles + headings), ""),
        paragraphs=tuple(
            line
            for style, text in styled
            if not style.startswith(("title", "heading", "caption"))
            for line in text.split("\n")
        ),
    )


def _refuse_bomb(data: bytes, name: str) -> None:
    """Check the declared sizes; ``zipfile`` never unpacks more than is declared."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile:
        raise ArticleError(f"{name} is a damaged Word file", SAVE_AGAIN) from None
    size = sum(part.file_size for part in parts)
    if size > MAX_UNPACKED_BYTES or len(parts) > MAX_PARTS:
        raise ArticleError(
            f"{name} unpacks to {megabytes(size)} in {len(parts)} parts, more than an article has",
            "Copy the text into a .txt file.",
        )


def _paragraphs(data: bytes, name: str) -> list["Paragraph"]:
    from zipfile import BadZipFile

    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        return docx.Document(io.BytesIO(data)).paragraphs
    except (PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, BadZipFile):
        raise ArticleError(f"{name} is a zip archive, but no sound Word file", SAVE_AGAIN) from None


def _style(paragraph: "Paragraph") -> str:
    style = paragraph.style
    return str(style.name).lower() if style is not None and style.name else ""

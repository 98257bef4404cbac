"""PDF: columns in reading order, without running heads, tables and footnotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarize.articles.decoding import refuse_binary
from summarize.articles.page import Page
from summarize.articles.pdf.columns import columns_of
from summarize.articles.pdf.extract import extract
from summarize.articles.pdf.figures import without_figures
from summarize.articles.pdf.furniture import without_furniture
from summarize.articles.pdf.lines import on_their_lines, upright
from summarize.articles.pdf.paragraphs import Paragraph, paragraphs_of
from summarize.articles.pdf.sheet import Column, Document, Line, Sheet, Word
from summarize.articles.pdf.story import story_of
from summarize.errors import ArticleError

__all__ = ["PDF_MAGIC", "page_of", "read_pdf"]

PDF_MAGIC = b"%PDF-"
WITHIN = 1024
"""Bytes within which a PDF begins; mail programs put a line before it."""
UNKNOWN = "\ufffd"
MOSTLY = 0.3
"""Share of unknown characters above which a line or a document cannot be read."""
STAMP_WORDS = 12
"""As many words on the picture of a page are a stamp of the scanner, not its text."""
SYMBOLS = "•"


def read_pdf(data: bytes, name: str) -> Page:
    """Read a PDF with text in it.

    Raises ``ArticleError`` on other files, on encrypted and damaged ones, on scans, on text in
    fonts that do not tell their characters, and on what overruns the limits.
    """
    if PDF_MAGIC not in data[:WITHIN]:
        refuse_binary(data, name)
        raise ArticleError(
            f"{name} is not a PDF file, whatever its name says", "Check that it is the right file."
        )
    document = extract(data, name)
    _refuse_scan(document, name)
    _refuse_unknown(document, name)
    return page_of(document)


def page_of(document: Document) -> Page:
    """Title, paragraphs and what was left out of ``document``: pure."""
    sheets = [_prepared(number, sheet) for number, sheet in enumerate(document.sheets, 1)]
    words = without_furniture([sheet.words for sheet in sheets])
    left_out = [(number, what) for number, sheet in enumerate(sheets, 1) for what in sheet.left_out]
    columns: list[list[Paragraph]] = []
    for number, page in enumerate(words, 1):
        for column in columns_of(page):
            if column.is_table:
                left_out.append((number, f"a table on page {number}"))
                continue
            kept, has_figures = without_figures(_readable(column))
            if has_figures:
                left_out.append((number, f"a table on page {number}"))
            if kept:
                columns.append(paragraphs_of(kept, number))
            if any(_is_unknown(line.text) for line in column.lines):
                left_out.append((number, f"letters on page {number} that their font does not tell"))
    story = story_of(columns, document.title)
    left_out += [(number, f"a footnote on page {number}") for number in story.notes]
    phrases = dict.fromkeys(phrase for _, phrase in sorted(left_out, key=lambda one: one[0]))
    return Page(story.title, story.paragraphs, tuple(phrases))


@dataclass(frozen=True, slots=True)
class _Prepared:
    words: Sequence[Word]
    left_out: tuple[str, ...]


def _prepared(number: int, sheet: Sheet) -> _Prepared:
    """Upright words, or none and what the page is instead."""
    if sheet.damaged:
        return _Prepared((), (f"page {number}, which is damaged",))
    if _is_picture(sheet):
        return _Prepared((), (f"page {number}, an image without text",))
    if not sheet.words and sheet.shapes > STAMP_WORDS:
        return _Prepared((), (f"page {number}, a drawing without text",))
    words, tilted = upright(_with_bullets(sheet.words))
    left_out = (f"text set at an angle on page {number}",) if tilted else ()
    return _Prepared(on_their_lines(words), left_out)


def _is_picture(sheet: Sheet) -> bool:
    """A page that was scanned, with no more text than a stamp in small type."""
    if not sheet.words:
        return sheet.pictures >= 0.05
    small = max(word.size for word in sheet.words) <= 10
    return sheet.pictures >= 0.7 and len(sheet.words) <= STAMP_WORDS and small


def _with_bullets(words: Sequence[Word]) -> Iterator[Word]:
    """An unknown character that stands alone is the bullet of a symbol font."""
    for word in words:
        yield replace(word, text=SYMBOLS) if word.text == UNKNOWN and not word.glued else word


def _is_unknown(text: str) -> bool:
    return UNKNOWN in text


def _readable(column: Column) -> list[Line]:
    return [
        line for line in column.lines if line.text.count(UNKNOWN) <= MOSTLY * max(len(line.text), 1)
    ]


def _refuse_scan(document: Document, name: str) -> None:
    pictures = sum(map(_is_picture, document.sheets))
    if any(sheet.words and not _is_picture(sheet) for sheet in document.sheets):
        return
    if pictures or any(sheet.shapes for sheet in document.sheets):
        raise ArticleError(
            f"{name} is a scan: its pages are images without text",
            "Recognise its text first, for instance with OCRmyPDF (ocrmypdf in.pdf out.pdf), "
            "and give that file.",
        )
    raise ArticleError(f"{name} is a PDF file without text", "Check that it is the right one.")


def _refuse_unknown(document: Document, name: str) -> None:
    texts = [word.text for sheet in document.sheets for word in sheet.words]
    unknown = sum(text.count(UNKNOWN) for text in texts)
    if unknown > MOSTLY * sum(map(len, texts)):
        raise ArticleError(
            f"{name} cannot be decoded: its fonts do not tell which characters they show",
            "Recognise its text as that of a scan (ocrmypdf --force-ocr in.pdf out.pdf), "
            "or export the PDF again with another program.",
        )

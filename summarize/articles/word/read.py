"""Word files: paragraphs by style, from an archive whose size is checked before it is unpacked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from summarize.articles.archives import ZIP_MAGIC, open_archive, unpack
from summarize.articles.decoding import refuse_binary
from summarize.articles.limits import refuse_many_elements, refuse_many_paragraphs
from summarize.articles.missing import counted
from summarize.articles.page import Page
from summarize.articles.paragraphs import joined
from summarize.articles.tables import A_TABLE, is_data
from summarize.articles.word.text import joins_next, paragraph_text, tag, unseen_styles, value
from summarize.errors import ArticleError
from summarize.safe_xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

KIND: Final = "Word file"
SAVE_AGAIN: Final = "Open it in Word or LibreOffice and save it again as .docx."
_MAIN: Final = "word/document.xml"
_STYLES: Final = "word/styles.xml"
_NO_TEXT: Final = ("title", "heading", "caption", "toc ", "table of ", "header", "footer")
_AROUND: Final = frozenset(
    ["body", "sdt", "sdtContent", "customXml", "ins", "moveTo", "tc", "txbxContent"]
)
"""Elements that hold paragraphs and tables without being any."""


@dataclass(frozen=True, slots=True)
class _Styles:
    """Names of styles in lower case by their ids, and the ids of those whose text is not seen."""

    names: Mapping[str, str] = field(default_factory=dict)
    unseen: frozenset[str] = frozenset()


@dataclass
class _Contents:
    """Paragraphs with the names of their styles, and what stands among them that is no text."""

    styled: list[tuple[str, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    begun: str = ""  # a paragraph whose end was deleted


def read_word(data: bytes, name: str) -> Page:
    """Read a .docx: title by style ``Title`` or the first heading; other headings are left out.

    Raises ``ArticleError`` on other files, damaged ones, and archives that unpack beyond
    ``MAX_UNPACKED_BYTES``. Macros are never run and external references never followed.
    """
    if not data.startswith(ZIP_MAGIC):
        refuse_binary(data, name)
        raise ArticleError(f"{name} is not a Word file, whatever its name says", SAVE_AGAIN)
    main, styles = _parts(data, name)
    refuse_many_paragraphs(sum(1 for _ in main.iter("{*}p")), name)
    contents = _Contents()
    _gather(main, _styles_of(styles), contents)
    titles = [text for style, text in contents.styled if style == "title" and text.strip()]
    headings = [text for style, text in contents.styled if style.startswith("heading")]
    paragraphs = (
        line
        for style, text in contents.styled
        if not style.startswith(_NO_TEXT)
        for line in joined(text).split("\n")
    )
    title = next(filter(str.strip, titles + headings), "")
    return Page(" ".join(title.split()), tuple(paragraphs), counted(contents.missing))


def _parts(data: bytes, name: str) -> "tuple[_Element, _Element | None]":
    """The document and its styles."""
    with open_archive(data, name, KIND, SAVE_AGAIN) as archive:
        main = unpack(archive, _MAIN, name, KIND, SAVE_AGAIN)
        has_styles = _STYLES in archive.NameToInfo
        styles = unpack(archive, _STYLES, name, KIND, SAVE_AGAIN) if has_styles else b""
    refuse_many_elements(main, name)
    refuse_many_elements(styles, name)
    return _parse(main, name), _parse(styles, name) if styles else None


def _parse(data: bytes, name: str) -> "_Element":
    return parse_xml(data, name, lambda _: _unsound(name))


def _unsound(name: str) -> ArticleError:
    return ArticleError(f"{name} is a zip archive, but no sound Word file", SAVE_AGAIN)


def _styles_of(part: "_Element | None") -> _Styles:
    if part is None:
        return _Styles()
    found = part.iterfind("{*}style")
    names = {value(one, "styleId"): value(one.find("{*}name")).lower() for one in found}
    return _Styles(names, unseen_styles(part))


def _gather(element: "_Element", styles: _Styles, contents: _Contents) -> None:
    """Add what stands in ``element``, in reading order."""
    for child in element:
        name = tag(child)
        if name == "p":
            _add_paragraph(child, styles, contents)
        elif name == "tbl":
            _add_table(child, styles, contents)
        elif name == "altChunk":
            contents.missing.append("an embedded document")
        elif name in _AROUND:
            _gather(child, styles, contents)


def _add_paragraph(paragraph: "_Element", styles: _Styles, contents: _Contents) -> None:
    """Add it, and after it the text boxes that are anchored in it."""
    own = value(paragraph.find("{*}pPr/{*}pStyle"))
    text = contents.begun + paragraph_text(paragraph, styles.unseen)
    contents.begun = text if joins_next(paragraph) else ""
    if not contents.begun:
        contents.styled.append((styles.names.get(own, own.lower()), text))
    for box in _boxes(paragraph):
        _gather(box, styles, contents)
    if paragraph.find(".//{*}OLEObject") is not None:
        contents.missing.append("an embedded document")


def _boxes(element: "_Element") -> "Iterator[_Element]":
    """Text boxes in ``element``; of two forms of the same drawing the newer one."""
    for child in element:
        name = tag(child)
        if name == "txbxContent":
            yield child
        elif name not in ("Fallback", "del", "moveFrom"):
            yield from _boxes(child)


def _add_table(table: "_Element", styles: _Styles, contents: _Contents) -> None:
    rows = [list(row.iterfind("{*}tc")) for row in table.iterfind("{*}tr")]
    texts = [[_cell_text(cell) for cell in row] for row in rows]
    if is_data(texts):
        contents.missing.append(A_TABLE)
        return
    for cell in (cell for row in rows for cell in row):
        _gather(cell, styles, contents)


def _cell_text(cell: "_Element") -> str:
    return "\n".join(map(paragraph_text, cell.iter("{*}p")))

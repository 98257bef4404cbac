"""OpenDocument text: paragraphs, lists and headings as they stand, without deletions and notes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarize.articles.archives import ZIP_MAGIC, open_archive, unpack
from summarize.articles.decoding import refuse_binary
from summarize.articles.limits import refuse_many_elements, refuse_many_paragraphs
from summarize.articles.page import Flow, Kind, Page, page_of
from summarize.articles.tables import A_TABLE, is_prose
from summarize.errors import ArticleError
from summarize.safe_xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

SPACE = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, STYLE, FO = f"{SPACE}text:1.0}}", f"{SPACE}style:1.0}}", f"{SPACE}xsl-fo-compatible:1.0}}"
BODY, TABLE = f"{SPACE}office:1.0}}text", f"{SPACE}table:1.0}}table"
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
LEFT_OUT = (
    f"{TEXT}tracked-changes",
    f"{TEXT}note",
    f"{SPACE}office:1.0}}annotation",
    f"{TEXT}table-of-content",
    f"{TEXT}sequence-decls",
    f"{TEXT}hidden-text",
)
SAVE_AGAIN = "Open it in LibreOffice or Word and save it again as .odt or .docx."
KIND = "OpenDocument text"


def read_odt(data: bytes, name: str) -> Page:
    """Read an .odt: title by style ``Title``, else the first heading; other headings left out.

    Raises ``ArticleError`` on other files, damaged and encrypted ones, and on archive bombs.
    """
    if not data.startswith(ZIP_MAGIC):
        refuse_binary(data, name)
        raise ArticleError(f"{name} is not an .odt file, whatever its name says", SAVE_AGAIN)
    archive = open_archive(data, name, KIND, SAVE_AGAIN)
    if "META-INF/manifest.xml" in archive.namelist() and b"encryption-data" in unpack(
        archive, "META-INF/manifest.xml", name, KIND, SAVE_AGAIN
    ):
        raise ArticleError(f"{name} is encrypted", "Save it without a password.")
    content = unpack(archive, "content.xml", name, KIND, SAVE_AGAIN)
    refuse_many_elements(content, name)
    root = parse_xml(content, name, lambda message: ArticleError(message, SAVE_AGAIN))
    body = root.find(f".//{BODY}")
    if body is None:
        raise ArticleError(f"{name} is an OpenDocument file, but holds no text", SAVE_AGAIN)
    refuse_many_paragraphs(sum(1 for _ in body.iter(*PARAGRAPHS)), name)
    return page_of(list(_Reader(root).blocks(body)))


class _Reader:
    """What the styles of the document say: which are titles, which hide or strike out text."""

    def __init__(self, root: "_Element") -> None:
        self.titles, self.unseen = {"Title"}, set[str]()
        for style in root.iter(f"{STYLE}style"):
            name, parent = style.get(f"{STYLE}name", ""), style.get(f"{STYLE}parent-style-name")
            if parent == "Title":
                self.titles.add(name)
            text = style.find(f"{STYLE}text-properties")
            if text is not None and _is_unseen(text):
                self.unseen.add(name)

    def blocks(self, element: "_Element") -> Iterator[Flow]:
        """Blocks in the order of the document, those of text boxes after their paragraph."""
        for child in element:
            if child.tag in LEFT_OUT:
                continue
            if child.tag in PARAGRAPHS:
                yield from self._paragraph(child)
            elif child.tag == TABLE:
                yield from self._table(child)
            else:
                yield from self.blocks(child)

    def _paragraph(self, element: "_Element") -> Iterator[Flow]:
        style = element.get(f"{TEXT}style-name", "")
        inside: list[_Element] = []
        text = "" if style in self.unseen else "".join(self._text(element, inside))
        kind: Kind = "heading" if element.tag == f"{TEXT}h" else "paragraph"
        if text.strip():
            yield "title" if style in self.titles else kind, text.strip()
        for box in inside:
            yield from self.blocks(box)

    def _text(self, element: "_Element", boxes: "list[_Element]") -> Iterator[str]:
        """Text of ``element``; the frames in it are added to ``boxes``."""
        yield element.text or ""
        for child in element:
            if child.tag == f"{TEXT}s":
                yield " "  # several say no more: spaces are made one
            elif child.tag in (f"{TEXT}tab", f"{TEXT}line-break"):
                yield " "
            elif child.tag.startswith(f"{SPACE}drawing:1.0}}"):
                boxes.append(child)
            elif child.tag not in LEFT_OUT and not self._is_unseen(child):
                yield from self._text(child, boxes)
            yield child.tail or ""

    def _is_unseen(self, element: "_Element") -> bool:
        return element.get(f"{TEXT}style-name", "") in self.unseen

    def _table(self, table: "_Element") -> Iterator[Flow]:
        """Cells as paragraphs where they are prose, as in a page that is laid out by a table."""
        cells = [text for kind, text in self.blocks(table) if kind != "missing"]
        if is_prose(cells):
            yield from (("paragraph", text) for text in cells)
        elif cells:
            yield "missing", A_TABLE


def _is_unseen(properties: "_Element") -> bool:
    struck = properties.get(f"{STYLE}text-line-through-style", "none") != "none"
    return struck or properties.get(f"{TEXT}display") == "none"

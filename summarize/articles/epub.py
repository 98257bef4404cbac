"""EPUB: the documents of its spine, one after the other, block by block."""

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from summarize.articles.archives import ZIP_MAGIC, open_archive, unpack
from summarize.articles.characters import one_line
from summarize.articles.decoding import refuse_binary
from summarize.articles.limits import MAX_UNPACKED_BYTES, refuse_many, refuse_many_elements
from summarize.articles.page import Flow, Kind, Page, page_of
from summarize.articles.tables import A_TABLE, is_prose
from summarize.errors import ArticleError
from summarize.safe_xml import parse_xml

if TYPE_CHECKING:
    from zipfile import ZipFile

    from lxml.etree import _Element

CONTAINER = "META-INF/container.xml"
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = (
    "address article aside blockquote body center dd div dl dt figure figcaption footer form "
    "header hr li main nav ol p pre section table ul"
)
BLOCKS = HEADINGS | frozenset(_BLOCKS.split())
LEFT_OUT = frozenset({"head", "script", "style", "nav", "svg", "figure", "del", "s", "strike"})
NOTES = ("footnote", "endnote", "noteref", "rearnote")
TYPE = "epub:type"
KIND = "EPUB file"
EXPORT = "Export it again, or copy the article into a .txt file."


def read_epub(data: bytes, name: str) -> Page:
    """Read an .epub: title of its first heading, else of its metadata; other headings left out.

    Raises ``ArticleError`` on other files, damaged and protected ones, and on archive bombs.
    """
    if not data.startswith(ZIP_MAGIC):
        refuse_binary(data, name)
        raise ArticleError(f"{name} is not an EPUB file, whatever its name says", EXPORT)
    archive = open_archive(data, name, KIND, EXPORT)
    if "META-INF/rights.xml" in archive.namelist():
        raise ArticleError(f"{name} is protected against copying", "Give the article as text.")
    package, folder = _package(archive, name)
    parts = [unpack(archive, part, name, KIND, EXPORT) for part in _spine(package, folder)]
    refuse_many(sum(map(len, parts)), MAX_UNPACKED_BYTES, "bytes of text", name)
    refuse_many_elements(b"".join(parts), name)
    blocks = [block for part in parts for block in blocks_of(part)]
    named = "".join(str(text) for one in _local(package, "title")[:1] for text in one.itertext())
    return page_of(blocks, one_line(named))


def _package(archive: "ZipFile", name: str) -> "tuple[_Element, str]":
    """The package document and the folder that its names start from."""

    def refusal(message: str) -> ArticleError:
        return ArticleError(message, EXPORT)

    container = parse_xml(unpack(archive, CONTAINER, name, KIND, EXPORT), name, refusal)
    roots = [one.get("full-path", "") for one in _local(container, "rootfile")]
    if not roots:
        raise ArticleError(f"{name} is no sound {KIND}: it names no package", EXPORT)
    package = parse_xml(unpack(archive, roots[0], name, KIND, EXPORT), name, refusal)
    return package, posixpath.dirname(roots[0])


def _spine(package: "_Element", folder: str) -> Iterator[str]:
    """Names of the documents in reading order, each once, without the table of contents."""
    seen = set[str]()
    items = {one.get("id"): one for one in _local(package, "item")}
    for reference in _local(package, "itemref"):
        item = items.get(reference.get("idref"))
        if item is None or "nav" in item.get("properties", "").split():
            continue
        if "html" in item.get("media-type", "") and reference.get("linear") != "no":
            part = posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
            if part not in seen:
                seen.add(part)
                yield part


def _local(element: "_Element", tag: str) -> "list[_Element]":
    """Descendants by name, in whatever namespace."""
    return [one for one in element.iter() if str(one.tag).rpartition("}")[2] == tag]


def blocks_of(data: bytes) -> Iterator[Flow]:
    """Blocks of a document, whose entities are those of HTML; nothing outside it is read."""
    from lxml import etree

    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    parser = etree.HTMLParser(encoding=encoding, no_network=True, remove_comments=True)
    root = etree.fromstring(data, parser) if data.strip() else None
    body = root.find(".//body") if root is not None else None
    if body is not None:
        yield from _blocks(body, _holders(body))


def _holders(body: "_Element") -> "set[_Element]":
    """Elements with a block somewhere inside: told once for all, from the blocks upwards."""
    found: set[_Element] = set()
    for block in body.iter(*BLOCKS):
        for above in block.iterancestors():
            if above in found:
                break
            found.add(above)
    return found


def _blocks(element: "_Element", holders: "set[_Element]") -> Iterator[Flow]:
    """Innermost blocks, and the loose text between them."""
    kind: Kind = "heading" if element.tag in HEADINGS else "paragraph"
    pieces = [element.text or ""]
    for child in element:
        if _is_left_out(child):
            pass
        elif child.tag == "table":
            yield from _flushed(kind, pieces)
            yield from _table(child)
        elif child.tag in BLOCKS or child in holders:
            yield from _flushed(kind, pieces)
            yield from _blocks(child, holders)
        else:
            pieces.append(_inline(child))
        pieces.append(child.tail or "")
    yield from _flushed(kind, pieces)


def _flushed(kind: Kind, pieces: list[str]) -> Iterator[Flow]:
    if text := one_line("".join(pieces)):
        yield kind, text
    pieces.clear()


def _inline(element: "_Element") -> str:
    if element.tag == "br":
        return " "
    inner = [element.text or ""]
    for child in element:
        inner += ["" if _is_left_out(child) else _inline(child), child.tail or ""]
    return "".join(inner)


def _is_left_out(element: "_Element") -> bool:
    kind = element.get(TYPE) or element.get("role", "").replace("doc-", "")
    return element.tag in LEFT_OUT or any(note in kind for note in NOTES)


def _table(table: "_Element") -> Iterator[Flow]:
    cells = [one_line("".join(map(str, cell.itertext()))) for cell in table.iter("td", "th")]
    if is_prose(cells):
        yield from (("paragraph", cell) for cell in cells if cell)
    elif any(cells):
        yield "missing", A_TABLE

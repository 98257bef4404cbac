"""XML of translation tools: read without entities, network or document type; written in UTF-8."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final

from summarize.errors import ReviewError
from summarize.review.formats.records import writable
from summarize.safe_xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

XML: Final = "http://www.w3.org/XML/1998/namespace"
SPACE: Final = f"{{{XML}}}space"
LANGUAGE: Final = f"{{{XML}}}lang"
OWN: Final = "urn:summarize:review:1"
"""The namespace of attributes that hold what a format has no place for."""
SHA256: Final = f"{{{OWN}}}sha256"
VERSION: Final = f"{{{OWN}}}version"
AGAIN: Final = "Save it again from the tool it comes from, or export the segments anew."


def parse(data: bytes, name: str) -> "_Element":
    """The root of the document in the file ``name``. Raises ``ReviewError`` as for ``refusal``."""
    return parse_xml(data, name, refusal)


def refusal(message: str) -> ReviewError:
    """What is wrong with a file, and what to do about it."""
    return ReviewError(message, AGAIN)


def serialise(root: "_Element") -> bytes:
    """The document as a file; text keeps all its spaces."""
    from lxml import etree

    return etree.tostring(
        root.getroottree(), encoding="UTF-8", xml_declaration=True, pretty_print=True
    )


def child(parent: "_Element", name: str, text: str | None = None, /, **values: str) -> "_Element":
    """A new last child of ``parent``, in the namespace of it."""
    from lxml import etree

    namespace = etree.QName(parent).namespace
    made = etree.SubElement(parent, f"{{{namespace}}}{name}" if namespace else name, values)
    made.text = None if text is None else writable(text)
    return made


def tag(element: "_Element") -> str:
    """The name of ``element`` without its namespace."""
    return str(element.tag).rpartition("}")[2]


def place_of(element: "_Element", name: str) -> str:
    """Where in the file ``name`` people find ``element``."""
    return f"{name}, line {element.sourceline}"


def text_of(element: "_Element | None", codes: Collection[str] = ()) -> str:
    """All text in ``element``, without that of elements called as in ``codes``; "" for ``None``."""
    return "" if element is None else "".join(_pieces(element, codes))


def _pieces(element: "_Element", codes: Collection[str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if tag(child) not in codes:
            yield from _pieces(child, codes)
        yield child.tail or ""

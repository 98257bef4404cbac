"""XML of translation tools: read without entities, network or document type; written in UTF-8."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, Final

from summarize.errors import ReviewError
from summarize.review.formats.records import writable

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
    """The root of the document in the file ``name``.

    Raises ``ReviewError`` where it is no sound XML or defines entities, whatever for.
    """
    from lxml import etree

    refuse_entities(data, name)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReviewError(f"{name}, line {error.lineno}: not sound XML: {error.msg}", AGAIN) from (
            error
        )
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and declared.entities():  # in an encoding that the bytes do not show
        raise _entities(name)
    return root


def refuse_entities(data: bytes, name: str) -> None:
    """Raise ``ReviewError`` where entities are defined, in UTF-8, UTF-16 or UTF-32."""
    if b"<!ENTITY" in data or b"<!ENTITY" in data.replace(b"\0", b""):
        raise _entities(name)


def _entities(name: str) -> ReviewError:
    return ReviewError(f"{name} defines XML entities, which are refused", AGAIN)


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


def text_of(element: "_Element | None", codes: Collection[str] = ()) -> str:
    """All text in ``element``, without that of elements called as in ``codes``; "" for ``None``."""
    return "" if element is None else "".join(_pieces(element, codes))


def _pieces(element: "_Element", codes: Collection[str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if tag(child) not in codes:
            yield from _pieces(child, codes)
        yield child.tail or ""

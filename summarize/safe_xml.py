"""XML from elsewhere: parsed without entities, document type or network, whatever it asks for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from summarize.errors import SummarizeError

if TYPE_CHECKING:
    from lxml.etree import _Element

Refusal = Callable[[str], SummarizeError]
"""Makes the error out of what is wrong, so that each kind of file has its own hint."""


def parse_xml(data: bytes, name: str, refusal: Refusal, encoding: str | None = None) -> "_Element":
    """The root of the document in the file ``name``; ``encoding`` outranks what it says itself.

    Raises what ``refusal`` makes where it is no sound XML or defines entities, whatever for.
    """
    from lxml import etree

    refuse_entities(data, name, refusal)
    parser = etree.XMLParser(
        encoding=encoding,
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
        raise refusal(f"{name}, line {error.lineno}: not sound XML: {error.msg}") from error
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and declared.entities():  # in an encoding that the bytes do not show
        raise refusal(f"{name} defines XML entities, which are refused")
    return root


def refuse_entities(data: bytes, name: str, refusal: Refusal) -> None:
    """Raise what ``refusal`` makes where entities are defined, in UTF-8, UTF-16 or UTF-32."""
    if b"<!ENTITY" in data or b"<!ENTITY" in data.replace(b"\0", b""):
        raise refusal(f"{name} defines XML entities, which are refused")

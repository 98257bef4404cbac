"""Atom 1.0 (RFC 4287) and 0.3."""

import html
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from summarize.feeds.dates import seconds_of
from summarize.feeds.fulltext import full_text
from summarize.feeds.records import Item, Kind
from summarize.feeds.xml import children, inner_text, plain, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACES: Final = ("{http://www.w3.org/2005/Atom}", "{http://purl.org/atom/ns#}", "")
BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"
PAGE_TYPES: Final = ("", "text/html", "application/xhtml+xml")
DATES: Final = ("published", "issued", "updated", "modified")


def read(root: "_Element") -> tuple[Kind, str, list[Item]]:
    """Kind, title and items."""
    entries = children(root, *_named("entry"))
    return "Atom feed", plain(text_of(root, *_named("title"))), [_item(one) for one in entries]


def _named(name: str) -> list[str]:
    return [namespace + name for namespace in NAMESPACES]


def _item(entry: "_Element") -> Item:
    dates = (seconds_of(text_of(entry, *_named(name))) for name in DATES)
    return Item(
        urljoin(entry.get(BASE, ""), _link(entry)),
        text_of(entry, *_named("id")),
        plain(text_of(entry, *_named("title"))),
        next((date for date in dates if date is not None), None),
        full_text(_content(entry)),
    )


def _link(entry: "_Element") -> str:
    links = [
        link
        for link in children(entry, *_named("link"))
        if link.get("rel", "alternate") == "alternate" and link.get("type", "") in PAGE_TYPES
    ]
    return str(links[0].get("href", "")).strip() if links else ""


def _content(entry: "_Element") -> str:
    """The content as HTML; "" where it is elsewhere or no text."""
    from lxml import etree

    for content in children(entry, *_named("content")):
        kind = content.get("type", "text")
        if kind in ("xhtml", "application/xhtml+xml"):
            return "".join(etree.tostring(child, encoding="unicode") for child in content)
        if kind in ("html", "text/html"):
            return inner_text(content)
        if kind in ("text", "text/plain"):
            paragraphs = inner_text(content).split("\n\n")
            return "".join(f"<p>{html.escape(one)}</p>" for one in paragraphs)
    return ""

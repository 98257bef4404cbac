"""JSON Feed 1.0 and 1.1."""

import html
from collections.abc import Mapping
from typing import Any, Final

from summarize.feeds.dates import seconds_of
from summarize.feeds.fulltext import full_text
from summarize.feeds.records import Item, Kind
from summarize.feeds.xml import plain

VERSION: Final = "jsonfeed.org/version/"


def is_feed(data: Mapping[str, Any]) -> bool:
    """Whether ``data`` says of itself that it is a JSON feed."""
    return VERSION in str(data.get("version", ""))


def read(data: Mapping[str, Any]) -> tuple[Kind, str, list[Item]]:
    """Kind, title and items; what is not of the type that it should be is taken for missing."""
    items = data.get("items")
    found = (
        [_item(one) for one in items if isinstance(one, dict)] if isinstance(items, list) else []
    )
    return "JSON feed", plain(_text(data, "title")), found


def _item(data: Mapping[str, Any]) -> Item:
    paragraphs = _text(data, "content_text").split("\n\n")
    text = "".join(f"<p>{html.escape(one)}</p>" for one in paragraphs)
    return Item(
        _text(data, "url") or _text(data, "external_url"),
        _text(data, "id"),
        plain(_text(data, "title")),
        seconds_of(_text(data, "date_published") or _text(data, "date_modified")),
        full_text(_text(data, "content_html") or text),
    )


def _text(data: Mapping[str, Any], name: str) -> str:
    found = data.get(name)
    return found if isinstance(found, str) else str(found) if isinstance(found, int) else ""

"""RSS 0.9, 0.91, 0.92, 1.0 (RDF) and 2.0, and their modules for text, date and original link."""

from typing import TYPE_CHECKING, Final

from summarize.feeds.dates import seconds_of
from summarize.feeds.fulltext import full_text
from summarize.feeds.records import Item, Kind
from summarize.feeds.xml import children, plain, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACES: Final = (
    "",
    "{http://purl.org/rss/1.0/}",
    "{http://my.netscape.com/rdf/simple/0.9/}",
    "{http://channel.netscape.com/rdf/simple/0.9/}",
    "{http://backend.userland.com/rss2}",
)
ENCODED: Final = "{http://purl.org/rss/1.0/modules/content/}encoded"
DUBLIN_DATE: Final = "{http://purl.org/dc/elements/1.1/}date"
ORIGINAL_LINK: Final = "{http://rssnamespace.org/feedburner/ext/1.0}origLink"
ATOM_LINK: Final = "{http://www.w3.org/2005/Atom}link"
ABOUT: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"


def read(root: "_Element") -> tuple[Kind, str, list[Item]]:
    """Kind, title and items; they stand in the channel, or beside it in RSS 1.0."""
    channels = children(root, *_named("channel"))
    title = plain(text_of(channels[0], *_named("title"))) if channels else ""
    items = [item for place in (*channels, root) for item in children(place, *_named("item"))]
    return "RSS feed", title, [_item(item) for item in items]


def _named(name: str) -> list[str]:
    return [namespace + name for namespace in NAMESPACES]


def _item(item: "_Element") -> Item:
    own = text_of(item, *_named("guid")) or item.get(ABOUT, "")
    return Item(
        _link(item, own),
        own,
        plain(text_of(item, *_named("title"))),
        seconds_of(text_of(item, *_named("pubDate"), DUBLIN_DATE)),
        full_text(text_of(item, ENCODED)),
    )


def _link(item: "_Element", own: str) -> str:
    if link := text_of(item, ORIGINAL_LINK, *_named("link")):
        return link
    for guid in children(item, *_named("guid")):
        if guid.get("isPermaLink", "true") == "true" and own.startswith(("http://", "https://")):
            return own
    return next((str(one.get("href", "")) for one in children(item, ATOM_LINK)), "")

"""Sitemaps of sitemaps.org, with the news extension, and indexes of sitemaps."""

from typing import TYPE_CHECKING, Final

from summarize.feeds.dates import seconds_of
from summarize.feeds.records import Item, Kind
from summarize.feeds.xml import plain, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

NEWS: Final = (
    "{http://www.google.com/schemas/sitemap-news/0.9}",
    "{https://www.google.com/schemas/sitemap-news/0.9}",
)


def read(root: "_Element") -> tuple[Kind, str, list[Item]]:
    """Kind, no title, and what is listed: pages, or sitemaps where it is an index."""
    namespace, _, name = str(root.tag).rpartition("}")
    kind: Kind = "sitemap index" if name == "sitemapindex" else "sitemap"
    inner = "sitemap" if name == "sitemapindex" else "url"
    prefix = f"{namespace}}}" if namespace else ""
    return kind, "", [_item(one, prefix) for one in root if one.tag == prefix + inner]


def _item(place: "_Element", prefix: str) -> Item:
    news = next((child for child in place if child.tag in [f"{one}news" for one in NEWS]), None)
    title = published = ""
    if news is not None:
        title = plain(text_of(news, *(f"{one}title" for one in NEWS)))
        published = text_of(news, *(f"{one}publication_date" for one in NEWS))
    date = seconds_of(published or text_of(place, f"{prefix}lastmod"))
    return Item(text_of(place, f"{prefix}loc"), "", title, date)

"""Bytes of a feed to a :class:`Feed`: RSS 0.9 to 2.0, RSS 1.0, Atom, JSON Feed, sitemaps.

Read with lxml, which the program has for web pages anyway. feedparser was tried: it takes 80 times
as long for a feed of 200 items (104 against 1.2 ms) and knows neither sitemaps nor JSON Feed; a web
page is an empty feed to it, and so is a feed whose entities would blow up.
"""

import json
import re
import zlib
from collections.abc import Callable, Iterable
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from summarize.articles.forms import GZIP
from summarize.articles.limits import MAX_BYTES, megabytes
from summarize.articles.private import without_login
from summarize.errors import ArticleError
from summarize.feeds import atom, jsonfeed, rss, sitemap
from summarize.feeds.records import Feed, Item
from summarize.feeds.xml import HINT, root_of

ALTERNATE: Final = re.compile(rb"<link\b[^<>]{0,1000}>", re.IGNORECASE)
HREF: Final = re.compile(rb"""\bhref\s*=\s*["']?([^"'\s<>]{1,1000})""", re.IGNORECASE)
FEED_LINK: Final = re.compile(rb"application/(?:rss|atom)\+xml|application/feed\+json", re.I)


def unpacked(data: bytes, name: str) -> bytes:
    """``data`` of the document ``name``, taken out of gzip, as large sitemaps come.

    Raises ``ArticleError`` where that is damaged or grows beyond ``MAX_BYTES``.
    """
    if not data.startswith(GZIP):
        return data
    unpacker = zlib.decompressobj(wbits=31)
    try:
        found = unpacker.decompress(data, MAX_BYTES)
    except zlib.error as error:
        raise ArticleError(f"{name} is damaged: {error}", "Try again later.") from None
    if unpacker.unconsumed_tail:
        raise ArticleError(f"{name} is larger than {megabytes(MAX_BYTES)}", HINT)
    return found


def parse_feed(data: bytes, address: str, charset: str = "") -> Feed:
    """The feed in ``data``, found at ``address``; ``charset`` is what its sender said.

    Items without an http link come only where they carry their text. Raises ``ArticleError`` where
    it is no feed.
    """
    data = unpacked(data, address)
    if not data.strip():
        raise ArticleError(f"{address} is empty, not a feed", HINT)
    if data.lstrip().startswith(b"{"):
        kind, title, items = jsonfeed.read(_json(data, address))
        note = ""
    else:
        root, note = root_of(data, address, charset)
        reader = _reader(str(root.tag), address)
        kind, title, items = reader(root)
        address = urljoin(address, root.get("{http://www.w3.org/XML/1998/namespace}base", ""))
    return Feed(kind, title, newest_first(_located(items, address)), note)


def newest_first(items: Iterable[Item]) -> tuple[Item, ...]:
    """Newest first; in the order given where a date is missing, as feeds have it by custom."""
    found = tuple(items)
    if any(item.published is None for item in found):
        return found
    return tuple(sorted(found, key=lambda item: -(item.published or 0)))


def feeds_named(data: bytes, address: str) -> list[str]:
    """Addresses of the feeds that a web page at ``address`` names in its head."""
    links = [link for link in ALTERNATE.findall(data[:200_000]) if FEED_LINK.search(link)]
    found = (HREF.search(link) for link in links)
    return [_absolute(address, one[1].decode("utf-8", "replace")) for one in found if one]


def _json(data: bytes, name: str) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise ArticleError(f"{name} is no JSON that can be read", HINT) from None
    if not (isinstance(found, dict) and jsonfeed.is_feed(found)):
        raise ArticleError(f"{name} is JSON, but not a feed", HINT)
    return found


def _reader(tag: str, name: str) -> Callable[[Any], tuple[Any, str, list[Item]]]:
    local = tag.rpartition("}")[2]
    readers = {"rss": rss.read, "RDF": rss.read, "feed": atom.read}
    readers |= {"urlset": sitemap.read, "sitemapindex": sitemap.read}
    if local not in readers:
        raise ArticleError(f"{name} is an XML document (<{local}>), not a feed", HINT)
    return readers[local]


def _located(items: Iterable[Item], address: str) -> list[Item]:
    """``items`` with absolute links, each once; what cannot be reached and has no text left out."""
    found: dict[str, Item] = {}
    for item in items:
        link = _absolute(address, item.link) if item.link else ""
        own = item.own or item.title
        one = Item(link, f"{address}#{own}", item.title, item.published, item.html)
        if link or (one.html and own):
            found.setdefault(one.id, one)
    return list(found.values())


def _absolute(address: str, link: str) -> str:
    """``link`` from ``address``, without a login; "" where that is no http or https address."""
    try:
        found = urljoin(address, "".join(link.split()))
        parts = urlsplit(found)
        _ = parts.port  # raises where it is no number
    except ValueError:
        return ""
    found = without_login(found)
    return found if parts.scheme in ("http", "https") and parts.hostname else ""

"""What a document is by its first bytes: a feed or sitemap, a web page, or something else."""

import re
import zlib
from typing import Final, Literal

Form = Literal["feed", "page", "other"]
SNIFFED: Final = 4096
GZIP: Final = b"\x1f\x8b"
SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
ROOT: Final = re.compile(rb"<((?:[\w.-]{1,40}:)?[\w.-]{1,40})")
FEED_ROOTS: Final = frozenset({b"rss", b"feed", b"rdf", b"urlset", b"sitemapindex"})
PAGE_ROOTS: Final = frozenset({b"html", b"head", b"body"})
HTML_TYPE: Final = b"<!doctype html"
JSON_FEED: Final = re.compile(rb"jsonfeed\.org\\?/version\\?/")


def form_of(data: bytes) -> Form:
    """The form of ``data``, in gzip or not, in UTF-8 or UTF-16. Raises nothing."""
    head = _head(data)
    if head.startswith(b"{"):
        return "feed" if JSON_FEED.search(head) else "other"
    head = _without_prolog(head)
    if head[: len(HTML_TYPE)].lower() == HTML_TYPE:
        return "page"
    found = ROOT.match(head)
    name = found[1].rpartition(b":")[2].lower() if found else b""
    return "feed" if name in FEED_ROOTS else "page" if name in PAGE_ROOTS else "other"


def is_address(source: str) -> bool:
    """Whether ``source`` is an address, of whatever scheme, and no name of a file."""
    return SCHEME.match(source) is not None


def _head(data: bytes) -> bytes:
    """The beginning of ``data`` as UTF-8, without white space before it."""
    if data.startswith(GZIP):
        try:
            data = zlib.decompressobj(wbits=31).decompress(data, 2 * SNIFFED)
        except zlib.error:
            return b""
    head = data[: 2 * SNIFFED].removeprefix(b"\xef\xbb\xbf")
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "replace").encode("utf-8", "replace")
    return head.lstrip()[:SNIFFED]


def _without_prolog(head: bytes) -> bytes:
    """``head`` from its first element on, or from the document type of a web page."""
    while head.startswith((b"<?", b"<!")) and head[: len(HTML_TYPE)].lower() != HTML_TYPE:
        _, found, rest = head.partition(b"-->" if head.startswith(b"<!--") else b">")
        if not found:
            return b""
        head = rest.lstrip()
    return head

"""The frozen records of a feed and of what it lists."""

import hashlib
import json
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

Kind = Literal["RSS feed", "Atom feed", "JSON feed", "sitemap", "sitemap index"]
TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")
"""How the names of parameters begin that tell where a reader came from, not which page it is."""


@dataclass(frozen=True, slots=True)
class Item:
    """One story that a feed lists, or one sitemap of an index.

    ``link`` is absolute, "" where there is none; ``own`` is what the feed calls the item.
    ``published`` is in seconds since 1970, ``None`` where no date is given or it cannot be read.
    ``html`` is the full text as a fragment of HTML, "" where the feed has only a teaser.
    """

    link: str
    own: str = ""
    title: str = ""
    published: float | None = None
    html: str = ""

    @property
    def id(self) -> str:
        """What stays the same however the link is decorated."""
        return canonical(self.link) if self.link else self.own

    @property
    def version(self) -> str:
        """Digest of all that the feed says of the item: another one says that it has changed."""
        told = json.dumps([self.link, self.title, self.published, self.html])
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says, its newest item first; ``note`` is what was wrong with it, or ""."""

    kind: Kind
    title: str
    items: tuple[Item, ...]
    note: str = ""


def canonical(link: str) -> str:
    """``link`` without fragment and without the parameters that only tell where a reader came from.

    Scheme and host come in lower case. The result is the same however often this is done.
    """
    try:
        parts = urlsplit(link)
    except ValueError:
        return link
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not name.lower().startswith(TRACKING)]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path or "/", query, ""))

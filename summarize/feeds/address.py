"""What an address says of itself: surely a feed, maybe one, or a page."""

from typing import Final, Literal
from urllib.parse import urlsplit

Likely = Literal["no", "maybe", "surely"]
PREFIX: Final = "feed:"
ENDINGS: Final = (".xml", ".rss", ".atom", ".rdf", ".xml.gz")
WORDS: Final = frozenset({"feed", "feeds", "rss", "rss2", "atom", "rdf", "sitemap", "feed.json"})


def without_prefix(source: str) -> str:
    """``source`` as a web address where it has the prefix ``feed:``, else unchanged."""
    if source[: len(PREFIX)].lower() != PREFIX:
        return source
    rest = source[len(PREFIX) :]
    return f"http:{rest}" if rest.startswith("//") else rest


def likely(source: str) -> Likely:
    """Whether ``source``, an address with or without ``feed:`` before it, is that of a feed."""
    if without_prefix(source) != source:
        return "surely"
    try:
        parts = urlsplit(source.lower())
    except ValueError:
        return "no"
    if parts.path.endswith(ENDINGS):
        return "surely"
    words = {*parts.path.split("/"), *parts.query.replace("=", "&").split("&")}
    return "maybe" if words & WORDS else "no"

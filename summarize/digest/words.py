"""Wording that the formats of a digest share."""

from collections.abc import Mapping
from typing import Final

from summarize.digest.records import Digest, Entry, Standing, Teller

TITLE: Final = "Digest"
_COUNTED: Final[Mapping[Standing, str]] = {
    "approved": "approved",
    "edited": "edited and not approved",
    "wrong": "likely wrong",
    "check": "to check",
    "usable": "likely usable",
}


def summary_line(digest: Digest) -> str:
    """How many stories of how many articles."""
    stories, articles = len(digest.entries), digest.articles
    return f"{_plural(stories, 'story', 'stories')} from {_plural(articles, 'article', 'articles')}"


def standing_line(counts: Mapping[Standing, int]) -> str:
    """How the Khmer sentences stand, in words and numbers; "" where there are none.

    The three levels of drafts are always told, 0 as well, unless no draft is left.
    """
    drafts = any(counts.get(one) for one in ("wrong", "check", "usable"))
    parts = [
        f"{counts.get(one, 0):,} {words}"
        for one, words in _COUNTED.items()
        if counts.get(one) or (drafts and one in ("wrong", "check", "usable"))
    ]
    return f"Khmer sentences: {', '.join(parts)}." if parts else ""


def notice(digest: Digest) -> str:
    """What a reader has to know of the Khmer of the whole, "" where all is approved or none."""
    counts = digest.standings
    if counts.total() == counts["approved"]:
        return ""
    return "Khmer that is not marked approved is a draft: check it before it is published."


def tellers_line(entry: Entry) -> str:
    """Such as ``Told by 3:``."""
    return f"Told by {len(entry.tellers)}:" if len(entry.tellers) > 1 else "Source:"


def teller_words(teller: Teller) -> str:
    """Headline and dateline, without the file or address; "" for neither."""
    return " · ".join(filter(None, (teller.title, teller.dateline)))


def _plural(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"

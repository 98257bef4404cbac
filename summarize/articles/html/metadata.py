"""What a page says of itself: headlines, the whole article for search engines, a paywall."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from summarize.articles.characters import one_line
from summarize.articles.html.dom import text_within

if TYPE_CHECKING:
    from lxml.etree import _Element

_LARGEST: Final = 1_000_000  # characters of one JSON-LD script
_SCRIPTS: Final = 20
_PARTS: Final = re.compile(r"\s+(?:[|»·•:–—-]|::)\s+")
_ARTICLE: Final = re.compile(r"Article$|Posting$|Report$")


@dataclass(frozen=True, slots=True)
class Metadata:
    """``titles`` are the names of the story, the surest first; ``body`` its text in JSON-LD."""

    titles: tuple[str, ...] = ()
    body: str = ""
    is_walled: bool = False


def metadata_of(root: "_Element") -> Metadata:
    """Read JSON-LD, Open Graph and ``<title>``."""
    linked = list(_linked_data(root))
    stories = [one for one in linked if any(map(_ARTICLE.search, _types(one)))]
    named = [unescape(_text(one.get("headline"))) for one in stories[:1]]
    meta = [_content(root, key) for key in ("og:title", "twitter:title")]
    element = root.find(".//title")
    title = one_line(text_within(element)) if element is not None else ""
    bodies = [unescape(_text(one.get("articleBody"))) for one in stories]
    return Metadata(
        titles=tuple(filter(None, [*named, *meta, title])),
        body=max(bodies, key=len, default=""),
        is_walled=any(str(one.get("isAccessibleForFree")).lower() == "false" for one in stories),
    )


def parts_of_title(title: str) -> list[str]:
    """``title`` and its parts between dividers, of which one is often the name of the site."""
    return [title, *(part for part in _PARTS.split(title) if part != title)]


def _content(root: "_Element", name: str) -> str:
    for element in root.iterfind(".//meta"):
        if name in (element.get("property"), element.get("name")):
            return one_line(str(element.get("content", "")))
    return ""


def _linked_data(root: "_Element") -> Iterator[dict[str, Any]]:
    scripts = root.iterfind(".//script[@type='application/ld+json']")
    for script, _ in zip(scripts, range(_SCRIPTS), strict=False):
        text = script.text or ""
        if len(text) <= _LARGEST:
            try:
                yield from _objects(json.loads(text, strict=False))
            except (ValueError, RecursionError):
                continue


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects at the top, in a list there, or in ``@graph``."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            yield from (
                (item for item in graph if isinstance(item, dict))
                if isinstance(graph, list)
                else ()
            )


def _types(data: dict[str, Any]) -> list[str]:
    kind = data.get("@type")
    return [str(one) for one in kind] if isinstance(kind, list) else [str(kind)]


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""

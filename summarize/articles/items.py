"""An item of a feed pasted as text: its title and the page in it."""

import re
from html import escape, unescape
from typing import Final

_START: Final = re.compile(r"\s*<(?:item|entry)\b")
_CONTENT: Final = ("content:encoded", "content", "description", "summary")
_CDATA: Final = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_MARKUP: Final = re.compile(r"<[a-z]+\b")


def is_item(text: str) -> bool:
    """Whether ``text`` begins as an item of RSS or an entry of Atom does."""
    return bool(_START.match(text))


def page_of_item(text: str) -> str:
    """The HTML page that an item stands for."""
    title = unescape(_element(text, "title"))
    content = next(filter(None, (_element(text, name) for name in _CONTENT)), "")
    body = content if _MARKUP.search(content) else unescape(content)
    return f"<html><body><h1>{escape(title)}</h1>{body}</body></html>"


def _element(text: str, name: str) -> str:
    """What stands in the first element ``name``, "" where there is none."""
    start = text.find(f"<{name}")
    opened = text.find(">", start) + 1
    end = text.find(f"</{name}>", opened)
    if min(start, end) < 0 or not opened:
        return ""
    return _CDATA.sub(lambda found: found[1], text[opened:end]).strip()

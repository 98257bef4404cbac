"""HTML that no name tells: pages, and fragments as a clipboard or a feed has them."""

import re
from typing import Final

SNIFFED: Final = 4096
"""Bytes that are looked at."""
_BEFORE: Final = (("<!--", "-->"), ("<?", "?>"))
_PAGE: Final = re.compile(r"<(?:!doctype html|html|head|body|meta|title|link|style|script)\b", re.I)
_FRAGMENT: Final = re.compile(
    r"<(a|article|b|blockquote|center|div|em|figure|font|h[1-6]|header|i|img|li|main|ol|p|section|span|"
    r"strong|table|td|tr|u|ul)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)


def is_html(data: bytes) -> bool:
    """Whether ``data``, the first bytes of a text, begin as HTML does.

    A byte order mark, an XML prolog and comments may come first. A fragment must close what it
    opens, or open a second element.
    """
    text = data.decode("latin-1").replace("\0", "")
    text = text.removeprefix("\xef\xbb\xbf").removeprefix("\xff\xfe").removeprefix("\xfe\xff")
    start = _after_prolog(text)
    if _PAGE.match(text, start):
        return True
    opening = _FRAGMENT.match(text, start)
    if opening is None:
        return False
    rest = text[opening.end() :]
    return f"</{opening[1].lower()}>" in rest.lower() or bool(_FRAGMENT.search(rest))


def _after_prolog(text: str) -> int:
    """Where the first thing stands that is no space, comment or processing instruction."""
    position = 0
    while True:
        position += len(text) - position - len(text[position:].lstrip())
        for opening, closing in _BEFORE:
            if text.startswith(opening, position):
                end = text.find(closing, position)
                if end < 0:
                    return position
                position = end + len(closing)
                break
        else:
            return position

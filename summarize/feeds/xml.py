"""The XML of a feed: parsed without entities, and mended where it is broken in a usual way."""

import codecs
import html
import re
from typing import TYPE_CHECKING, Final

from summarize.articles.characters import one_line
from summarize.errors import ArticleError
from summarize.safe_xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

HINT: Final = "Open the address in a browser: is it the feed of the site?"
ENTITIES: Final = b"<!ENTITY"
CDATA: Final = "<![CDATA["
CDATA_END: Final = "]]>"
BARE_AMPERSAND: Final = re.compile(r"&(?!(?:[A-Za-z]\w{0,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)")
NAMED: Final = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z]\w{0,30});")
FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
DECLARATION: Final = re.compile(r"<\?xml[^>]*\?>")
DECLARED: Final = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]{2,40})""")
TAG: Final = re.compile(r"<[^<>]*>")


def refusal(message: str) -> ArticleError:
    """The error of a document that cannot be read."""
    return ArticleError(message, HINT)


def root_of(data: bytes, name: str, charset: str = "") -> tuple["_Element", str]:
    """The root of the feed ``name``, and what had to be mended to read it ("" for nothing).

    Raises ``ArticleError`` where it is no XML or defines entities.
    """
    encoding = _known(charset) or None
    try:
        return parse_xml(data, name, refusal, encoding), ""
    except ArticleError as error:
        broken = error
    mended = None if ENTITIES in data else _mended(data, encoding)
    if mended is None:
        raise broken
    return parse_xml(mended, name, lambda _: broken, "utf-8"), broken.message


def _known(charset: str) -> str:
    """``charset`` if Python has it and it can hold XML, else ""."""
    try:
        return codecs.lookup(charset).name if charset else ""
    except LookupError:
        return ""


def _mended(data: bytes, encoding: str | None) -> bytes | None:
    """``data`` as UTF-8 without forbidden characters, bare ampersands and names of HTML.

    ``None`` where its characters cannot be told.
    """
    found = DECLARED.search(data[:300])
    data = data.removeprefix(codecs.BOM_UTF8).lstrip()
    try:
        text = data.decode(encoding or _known(found[1].decode() if found else "") or "utf-8")
    except ValueError:
        return None
    text = DECLARATION.sub("", FORBIDDEN.sub("", text), count=1)
    parts = text.split(CDATA)  # what stands in CDATA may hold anything
    mended = [_escaped(parts[0])]
    for part in parts[1:]:
        inside, end, outside = part.partition(CDATA_END)
        mended += [CDATA, inside, end, _escaped(outside)]
    return "".join(mended).encode("utf-8", "replace")


def _escaped(text: str) -> str:
    """``text`` with bare ampersands escaped and with characters for names of HTML."""
    text = BARE_AMPERSAND.sub("&amp;", text)
    return NAMED.sub(lambda name: html.escape(html.unescape(name[0])), text)


def children(element: "_Element", *names: str) -> list["_Element"]:
    """Those child elements that have one of ``names``, each ``{namespace}name`` or ``name``."""
    return [child for child in element if child.tag in names]


def text_of(element: "_Element", *names: str) -> str:
    """The text of the first child of that name that has any, as it is; "" where there is none.

    The names are tried in their order.
    """
    for name in names:
        for child in children(element, name):
            if text := inner_text(child).strip():
                return text
    return ""


def inner_text(element: "_Element") -> str:
    """All text inside of ``element``."""
    return "".join(map(str, element.itertext()))


def plain(text: str) -> str:
    """``text`` of a title on one line; feeds put HTML into it, once or twice escaped."""
    return one_line(html.unescape(TAG.sub("", html.unescape(text))))

"""The page as a tree, bounded, without what nobody sees."""

import re
from typing import TYPE_CHECKING, Final

from summarize.articles.limits import (
    MAX_ATTRIBUTES,
    MAX_PAGE_ELEMENTS,
    MAX_TAG_CHARACTERS,
    refuse_many,
    refuse_many_elements,
)
from summarize.articles.tables import A_TABLE, is_data
from summarize.wordlists import word_set

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMES_READ: Final = 400
"""Characters of an attribute that are looked at."""
UNSEEN: Final = word_set(
    """
    applet area audio button canvas colgroup datalist dialog embed fieldset frame frameset
    head iframe img input label link map menu menuitem meta meter nav noframes noscript object
    optgroup option param picture progress script select source style svg template textarea
    title track video
    """
)
"""Elements whose text is no part of a story: scripts, controls, media and what stands for them."""
STRUCK: Final = frozenset(["del", "s", "strike"])
_QUOTED: Final = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
_AMP_MEDIA: Final = re.compile(r"amp-(?!accordion|fit-text|layout|list|selector|story)")
_READ_ALOUD: Final = re.compile(
    r"(?:^|\s)(?:sr-only|screen-reader(?:-text|-only)?|visually-?hidden|assistive-text|a11y-hidden)"
    r"(?:\s|$)"
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CROSSED: Final = re.compile(r"text-decoration[^;]{0,20}:[^;]{0,40}line-through", re.IGNORECASE)
_DOCUMENT: Final = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?)\b|docs\.google|documentcloud|scribd|issuu|datawrapper|flourish",
    re.IGNORECASE,
)


def parse(text: str, name: str) -> "_Element | None":
    """The root of the page, ``None`` where there is none.

    Raises ``ArticleError`` beyond ``MAX_PAGE_ELEMENTS`` and ``MAX_ATTRIBUTES``.
    """
    from lxml.etree import ParserError, XMLSyntaxError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    refuse_many_elements(text, name, MAX_PAGE_ELEMENTS)
    _refuse_many_attributes(text, name)
    try:
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (ParserError, XMLSyntaxError):
        return None


def is_unseen(element: "_Element") -> bool:
    """Whether a browser shows none of ``element``, or shows it struck out."""
    if element.tag in UNSEEN or element.tag in STRUCK or _AMP_MEDIA.match(element.tag):
        return True
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if attributes.get("role") == "button" or _READ_ALOUD.search(attributes.get("class", "")):
        return True
    style = str(attributes.get("style", ""))[:NAMES_READ]
    return bool(style) and bool(_HIDDEN.search(style) or _CROSSED.search(style))


def text_within(element: "_Element") -> str:
    """All text in ``element``, seen or not."""
    return "".join(map(str, element.itertext()))


def is_table_of_data(element: "_Element") -> bool:
    """Whether ``element`` is a table of figures; one with a table in it only places text."""
    if element.tag != "table" or element.get("role") == "presentation":
        return False
    if element.find(".//table") is not None:
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
    return is_data([[text_within(cell) for cell in row] for row in rows])


def what_is_missing(element: "_Element") -> str:
    """What a reader of the text misses where ``element`` stands; "" for nothing."""
    if element.tag == "table":
        return A_TABLE
    address = str(element.get("src") or element.get("data") or "")[:NAMES_READ]
    return "an embedded document" if _DOCUMENT.search(address) else ""


def _refuse_many_attributes(text: str, name: str) -> None:
    """Raise ``ArticleError`` where a long tag has more than ``MAX_ATTRIBUTES``."""
    if len(text) <= MAX_TAG_CHARACTERS:
        return
    for piece in text.split("<"):
        if len(piece) > MAX_TAG_CHARACTERS and (piece[0].isalpha() or piece[0] == "/"):
            tag = _QUOTED.sub("=", piece).partition(">")[0]
            number = max(len(tag.split()), tag.count("="), tag.count("/"))
            refuse_many(number, MAX_ATTRIBUTES, "attributes in one element", name)

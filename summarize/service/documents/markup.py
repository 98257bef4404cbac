"""HTML, a piece of it or a page: elements stay, their running text is translated.

Markup within a sentence (a link, bold type) is left out unless it holds the whole of it: no one
can say which of the Khmer words are meant. What carries ``translate="no"`` stays as it is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from summarize.articles.limits import refuse_many_elements
from summarize.errors import ArticleError
from summarize.records import Article
from summarize.service.documents.slots import Slot, article_of, filled
from summarize.wordlists import word_set

if TYPE_CHECKING:
    from lxml.etree import _Element

INLINE: Final = word_set(
    """
    a abbr acronym b bdi bdo big cite data del dfn em font i img ins kbd label mark q s samp small
    span strike strong sub sup time tt u var wbr
    """
)
"""Elements that stand within a line; all others part one line from the next."""
KEPT: Final = word_set(
    "audio canvas code iframe math noscript object pre script style svg template textarea video"
)
"""Elements whose text is none that a reader reads, or no language."""
_PAGE: Final = re.compile(r"\s*(?:<!doctype|<html|<head|<body)", re.IGNORECASE)
NAME: Final = "The HTML"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a slot stands: the text of ``element``, or what follows it."""

    element: "_Element"
    is_tail: bool

    def put(self, text: str) -> None:
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text


class Markup:
    """See :class:`summarize.service.documents.base.Document`. Raises ``ArticleError``."""

    def __init__(self, text: str) -> None:
        self._text = text
        places = list(_lines(_parsed(text)))
        self._lines = [[slot for slot, _ in line] for line in places]
        self.article: Article = article_of(self._lines)

    def written(self, targets: Mapping[str, str]) -> str:
        """The HTML with ``targets`` in place of its sentences."""
        root = _parsed(self._text)
        texts = filled(self._lines, self.article, targets)
        emptied = list["_Element"]()
        for line, own in zip(list(_lines(root)), texts, strict=True):
            for (slot, place), text in zip(line, own, strict=True):
                if text != slot.text:
                    place.put(text)
                    emptied += [place.element] * (slot.depth > 0 and not place.is_tail)
        for element in emptied:
            _drop_empty(element)
        return _serialised(root, is_page=bool(_PAGE.match(self._text)))


def _drop_empty(element: "_Element | None") -> None:
    """Take out what holds nothing any more, and what around it held nothing else."""
    while element is not None and element.tag in INLINE and _is_empty(element):
        parent = element.getparent()
        element.drop_tag()  # type: ignore[attr-defined]
        element = parent


def _is_empty(element: "_Element") -> bool:
    return not len(element) and not (element.text or "").strip()


def _parsed(text: str) -> "_Element":
    from lxml.etree import ParserError, XMLSyntaxError
    from lxml.html import HTMLParser, document_fromstring, fragment_fromstring

    refuse_many_elements(text, NAME)
    data = text.encode("utf-8", "replace")
    parser = HTMLParser(encoding="utf-8", no_network=True)
    try:
        if _PAGE.match(text):
            root: _Element = document_fromstring(data, parser=parser)
        else:
            root = fragment_fromstring(data, create_parent="div", parser=parser)
    except (ParserError, XMLSyntaxError) as error:
        raise ArticleError(f"{NAME} cannot be read: {error}", "Send it as text.") from None
    return root


def _serialised(root: "_Element", *, is_page: bool) -> str:
    from lxml.etree import tostring

    if is_page:
        return str(tostring(root.getroottree(), method="html", encoding="unicode"))
    inside = [str(tostring(one, method="html", encoding="unicode")) for one in root]
    return "".join([escape(root.text or "", quote=False), *inside])


def _lines(root: "_Element") -> Iterator[list[tuple[Slot, _Place]]]:
    """Lines of text in the order of the page, each with the places of its slots."""
    line = list[tuple[Slot, _Place]]()
    for text, depth, place in _pieces(root):
        if place is not None:
            line.append((Slot(text, depth), place))
        elif line:
            yield line
            line = []
    if line:
        yield line


def _pieces(root: "_Element") -> Iterator[tuple[str, int, _Place | None]]:
    """Texts with their depth and place; ``None`` for a place where a line ends. No recursion."""
    from lxml.etree import iterwalk

    depth, kept = 0, 0
    for event, element in iterwalk(root, events=("start", "end", "comment", "pi")):
        is_element = isinstance(element.tag, str)
        inline = not is_element or element.tag in INLINE
        is_kept = is_element and (element.tag in KEPT or element.get("translate") == "no")
        if event == "start":
            kept += is_kept
            if not inline or is_kept:
                yield "", depth, None
            depth += inline
            if element.text and not kept:
                yield element.text, depth, _Place(element, is_tail=False)
            continue
        if event == "end":
            depth -= inline
            kept -= is_kept
            if not inline or is_kept:
                yield "", depth, None
        if element.tail and not kept and element is not root:
            yield element.tail, depth, _Place(element, is_tail=True)

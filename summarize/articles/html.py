"""HTML: the article of a web page, as trafilatura finds it (Barbaresi 2021, ACL demo)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarize.articles.characters import one_line
from summarize.articles.limits import MIN_PAGE_WORDS
from summarize.articles.page import Page
from summarize.errors import ArticleError

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCKS = ("p", "item", "quote", "list")
"""What trafilatura calls a paragraph, a list item, a quotation and a list."""
BREAK_AFTER_SENTENCE = re.compile(r"(?<=[.!?”\"]) *\n\s*")
"""trafilatura gives one break where a page has two; after a sentence it starts a paragraph."""
IGNORED = ("head", "table", "code", "graphic", "comments")


def read_html(text: str, name: str) -> Page:
    """Find title and paragraphs. Raises ``ArticleError`` on a page without an article."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(text, include_comments=False, include_tables=False, with_metadata=True)
    paragraphs = tuple(_paragraphs(found.body)) if isinstance(found, Document) else ()
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    if not isinstance(found, Document) or words < MIN_PAGE_WORDS:
        raise ArticleError(
            f"{name} is a page without an article",
            "Open it in a browser; if it shows one, copy the text into a .txt file.",
        )
    return Page(found.title or "", paragraphs)


def _paragraphs(element: "_Element") -> Iterator[str]:
    """Text of the innermost blocks of ``element``, which may itself be the only one."""
    if element.tag in IGNORED:
        return
    if any(child.tag in BLOCKS for child in element):
        for child in element:
            yield from _paragraphs(child)
    else:
        yield from map(one_line, BREAK_AFTER_SENTENCE.split(_with_breaks(element)))


def _with_breaks(element: "_Element") -> str:
    """Text of ``element``: a line break only where the page has one."""
    pieces = [_flat(element.text)]
    for child in element:
        pieces += ["\n" if child.tag == "lb" else _with_breaks(child), _flat(child.tail)]
    return "".join(pieces)


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ")

"""The full text that some feeds carry: told from a teaser, and read as an article."""

import re
from typing import Final

from summarize.articles.build import build_article
from summarize.articles.html import read_html
from summarize.articles.page import Page
from summarize.feeds.records import Item
from summarize.feeds.xml import plain
from summarize.records import Article

FULL_WORDS: Final = 80
"""A text with fewer words may be a teaser, then the page is read: those of WordPress have 55."""
CUT_OFF: Final = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.)\]|\[\+\d+ chars\]|continue reading|keep reading"
    r"|\b(?:read|see) (?:the )?(?:more|full (?:story|article)))[\s\W]*$",
    re.IGNORECASE,
)
"""How a text ends that goes on elsewhere."""
CREDIT: Final = re.compile(r"The post .{1,300} (?:first )?appeared (?:first )?on .{1,100}")
"""What WordPress puts below each item."""
CREDIT_CHARACTERS: Final = 450


def full_text(html: str) -> str:
    """``html`` if it is a whole article, "" if it may be a teaser."""
    text = plain(html.replace("<", " <"))
    end = CREDIT.sub("", text[-CREDIT_CHARACTERS:]).rstrip()
    return html if len(text.split()) >= FULL_WORDS and not CUT_OFF.search(end[-80:]) else ""


def article_of_item(item: Item, *, force: bool = False) -> Article:
    """The article that ``item`` carries. Raises ``ArticleError`` where there is none to be read."""
    source = item.link or item.own
    page = read_html(f"<html><body><article>{item.html}</article></body></html>", source)
    told = tuple(one for one in page.paragraphs if not CREDIT.fullmatch(one.strip()))
    return build_article(Page(item.title or page.title, told, page.left_out), source, force=force)

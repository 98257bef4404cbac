"""From the source of a page to the Page that an article is made of."""

import re
from typing import TYPE_CHECKING, Final

from summarize.articles.html.blocks import is_sentence
from summarize.articles.html.dom import parse
from summarize.articles.html.headline import headline_of, title_of
from summarize.articles.html.metadata import Metadata, metadata_of
from summarize.articles.html.story import Story, story_of
from summarize.articles.html.walk import blocks_of
from summarize.articles.limits import MIN_PAGE_WORDS
from summarize.articles.page import Page
from summarize.articles.paragraphs import unwrap
from summarize.errors import ArticleError

if TYPE_CHECKING:
    from lxml.etree import _Element

WALLED: Final = "the rest of the article, which only subscribers can read"
_FULLER: Final = 1.5
"""How much longer than what the page shows its text for search engines must be to be taken."""
_NOTICE_WORDS: Final = 120
"""A page with more words of text is an article, whatever its title."""
_NOTICE: Final = re.compile(
    r"(?:just a moment|attention required|checking your browser|verify(?:ing)? (?:that )?you are|"
    r"are you (?:a )?(?:human|robot)|security check|access (?:to this page has been )?denied|"
    r"please (?:log|sign) in|(?:log|sign) in(?: to\b.*)?$|login$|(?:error )?40[0-9]\b|"
    r"(?:page|article|file) (?:was )?not found|not found$|forbidden|service unavailable|"
    r"before you continue|we value your privacy|enable javascript|unusual traffic|captcha|"
    r"(?:subscription|registration) required|oops\b)",
    re.IGNORECASE,
)
_WALL: Final = re.compile(r"(?:^|[-_\s])(?:pay|reg|meter|subscri\w+)[-_]?wall", re.IGNORECASE)


def read_html(text: str, name: str) -> Page:
    """Find title and paragraphs. Raises ``ArticleError`` on a page without an article."""
    root = parse(text, name)
    if root is None:
        raise _without_article(name)
    metadata = metadata_of(root)
    blocks = blocks_of(root, name)
    headline = headline_of(blocks, metadata)
    story = _fuller(story_of(blocks, headline), metadata, name)
    if _words(story) < MIN_PAGE_WORDS:
        story = story_of(blocks, headline, trust_names=False)
    title, words = title_of(headline, metadata), _words(story)
    if words < MIN_PAGE_WORDS:
        raise _without_article(name)
    said = (title, *metadata.titles, *story.paragraphs[:1])
    if words < _NOTICE_WORDS and (any(map(_NOTICE.match, said)) or _asks_password(root, words)):
        raise ArticleError(
            f"{name} is a notice or a login page, not the article",
            "Open it in a browser; if it shows the article, save that page as .html.",
        )
    walled = (WALLED,) if metadata.is_walled or _has_wall(root) else ()
    return Page(title, story.paragraphs, (*story.missing, *walled))


def _words(story: Story) -> int:
    return sum(len(text.split()) for text in story.paragraphs if is_sentence(text))


def _fuller(story: Story, metadata: Metadata, name: str) -> Story:
    """``story``, or where the page shows little of it, what it gives to search engines."""
    shown = sum(len(text.split()) for text in story.paragraphs)
    if len(metadata.body.split()) < max(MIN_PAGE_WORDS, _FULLER * shown):
        return story
    body = metadata.body
    if "<" in body and (root := parse(body, name)) is not None:
        blocks = blocks_of(root, name)
        return Story(tuple(block.text for block in blocks if block.words), story.missing)
    return Story(unwrap(body), story.missing)


def _has_wall(root: "_Element") -> bool:
    return any(
        _WALL.search(f"{element.get('class', '')[:400]} {element.get('id', '')[:400]}")
        for element in root.iter("div", "section", "aside")
    )


def _asks_password(root: "_Element", words: int) -> bool:
    asks = root.find(".//input[@type='password']") is not None
    return asks and 2 * words < _NOTICE_WORDS


def _without_article(name: str) -> ArticleError:
    return ArticleError(
        f"{name} is a page without an article",
        "Open it in a browser; if it shows one, copy the text into a .txt file.",
    )

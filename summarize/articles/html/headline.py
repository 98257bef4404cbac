"""The headline of the story: of the headings of a page the one that the page says it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarize.articles.html.blocks import Block
from summarize.articles.html.metadata import Metadata, parts_of_title

ALIKE: Final = 0.6
"""Likeness of a heading and a title from which they are the same."""
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Headline:
    """A heading block, and how the title of the page and it are alike, from 0 to 1."""

    block: Block
    likeness: float


def headline_of(blocks: Sequence[Block], metadata: Metadata) -> Headline | None:
    """The headline among ``blocks``; ``None`` where the page has none.

    The heading most like the page's title, if one is; else the first of the highest level that has
    text below it.
    """
    titles = [part for title in metadata.titles for part in parts_of_title(title)]
    headings = [block for block in blocks if block.kind == "heading"]
    rated = [Headline(block, _likeness(block.text, titles)) for block in headings]
    alike = [one for one in rated if one.likeness >= ALIKE and not _names_site(one, rated)]
    if alike:
        return max(alike, key=lambda one: (one.likeness, -one.block.level))
    first = [one for one in rated if one.block.level == 1 and not one.block.boxes]
    return first[0] if first else None


def title_of(headline: Headline | None, metadata: Metadata) -> str:
    """The title of the story: its headline, or what the page is called without its site."""
    if headline is not None:
        return headline.block.text
    if not metadata.titles:
        return ""
    return max(parts_of_title(metadata.titles[0])[1:] or metadata.titles[:1], key=_length)


def _names_site(one: Headline, rated: Sequence[Headline]) -> bool:
    """Whether a short heading is alike only because the title names the site too."""
    own = _length(one.block.text)
    return any(other.likeness >= ALIKE and _length(other.block.text) > 2 * own for other in rated)


def _length(text: str) -> int:
    return len(_WORD.findall(text))


def _likeness(text: str, titles: Sequence[str]) -> float:
    """Dice coefficient of the words of ``text`` and of the title most like it."""
    own = set(_WORD.findall(text.lower()))
    others = (set(_WORD.findall(title.lower())) for title in titles)
    return max(
        (2 * len(own & other) / max(1, len(own) + len(other)) for other in others), default=0.0
    )

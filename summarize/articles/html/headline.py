"""The headline of the story: of the headings of a page the one that the page says it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarize.articles.html.blocks import Block, is_bold_heading, is_sentence
from summarize.articles.html.metadata import Metadata, parts_of_title

ALIKE: Final = 0.6
"""Likeness of a heading and a title from which they are the same."""
_WORD: Final = re.compile(r"\w+")
_LATIN: Final = re.compile("[A-Za-z]")
_LEAD_WORDS: Final = 8
_TITLE: Final = 2000
"""Characters of a title that are looked at."""
_MOST: Final = 200
"""Headings that are looked at: each is compared with each part of the title."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A heading block, and how the title of the page and it are alike, from 0 to 1."""

    block: Block
    likeness: float


def headline_of(blocks: Sequence[Block], metadata: Metadata) -> Headline | None:
    """The headline among ``blocks``; ``None`` where the page has none.

    The heading most like the page's title, if one is; else the first of the highest level; else a
    heading, or a line in bold, above all text.
    """
    titles = [part for title in metadata.titles for part in parts_of_title(title[:_TITLE])]
    headings = [block for block in blocks if block.kind == "heading"][:_MOST]
    rated = [Headline(block, _likeness(block.text, titles)) for block in headings]
    alike = [one for one in rated if one.likeness >= ALIKE]
    if alike:
        return max(alike, key=_worth)
    first = [one for one in rated if one.block.level == 1 and not one.block.boxes]
    if first:
        return first[0]
    return _above_all_text(blocks, rated) if headings else _in_bold(blocks)


def title_of(headline: Headline | None, metadata: Metadata) -> str:
    """The title of the story: its headline, or what the page is called without its site."""
    if headline is not None:
        return headline.block.text
    if not metadata.titles:
        return ""
    return max(parts_of_title(metadata.titles[0])[1:] or metadata.titles[:1], key=_length)


def _worth(one: Headline) -> tuple[bool, bool, float, int, int]:
    """What tells a headline from the name of the site, which the title may have as well."""
    text = one.block.text
    is_latin = bool(_LATIN.search(text))
    return (
        not one.block.is_linked,
        is_latin,
        round(one.likeness, 1),
        _length(text),
        -one.block.level,
    )


def _above_all_text(blocks: Sequence[Block], rated: Sequence[Headline]) -> Headline | None:
    """The first heading that is no link, if no sentence stands above it."""
    own = next((one for one in rated if not one.block.is_linked), None)
    above = blocks[: blocks.index(own.block)] if own else blocks
    return None if any(is_sentence(block.text) for block in above) else own


def _in_bold(blocks: Sequence[Block]) -> Headline | None:
    """The last line in bold above the first sentence, for pages without any heading."""
    found = None
    for block in blocks:
        if is_bold_heading(block) and not block.is_linked:
            found = block
        elif is_sentence(block.text) and block.words >= _LEAD_WORDS:
            break
    return Headline(found, 0.0) if found else None


def _length(text: str) -> int:
    return len(_WORD.findall(text))


def _likeness(text: str, titles: Sequence[str]) -> float:
    """Dice coefficient of the words of ``text`` and of the title most like it."""
    own = set(_WORD.findall(text.lower()))
    others = (set(_WORD.findall(title.lower())) for title in titles)
    return max(
        (2 * len(own & other) / max(1, len(own) + len(other)) for other in others), default=0.0
    )

"""What else a page shows below a story: the next one, teasers, lists of links, comments."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from summarize.articles.html.blocks import Block, words_within
from summarize.articles.html.headline import Headline

OWN: Final = 0.5
"""Share of the words below a headline from which its ``<article>`` has the whole story."""
ENDINGS: Final = re.compile(
    r"(?:(?:\d+ )?comments?(?: \(\d+\))?|leave a (?:reply|comment)|"
    r"join the (?:conversation|discussion)|about the authors?|(?:post|add) (?:a |your )?comment|"
    r"stay (?:informed|updated|connected)|(?:sign up|subscribe|register)\b.*|.*\bnewsletters?\b.*|"
    r"share (?:this|on)\b.*|share|follow us\b.*|(?:foot|end)?notes|references|sources|tags?|topics|"
    r"already a (?:subscriber|member)\??|(?:media )?contacts?(?: information)?|about us|"
    r"advertisement|support our\b.*|download our\b.*)[:.! ]*",
    re.IGNORECASE,
)
"""Headings after which nothing of the story comes within the same element."""
ASIDES: Final = re.compile(
    r"(?:related(?: (?:articles?|stor(?:y|ies)|news|posts?|content|topics?|links?|reading|"
    r"coverage))?|(?:read|see|watch|listen) (?:also|more|next)|also read|"
    r"more (?:from|on|stories|news|in|like)\b.*|"
    r"you (?:may|might) (?:also )?(?:like|be interested)\b.*|"
    r"(?:most|popular|trending|top|latest|recent)(?: (?:read|viewed|popular|now|today|posts?|"
    r"stor(?:y|ies)|news|articles?|headlines|shared|in .*))*|"
    r"recommended(?: for you| stories| reading)?|what to read next|"
    r"(?:up )?next(?: up| article| story)?|editor[’']?s[’']? picks?|don[’']t miss|"
    r"in (?:other|case you missed).*|(?:keep|further) reading|more to (?:read|explore)|"
    r"in this (?:story|article)|key points|(?:table of )?contents)[:.!» ]*",
    re.IGNORECASE,
)
"""Headings over links to other stories: what is linked below goes, the story may go on."""


def without_neighbours(blocks: Sequence[Block], headline: Headline | None) -> list[Block]:
    """``blocks`` without other stories and what leads to them."""
    kept = list(blocks)
    if headline is not None:
        kept = _first_story(kept, headline.block)
        kept = _own_article(kept, headline.block)
    return _without_link_lists(_without_sections(_without_teasers(kept)))


def _first_story(blocks: list[Block], headline: Block) -> list[Block]:
    """Up to the next headline of the page's highest level."""
    if headline.level != 1:
        return blocks
    same, has_text = headline.text.casefold(), False
    for i, block in enumerate(blocks):
        is_next = block.kind == "heading" and block.level == 1 and block.text.casefold() != same
        if is_next and has_text:
            return blocks[:i]
        has_text |= block.words > 0
    return blocks


def _own_article(blocks: list[Block], headline: Block) -> list[Block]:
    """Those of the ``<article>`` of the headline, where that has the story."""
    if not headline.articles:
        return blocks
    own = headline.articles[-1]
    inside = [block for block in blocks if own in block.articles]
    words = sum(block.words for block in inside)
    return inside if words and words >= OWN * sum(block.words for block in blocks) else blocks


def _without_teasers(blocks: list[Block]) -> list[Block]:
    """Without small elements whose heading is a link: teasers of other stories."""
    total = sum(block.words for block in blocks)
    held = words_within(blocks)
    teasers = {
        block.path[-2]
        for block in blocks
        if block.kind == "heading" and block.is_linked and len(block.path) > 1
    }
    small = {number for number in teasers if held[number] < OWN * total}
    return [
        block
        for block in blocks
        if not small.intersection(block.path) and not (block.kind == "heading" and block.is_linked)
    ]


def _without_sections(blocks: list[Block]) -> list[Block]:
    """Without what stands under headings that end a story or lead to others."""
    total = sum(block.words for block in blocks)
    held = words_within(blocks)
    kept: list[Block] = []
    gone: set[int] = set()  # small elements that are nothing but such a section
    within, is_over = 0, False  # the element around the last such heading
    for block in blocks:
        if within not in block.path:
            within, is_over = 0, False
        if block.kind == "heading" or block.is_bold:
            ends = ENDINGS.fullmatch(block.text)
            if ends or ASIDES.fullmatch(block.text):
                within, is_over = block.path[-2] if len(block.path) > 1 else 0, bool(ends)
                if held[within] < OWN * total:
                    gone.add(within)
                continue
            within = within if is_over else 0
        elif not is_over and not block.is_linked and block.kind != "item":
            within = 0  # the story goes on
        if not within:
            kept.append(block)
    return [block for block in kept if not gone.intersection(block.path)]


def _without_link_lists(blocks: list[Block]) -> list[Block]:
    """Without the items of lists most of which are links."""
    items: Counter[int] = Counter()
    links: Counter[int] = Counter()
    for block in blocks:
        if block.kind == "item" and len(block.path) > 1:
            items[block.path[-2]] += 1
            links[block.path[-2]] += block.is_linked
    lists = {number for number, count in items.items() if 2 * links[number] > count}
    return [block for block in blocks if not lists.intersection(block.path)]

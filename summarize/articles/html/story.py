"""Which blocks of a page are its article: a pure choice, by headline, boxes, place and links."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarize.articles.html.blocks import (
    NEARLY_ALL,
    Block,
    is_bold_heading,
    is_sentence,
    words_within,
)
from summarize.articles.html.headline import Headline
from summarize.articles.html.neighbours import without_neighbours
from summarize.articles.missing import counted

LIKELY_BOX: Final = 0.35
"""Share of the words of a page from which a likely box is the story after all."""
CONTAINER: Final = 0.93
"""Share of the words that an element must hold to be the one around the story."""
BEFORE: Final = 0.5
"""Share of the words before a headline from which it does not stand above the story."""
_LABEL_WORDS: Final = 10
_LABEL: Final = re.compile(r"[^\d:;,.!?…”]+")
_SENTENCE_WORDS: Final = 8


@dataclass(frozen=True, slots=True)
class Story:
    """Paragraphs in reading order, and what stood among them that is no text."""

    paragraphs: tuple[str, ...]
    missing: tuple[str, ...]


def story_of(
    blocks: Sequence[Block], headline: Headline | None, *, trust_names: bool = True
) -> Story:
    """The article below ``headline`` among ``blocks``.

    Without ``trust_names`` a box with much of the text counts as text, whatever it is called.
    """
    kept = _outside_boxes(blocks, headline, trust_names)
    if headline is not None:
        kept = _below(kept, headline)
    kept = without_neighbours(kept, headline)
    kept = [block for block in _around(kept) if not _is_link(block) and block.timed < NEARLY_ALL]
    texts = [block for block in kept if block.kind != "missing" and not _is_heading(block)]
    missing = counted(block.text for block in kept if block.kind == "missing")
    return Story(tuple(block.text for block in texts), missing)


def _outside_boxes(
    blocks: Sequence[Block], headline: Headline | None, trust_names: bool
) -> list[Block]:
    total = sum(block.words for block in blocks)
    held: Counter[int] = Counter()
    for block in blocks:
        held.update({box.number: block.words for box in block.boxes})
    around = set(headline.block.path) if headline else set()

    def is_beside(block: Block) -> bool:
        return any(
            box.number not in around
            and ((box.is_sure and trust_names) or held[box.number] < LIKELY_BOX * total)
            for box in block.boxes
        )

    return [block for block in blocks if not is_beside(block)]


def _below(blocks: Sequence[Block], headline: Headline) -> list[Block]:
    """The blocks after the headline, unless most of the text stands before it."""
    if headline.block not in blocks:
        return list(blocks)
    place = blocks.index(headline.block)
    before = sum(block.words for block in blocks[:place])
    total = sum(block.words for block in blocks)
    return list(blocks if before > BEFORE * total else blocks[place + 1 :])


def _around(blocks: Sequence[Block]) -> list[Block]:
    """The blocks up to the end of the smallest element that holds nearly all of the text."""
    texts = [block for block in blocks if block.words and not block.is_linked]
    total = sum(block.words for block in texts)
    held = words_within(texts)
    holding = [number for number, words in held.items() if words >= CONTAINER * total]
    container = max(holding, default=0)  # numbers rise inwards along a path
    inside = [i for i, block in enumerate(blocks) if container in block.path]
    return list(blocks[: inside[-1] + 1]) if container and inside else list(blocks)


def _is_link(block: Block) -> bool:
    """Whether ``block`` is a link that is no sentence of the story."""
    is_text = is_sentence(block.text) and len(block.text.split()) >= _SENTENCE_WORDS
    return block.is_linked and not is_text


def _is_heading(block: Block) -> bool:
    """Whether ``block`` is a heading, set as one or in bold, or a label: few words, no stop."""
    if block.kind == "heading" or is_bold_heading(block):
        return True
    is_short = len(block.text.split()) <= _LABEL_WORDS
    return block.kind == "paragraph" and is_short and bool(_LABEL.fullmatch(block.text))

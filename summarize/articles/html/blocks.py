"""What a page consists of, in reading order, before the article is chosen from it."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

NEARLY_ALL: Final = 0.8
"""Share of a block from which it counts as a link, or a time, and no text."""
_BOLD_HEADING_WORDS: Final = 12
_SENTENCE: Final = re.compile(r"[.!?…][”’\"')\]]*$")

Kind = Literal["paragraph", "heading", "item", "quote", "term", "missing"]


class Box(NamedTuple):
    """An element named as no part of the story; ``is_sure`` where the name leaves no doubt."""

    number: int
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of running text, or of ``kind`` "missing" what stands there that is none.

    ``linked`` and ``timed`` are the shares of ``text`` within links and times, ``level`` is that of
    a heading, and ``is_bold`` says that all is set in bold. ``path`` numbers the elements around
    it, outermost first; ``boxes`` and ``articles`` are some of these.
    """

    text: str
    kind: Kind = "paragraph"
    level: int = 0
    linked: float = 0.0
    timed: float = 0.0
    path: tuple[int, ...] = ()
    boxes: tuple[Box, ...] = ()
    articles: tuple[int, ...] = ()
    is_bold: bool = False

    @property
    def words(self) -> int:
        """Words of running text outside links; headings have none."""
        if self.kind in ("heading", "missing"):
            return 0
        return round(len(self.text.split()) * (1 - self.linked))

    @property
    def is_linked(self) -> bool:
        """Whether nearly all of it leads elsewhere."""
        return self.linked >= NEARLY_ALL


def words_within(blocks: Iterable[Block]) -> Counter[int]:
    """Words of ``blocks`` within each element, by its number."""
    held: Counter[int] = Counter()
    for block in blocks:
        held.update(dict.fromkeys(block.path, block.words))
    return held


def is_sentence(text: str) -> bool:
    """Whether ``text`` ends like a sentence."""
    return bool(_SENTENCE.search(text))


def is_bold_heading(block: Block) -> bool:
    """Whether ``block`` is a short line in bold that is no sentence."""
    is_short = len(block.text.split()) <= _BOLD_HEADING_WORDS and not is_sentence(block.text)
    return block.is_bold and is_short and block.kind == "paragraph"

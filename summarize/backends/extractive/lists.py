"""Items of a list below a sentence that ends with a colon, where the list is the news."""

import re
from collections.abc import Sequence

from summarize.backends.extractive.usable import CAPTION, VERB
from summarize.backends.extractive.words import tokens
from summarize.records import Sentence

FEWEST = 2
"""Items of a list; one alone is the rest of its sentence."""
FEWEST_WORDS = 4
MOST_WORDS = 40
FIGURE = re.compile(r":\s.*\d")
NEWS = re.compile(
    r"\b(?:points?|changes?|rules?|measures?|plans?|prices?|tariffs?|list|steps?|winners?|results?|"
    r"fines?|fees?|limits?|dates?|changed)\b",
    re.I,
)
"""What an introduction, a headline or a lead says of a list that is the news."""


def list_items(sentences: Sequence[Sentence]) -> list[int]:
    """Indices of the items: in the paragraph of the colon, or a paragraph each below it."""
    found: list[int] = []
    for index, sentence in enumerate(sentences):
        if sentence.text.endswith(":"):
            run = _run(sentences, index)
            found += run if len(run) >= FEWEST else []
    return found


def list_is_news(sentences: Sequence[Sentence], items: Sequence[int], title: str) -> bool:
    """Whether headline, lead or introduction call what follows the news."""
    if not items:
        return False
    introduction = sentences[items[0] - 1].text
    return bool(NEWS.search(f"{title} {sentences[0].text} {introduction}"))


def is_telling(text: str) -> bool:
    """Whether an item can stand for itself: with a verb, or a figure behind a colon."""
    fits = FEWEST_WORDS <= len(tokens(text)) <= MOST_WORDS and not CAPTION.search(text)
    return fits and bool(VERB.search(text) or FIGURE.search(text))


def _run(sentences: Sequence[Sentence], colon: int) -> list[int]:
    own = sentences[colon].paragraph
    inside = [i for i in range(colon + 1, len(sentences)) if sentences[i].paragraph == own]
    return inside or _paragraphs_below(sentences, colon)


def _paragraphs_below(sentences: Sequence[Sentence], colon: int) -> list[int]:
    """The paragraphs of one sentence; in one with more, the items are over or all in it."""
    found: list[int] = []
    for index in range(colon + 1, len(sentences)):
        beside = [s for s in sentences if s.paragraph == sentences[index].paragraph]
        if len(beside) > 1:
            return found or [i for i, s in enumerate(sentences) if s in beside]
        found.append(index)
    return found

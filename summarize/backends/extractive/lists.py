"""Items of a list below a sentence that ends with a colon, where the list is the news."""

import re
from collections import Counter
from collections.abc import Sequence

from summarize.backends.extractive.usable import CAPTION, VERB
from summarize.english.stems import tokens
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
    sizes = Counter(sentence.paragraph for sentence in sentences)
    ends = {sentence.paragraph: index + 1 for index, sentence in enumerate(sentences)}
    found: list[int] = []
    below = covered = 0
    for first, colon in enumerate(sentences[:-1], 1):
        if not colon.text.endswith(":"):
            continue
        below = max(below, first)
        while below < len(sentences) and sizes[sentences[below].paragraph] == 1:
            below += 1
        end = ends[colon.paragraph]
        if end == first:  # the colon ends its paragraph: what is below it, one by one or all in one
            end = below if below > first else ends[sentences[first].paragraph]
        if end - first >= FEWEST:
            found += range(max(first, covered), end)
            covered = max(covered, end)
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

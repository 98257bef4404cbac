"""Which article sentences a summary sentence rests on, by the words they share."""

import math
import re
from collections import Counter
from collections.abc import Sequence

from summarize.records import Sentence, Source

WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*")
MOST = 3
"""A summary sentence that fuses more article sentences than this is not traced further."""
GAIN = 0.15
"""Share of the summary sentence's word weight that each further source must add."""


def sources(text: str, article: Sequence[Sentence]) -> tuple[Source, ...]:
    """Return the article sentences that support ``text``, in the order of the article.

    Greedy cover: each step takes the sentence that explains most of the words not explained yet,
    while it adds at least ``GAIN`` of the total. Words weigh by their rarity in the article
    (inverse sentence frequency); words that the article lacks weigh most and are never explained,
    so an invented sentence has few sources or none.
    """
    sentences = [words(sentence.text) for sentence in article]
    frequency = Counter(word for sentence in sentences for word in sentence)
    weight = {word: math.log1p(len(article) / (1 + frequency[word])) for word in words(text)}
    total, left, chosen = sum(weight.values()), set(weight), set[int]()
    while left and sentences and len(chosen) < MOST:
        gains = [sum(weight[word] for word in left & sentence) for sentence in sentences]
        best = max(range(len(gains)), key=gains.__getitem__)
        if gains[best] < GAIN * total:
            break
        chosen.add(best)
        left -= sentences[best]
    return tuple(Source(article[i].id, article[i].start, article[i].end) for i in sorted(chosen))


def words(text: str) -> frozenset[str]:
    """Return the words of ``text`` in lower case, numbers among them."""
    return frozenset(word.lower() for word in WORD.findall(text))

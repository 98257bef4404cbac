"""Which article sentences a summary sentence rests on, and how well, by what they share."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from summarize.khmer.numbers import numbers
from summarize.records import Sentence, Source, SummarySentence

WORD: Final = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*")
MOST: Final = 3
"""A summary sentence that fuses more article sentences than this is not traced further."""
GAIN: Final = 0.15
"""Share of the summary sentence's weight that each further source must add."""
TELLING: Final = 2.0
"""Weight of a number or a name beside that of a word as rare."""

Claim = frozenset[str | Decimal]
"""A word in lower case, or every value that a number may have."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The ``sources`` of a text, and the ``share`` of its weight they explain, from 0 to 1."""

    sources: tuple[Source, ...]
    share: float


def trace(id: str, text: str, article: Sequence[Sentence], replaced: str = "") -> SummarySentence:
    """The summary sentence ``text`` with the sources it has in ``article`` and their support."""
    found = align(text, article)
    return SummarySentence(id, text, found.sources, replaced, found.share)


def align(text: str, article: Sequence[Sentence]) -> Alignment:
    """Return the article sentences that support ``text``, in the order of the article.

    Greedy cover: each step takes the sentence that explains most of what is not explained yet,
    while it adds at least ``GAIN`` of the total. Words weigh by their rarity in the article
    (inverse sentence frequency), names and numbers ``TELLING`` times that; numbers are compared by
    value (1.2 million is 1,200,000). What the article lacks weighs most and is never explained, so
    an invented sentence has few sources or none, and a small share. A copied one has a share of 1.
    """
    given = [_facts(sentence.text) for sentence in article]
    weight = _weights(text, given)
    total, left, chosen = sum(weight.values()), list(weight), set[int]()
    while left and given and len(chosen) < MOST:
        gains = [sum(weight[c] for c in left if not c.isdisjoint(facts)) for facts in given]
        best = max(range(len(gains)), key=gains.__getitem__)
        if gains[best] < GAIN * total:
            break
        chosen.add(best)
        left = [claim for claim in left if claim.isdisjoint(given[best])]
    share = 1 - sum(weight[claim] for claim in left) / total if total else 0.0
    found = (article[index] for index in sorted(chosen))
    share = max(0.0, round(share, 3))  # a sum of floats may fall a hair below none
    return Alignment(tuple(Source(s.id, s.start, s.end) for s in found), share)


def support(text: str, article: Sequence[Sentence]) -> list[float]:
    """For each article sentence alone, the share of the weight of ``text`` that it explains."""
    given = [_facts(sentence.text) for sentence in article]
    weight = _weights(text, given)
    total = sum(weight.values()) or 1.0
    return [sum(weight[c] for c in weight if not c.isdisjoint(own)) / total for own in given]


def words(text: str) -> frozenset[str]:
    """Return the words of ``text`` in lower case, numbers among them."""
    return frozenset(word.lower() for word in WORD.findall(text))


def _weights(text: str, given: Sequence[Claim]) -> dict[Claim, float]:
    """What ``text`` claims, each weighed by how few sentences of the article have it."""
    return {
        claim: factor * math.log1p(len(given) / (1 + sum(not claim.isdisjoint(f) for f in given)))
        for claim, factor in _claims(text).items()
    }


@lru_cache(maxsize=1 << 12)  # every sentence of a summary is held against the same article
def _facts(text: str) -> Claim:
    """All that ``text`` says, as one set."""
    return frozenset().union(*_claims(text))


def _claims(text: str) -> dict[Claim, float]:
    """What ``text`` says, piece by piece, each with its factor."""
    claims: dict[Claim, float] = {}
    rest = text
    for number in numbers(text, "en"):
        if not number.is_named:  # May and second are words as well
            claims[frozenset(number.readings)] = TELLING
            blank = " " * (number.end - number.start)
            rest = rest[: number.start] + blank + rest[number.end :]
    for match in WORD.finditer(rest):
        is_name = match[0][0].isupper() and bool(text[: match.start()].strip())
        claims[frozenset([match[0].lower()])] = TELLING if is_name else 1.0
    return claims

"""What a set of sentences is worth: the share of a good summary it can be expected to cover.

Concepts are pairs of neighbouring words, as in Gillick and Favre, "A scalable global model for
summarization" (2009). The chance that one is in the summary is modelled from how often and how
early it occurs, as in Yih et al., "Multi-document summarization by maximizing informative
content-words" (IJCAI 2007). What is covered counts once, which keeps redundancy out; dividing by
the length balances precision with recall, as F1 does.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarize.backends.extractive.parameters import Parameters
from summarize.english.stems import content_stems, stem, tokens

Concept = tuple[str, str]
"""Two neighbouring words, stemmed."""

TITLE_FACTOR = 4.0
"""How far a word in the title raises the odds. Not tuned: the corpus has no titles."""


@dataclass(frozen=True, slots=True)
class Worth:
    """The sentences of one article, weighed.

    ``chances`` are the expected overlaps a concept adds, ``concepts`` what each sentence has,
    ``bonus`` and ``words`` the lead prior and the length of each; ``target`` is the length in words
    of the summary hoped for.
    """

    chances: dict[Concept, float]
    concepts: tuple[frozenset[Concept], ...]
    bonus: tuple[float, ...]
    words: tuple[int, ...]
    target: float

    def of(self, sentences: Iterable[int]) -> float:
        """Value of a set of sentences: expected F1, near enough, and the lead prior."""
        chosen = sorted(sentences)
        length = sum(self.words[i] for i in chosen) + self.target
        return self.overlap(chosen) / length + sum(self.bonus[i] for i in chosen)

    def overlap(self, sentences: Iterable[int]) -> float:
        """Expected number of concepts that a set of sentences shares with a good summary."""
        covered = frozenset[Concept]().union(*(self.concepts[i] for i in sentences))
        return math.fsum(map(self.chances.__getitem__, covered))  # exact, so in any order

    def alike(self, one: int, other: int) -> float:
        """Share of concepts (0 to 1) that two sentences have in common (Jaccard)."""
        left, right = self.concepts[one], self.concepts[other]
        return len(left & right) / max(1, len(left | right))


def weigh(
    sentences: Sequence[str],
    places: Sequence[int],
    title: str,
    length: int,
    parameters: Parameters,
) -> Worth:
    """Weigh sentences for a summary of ``length`` sentences.

    ``places`` count from 0 what a reader meets as text: captions and the like take no place.
    """
    spoken = [tokens(text) for text in sentences]
    concepts = tuple(concepts_of(words) for words in spoken)
    return Worth(
        chances=_chances(concepts, places, content_stems(tokens(title)), parameters),
        concepts=concepts,
        bonus=tuple(parameters.lead / (1 + place) for place in places),
        words=tuple(map(len, spoken)),
        target=parameters.words * length,
    )


def concepts_of(words: Sequence[str]) -> frozenset[Concept]:
    """Pairs of neighbouring words, stemmed."""
    return frozenset(pairwise(map(stem, words)))


def _chances(
    concepts: Sequence[frozenset[Concept]],
    places: Sequence[int],
    title: frozenset[str],
    parameters: Parameters,
) -> dict[Concept, float]:
    first: dict[Concept, int] = {}
    for found, place in zip(concepts, places, strict=True):
        for concept in found:
            first.setdefault(concept, place)
    times = Counter(concept for found in concepts for concept in found)
    return {
        concept: _chance(times[concept], place, not title.isdisjoint(concept), parameters)
        for concept, place in first.items()
    }


def _chance(times: int, place: int, in_title: bool, parameters: Parameters) -> float:
    """Chance that a summary has a concept: logistic in the logarithms of frequency and place."""
    odds = parameters.odds * math.pow(times, parameters.frequency)
    odds /= math.pow(1 + place, parameters.decay)
    odds *= TITLE_FACTOR if in_title else 1.0
    return odds / (1 + odds)

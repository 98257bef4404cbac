"""Which articles tell the same story: copies by their runs of words, others by what they speak of.

What an article speaks of are the stems of its words, weighed by how seldom they are in the other
articles (tf-idf: Salton and Buckley 1988, Term-weighting approaches in automatic text retrieval),
names and figures more than other words. Pure.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from summarize.english.words import content_stem, words
from summarize.feeds.similar import Sketch, same_story, sketch

ALIKE: Final = 0.35
"""Cosine from which on two articles tell the same story (benchmarks/results/same_story.md)."""
MOST: Final = 150
"""Stems of an article that are compared, the weightiest: long articles speak of many things."""
AT_LEAST: Final = 80
"""Articles that there are taken to be: among few, chance says which words are seldom."""
FEW_FIGURES: Final = 3
SAME_FIGURES: Final = 0.25
"""With so many figures each, two articles share this part of them: prices of two days do not."""

Weights = Mapping[str, float]


def clusters(texts: Sequence[str]) -> list[list[int]]:
    """The positions of ``texts`` by story: those with most tellings first, else as they came.

    A text joins the first story whose first text is like it. Likeness is not handed on from one to
    the next, so that a chain of half-alike articles does not become one story.
    """
    sketches, weights = [sketch(text) for text in texts], weighed(texts)
    stories: list[list[int]] = []
    for i in range(len(texts)):
        home = next((own for own in stories if alike(own[0], i, sketches, weights)), None)
        if home is None:
            stories.append([i])
        else:
            home.append(i)
    return sorted(stories, key=lambda own: -len(own))


def alike(one: int, other: int, sketches: Sequence[Sketch], weights: Sequence[Weights]) -> bool:
    """Whether the texts at two positions tell the same story, by what each is known by."""
    if same_story(sketches[one], sketches[other]):
        return True
    figures = sketches[one].figures, sketches[other].figures
    return share_figures(*figures) and cosine(weights[one], weights[other]) >= ALIKE


def share_figures(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the figures of two articles do not speak against their telling the same story."""
    fewer = min(len(one), len(other))
    return fewer < FEW_FIGURES or len(one & other) >= SAME_FIGURES * fewer


def cosine(one: Weights, other: Weights) -> float:
    """Of two vectors of length 1."""
    fewer, more = sorted((one, other), key=len)
    return sum(weight * more.get(stem, 0.0) for stem, weight in fewer.items())


def weighed(texts: Sequence[str]) -> list[Weights]:
    """What each of ``texts`` speaks of: its weightiest stems, as a vector of length 1."""
    spoken = [Counter(filter(None, map(content_stem, words(text)))) for text in texts]
    spread = Counter(stem for own in spoken for stem in own)
    articles = max(len(texts), AT_LEAST)
    return [
        _normal(
            {
                stem: (1 + math.log(often)) * math.log((articles + 1) / spread[stem])
                for stem, often in own.items()
            }
        )
        for own in spoken
    ]


def _normal(weights: Weights) -> Weights:
    kept = dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:MOST])
    length = math.sqrt(sum(weight * weight for weight in kept.values())) or 1.0
    return {stem: weight / length for stem, weight in kept.items()}

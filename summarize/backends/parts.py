"""Dividing a text that is too long for a model, and putting together what was written about it.

Map and reduce: each part is summarised, then the summaries are, as one text. Chang et al. 2024
(BooookScore, arXiv:2310.00785) found such merging more coherent than rewriting one summary part
by part.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from summarize.articles.sentences import split_sentences


def split_text(text: str, length: Callable[[str], int], limit: int) -> list[str]:
    """Divide ``text`` into as few parts of at most ``limit`` tokens as it takes, about even.

    Even, because a short remainder tempts a summariser to invent. A single sentence above the
    limit stays whole. ``length`` counts tokens.
    """
    units = [unit for paragraph in text.split("\n\n") for unit in _units(paragraph, length, limit)]
    groups = even_groups([length(unit) for unit in units], limit)
    return [" ".join(units[i] for i in group) for group in groups]


def merge(summaries: Sequence[Sequence[str]]) -> str:
    """Return one text of the ``summaries`` (sentences) of consecutive parts.

    News tells first what matters most, so the first part has twice the weight of the others: its
    summary goes in whole, of each later one the first half, rounded up. A rule of thumb, not tuned.
    """
    kept = [s if i == 0 else s[: (len(s) + 1) // 2] for i, s in enumerate(summaries)]
    return " ".join(sentence for sentences in kept for sentence in sentences)


def even_groups(lengths: Sequence[int], limit: int) -> list[range]:
    """Group consecutive positions: as few groups as ``limit`` allows, the largest made smallest."""
    fewest = len(_pack(lengths, limit))
    budgets = range(limit)
    budget = bisect_left(budgets, True, key=lambda size: len(_pack(lengths, size)) <= fewest)
    return _pack(lengths, budget)


def _pack(lengths: Sequence[int], budget: int) -> list[range]:
    """Fill groups in order, each up to ``budget``; what alone exceeds it is a group of its own."""
    groups: list[range] = []
    used = 0
    for i, size in enumerate(lengths):
        if groups and used + size <= budget:
            groups[-1] = range(groups[-1].start, i + 1)
            used += size
        else:
            groups.append(range(i, i + 1))
            used = size
    return groups


def _units(paragraph: str, length: Callable[[str], int], limit: int) -> list[str]:
    if length(paragraph) <= limit:
        return [paragraph]
    return [paragraph[start:end] for start, end in split_sentences(paragraph)]

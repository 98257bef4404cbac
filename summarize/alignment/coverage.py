"""How much of an English sentence its Khmer renders, by the links between words.

A stem counts as rendered when any of its links stands in the Khmer. What is not rendered speaks for
an omission by how reliably the stem is rendered in good translations (log odds); the run of stems
that speaks most for one is what was probably left out.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarize.alignment.table import Links, content, links, words_of
from summarize.khmer.words import numbered

_MOST: Final = -2.5  # what one rendered stem speaks against an omission at most
_LEAST_SHARE: Final = 0.03
_CAP: Final = 3.5  # what one word may speak for a fault at most


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the links say of a pair.

    ``run`` is the log odds of the run of stems most probably left out and ``missing`` its stems;
    ``unrendered`` is the share of stems that are not rendered, ``unexplained`` that of Khmer words.
    ``lost`` and ``strange`` are the stem and the Khmer word that most surely belong to nothing on
    the other side, with their log odds.
    """

    run: float
    missing: tuple[str, ...]
    unrendered: float
    unexplained: float
    lost: tuple[str, float]
    strange: tuple[str, float]


@lru_cache(maxsize=1 << 8)
def coverage(source: str, target: str) -> Coverage:
    """How ``target`` covers ``source``."""
    table = links()
    khmer = {numbered(word): word for word in words_of(target)}
    stems = [(stem, table.rows[stem]) for stem in content(source) if stem in table.rows]
    stems = [(stem, row) for stem, row in stems if table.of(row)]
    rendered = {stem: not table.of(row).isdisjoint(khmer) for stem, row in stems}
    run, missing = _run(stems, rendered, table)
    lost = max(
        ((odds(table.rendered[row], table.chance[row]), s) for s, row in stems if not rendered[s]),
        default=(0.0, ""),
    )
    explained = frozenset[int]().union(*(table.of(row) for _, row in stems))
    judged = [n for n in khmer if table.explained[n] > table.met[n] + _LEAST_SHARE]
    strange = [n for n in judged if n not in explained]
    oddest = max(
        ((odds(table.explained[n], table.met[n]), khmer[n]) for n in strange), default=(0.0, "")
    )
    return Coverage(
        run,
        missing,
        sum(not found for found in rendered.values()) / (len(rendered) + 2),
        len(strange) / (len(judged) + 2),
        lost[::-1],
        oddest[::-1],
    )


def _run(
    stems: list[tuple[str, int]], rendered: dict[str, bool], table: Links
) -> tuple[float, tuple[str, ...]]:
    """The run of stems with the highest sum of log odds (Kadane), and those not rendered in it."""
    best, sofar, start, span = 0.0, 0.0, 0, (0, 0)
    for at, (stem, row) in enumerate(stems):
        share, chance = table.rendered[row], table.chance[row]
        if rendered[stem]:
            sofar += max(_MOST, math.log(max(chance, 0.01) / share))
        else:
            sofar += odds(share, chance)
        if sofar <= 0:
            sofar, start = 0.0, at + 1
        elif sofar > best:
            best, span = sofar, (start, at + 1)
    return best, tuple(stem for stem, _ in stems[slice(*span)] if not rendered[stem])


def odds(share: float, chance: float) -> float:
    """Log odds of a fault against none where a word has no counterpart."""
    return min(_CAP, math.log((1 - min(chance, 0.95)) / (1 - min(share, 0.97))))

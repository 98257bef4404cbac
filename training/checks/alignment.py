"""Learn which Khmer words translate which English ones: ``python -m training.checks.alignment``.

IBM model 1 (Brown et al., 1993) with an empty word and a prior for the diagonal (Dyer et al.,
2013), both directions, on the corpus of the project and on further files (``--text``, of ``english
TAB khmer``; give only such as may be used). How often a word is rendered by one of its links is
measured on the half of the pairs that the links of that measure were not learned from.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from summarize.alignment.table import PAGE, content, words_of
from summarize.khmer.words import listed
from training.corpus.read import pairs

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]
Pairs = list[tuple[list[str], list[str]]]
Link = tuple[str, str]

ROUNDS: Final = 6
NULL: Final = 0.2
"""Prior share of words that nothing stands for."""
DIAGONAL: Final = 4.0
SMOOTH: Final = 0.3
LEAST_SHARE: Final = {"forward": 0.015, "back": 0.03}
LEAST_LIFT: Final = 3.0
LEAST_COUNT: Final = 0.7
LONGEST: Final = 90
APART: Final = 37
"""Lines between a sentence and the unrelated one that shows what is met by chance."""
_SMALL: Final = re.compile(r"(?<![\w’'-])[a-z]{2,}\b")


@dataclass(frozen=True, slots=True)
class Rates:
    """By word: how often it occurs, is rendered in its own pair, and met in an unrelated one."""

    seen: Counter[str]
    rendered: Counter[str]
    chance: Counter[str]


def vocabulary(texts: Iterable[Sequence[str]]) -> dict[str, int]:
    """Numbers from 1 for the words that occur in two sentences or more; 0 is the empty word."""
    counts = Counter(word for text in texts for word in set(text))
    return {word: n for n, word in enumerate((w for w, c in counts.items() if c > 1), start=1)}


def translate(given: Sequence[Sequence[str]], made: Sequence[Sequence[str]]) -> dict[Link, Floats]:
    """Share and expected count of each made word, given one: p(made | given)."""
    own, other = vocabulary(given), vocabulary(made)
    left, right, prior, token = _flat(given, made, own, other)
    code, where = np.unique(left * (len(other) + 1) + right, return_inverse=True)
    sources, targets = code // (len(other) + 1), code % (len(other) + 1)
    share: Floats = np.ones(len(code))
    count: Floats = share
    for _ in range(ROUNDS):
        weight = prior * share[where]
        weight /= np.bincount(token, weight)[token]
        count = np.bincount(where, weight).astype(np.float64)
        share = count / (np.bincount(sources, count)[sources] + SMOOTH)
    names, others = ["", *list(own)], ["", *list(other)]
    kept = np.flatnonzero((sources > 0) & (count > SMOOTH))
    return {(names[sources[i]], others[targets[i]]): np.array([share[i], count[i]]) for i in kept}


def _flat(
    given: Sequence[Sequence[str]],
    made: Sequence[Sequence[str]],
    own: dict[str, int],
    other: dict[str, int],
) -> tuple[Numbers, Numbers, Floats, Numbers]:
    """Every possible alignment of every made word: both numbers, its prior, and the word's."""
    lefts, rights, priors, tokens, total = [], [], [], [], 0
    for one, two in zip(given, made, strict=True):
        a = [own[word] for word in one if word in own]
        b = [other[word] for word in two if word in other]
        if not a or not b or len(b) > LONGEST or len(a) > LONGEST:
            continue
        across = (np.arange(len(a))[None] + 0.5) / len(a)
        down = (np.arange(len(b))[:, None] + 0.5) / len(b)
        near = np.exp(-DIAGONAL * np.abs(across - down))
        near = (1 - NULL) * near / near.sum(1, keepdims=True)
        priors.append(np.concatenate([np.full((len(b), 1), NULL), near], 1).ravel())
        lefts.append(np.tile([0, *a], len(b)))
        rights.append(np.repeat(b, len(a) + 1))
        tokens.append(np.repeat(np.arange(total, total + len(b)), len(a) + 1))
        total += len(b)
    return tuple(map(np.concatenate, (lefts, rights, priors, tokens)))  # type: ignore[return-value]


def links(found: Pairs) -> set[Link]:
    """English stems with the Khmer words that stand for them more often than by chance."""
    english, khmer = [e for e, _ in found], [k for _, k in found]
    of_english = Counter(word for text in english for word in set(text))
    of_khmer = Counter(word for text in khmer for word in set(text))
    forward = translate(english, khmer)
    back = {(e, k): value for (k, e), value in translate(khmer, english).items()}
    kept = _strong(forward, of_khmer, len(found), LEAST_SHARE["forward"], 1)
    return kept | _strong(back, of_english, len(found), LEAST_SHARE["back"], 0)


def _strong(
    table: dict[Link, Floats], counts: Counter[str], total: int, least: float, made: int
) -> set[Link]:
    return {
        link
        for link, (share, count) in table.items()
        if share >= least and count >= LEAST_COUNT
        if share * total / counts[link[made]] >= LEAST_LIFT
    }


def rates(found: Pairs, known: set[Link], side: int) -> Rates:
    """How well the links of each word of one ``side`` (0 English, 1 Khmer) are met."""
    by_word: dict[str, set[str]] = {}
    for link in known:
        by_word.setdefault(link[side], set()).add(link[1 - side])
    result = Rates(Counter(), Counter(), Counter())
    for n, pair in enumerate(found):
        own, strange = set(pair[1 - side]), set(found[(n + APART) % len(found)][1 - side])
        for word in set(pair[side]) & by_word.keys():
            result.seen[word] += 1
            result.rendered[word] += bool(by_word[word] & own)
            result.chance[word] += bool(by_word[word] & strange)
    return result


def crossed(found: Pairs, side: int) -> Rates:
    """:func:`rates` of each half by the links of the other."""
    total = Rates(Counter(), Counter(), Counter())
    halves = found[::2], found[1::2]
    for one, other in (halves, halves[::-1]):
        part = rates(one, links(other), side)
        total.seen.update(part.seen)
        total.rendered.update(part.rendered)
        total.chance.update(part.chance)
    return total


def smoothed(hits: Counter[str], rates_: Rates, word: str, prior: float) -> float:
    """A share that is drawn to ``prior`` where a word is rare."""
    return (hits[word] + 3 * prior) / (rates_.seen[word] + 3)


def read(paths: Iterable[Path]) -> list[tuple[str, str]]:
    """The corpus and the pairs of ``paths``."""
    found = pairs()
    for path in paths:
        rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
        found += [(row[0], row[1]) for row in rows if len(row) == 2]
    return found


def main() -> None:
    """Read the arguments, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, nargs="*", default=())
    texts = read(parser.parse_args().text)
    small = {stem for english, _ in texts for w in _SMALL.findall(english) for stem in content(w)}
    found = [([s for s in content(e) if s in small], words_of(k)) for e, k in texts]
    known = links(found)
    english, khmer = crossed(found, 0), crossed(found, 1)
    numbers = {word: n for n, word in enumerate(listed())}
    linked: dict[str, list[int]] = {stem: [] for stem in sorted(small)}
    for stem, word in sorted(known):
        linked[stem].append(numbers[word])
    np.savez_compressed(
        PAGE,
        stems=np.frombuffer("\n".join(linked).encode(), np.uint8),
        ends=np.cumsum([len(own) for own in linked.values()], dtype=np.uint32),
        links=np.array([n for own in linked.values() for n in own], np.uint16),
        rendered=_shares(english.rendered, english, linked, 0.8),
        chance=_shares(english.chance, english, linked, 0.1),
        explained=_shares(khmer.rendered, khmer, numbers, 0.6),
        met=_shares(khmer.chance, khmer, numbers, 0.1),
    )


def _shares(hits: Counter[str], rates_: Rates, words: Iterable[str], prior: float) -> Floats:
    return np.array([smoothed(hits, rates_, word, prior) for word in words], np.float16)


if __name__ == "__main__":
    main()

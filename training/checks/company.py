"""Learn which Khmer words keep company: ``python -m training.checks.company``.

Words within ten of each other in the Khmer of the corpus, of ``--text`` (files of ``english TAB
khmer``) and of ``--khmer`` (sentences packed by xz, of which every second is read) are counted;
positive pointwise mutual information with the context smoothed (Levy, Goldberg and Dagan, 2015) is
factorised by a randomised eigendecomposition (Halko et al., 2011). Needs 1 GB of memory.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from summarize.alignment.table import words_of
from summarize.khmer.company import PAGE
from summarize.khmer.words import numbered
from training.checks.alignment import read
from training.names.lexicon import lines_of

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]

EVERY: Final = 2
"""Of the sentences of ``--khmer`` one in so many is read."""
LEAST: Final = 3
"""Sentences of the pairs in which a word has to occur."""
WINDOW: Final = 10
"""Words to either side that are counted."""
SMOOTH: Final = 0.75
SIZE: Final = 48
"""Numbers of a vector."""
MORE: Final = 10
"""Dimensions beside them while searching."""
ROUNDS: Final = 2


def vocabulary(sentences: Iterable[Sequence[str]]) -> list[str]:
    """The words that occur in ``LEAST`` sentences or more, in the order of the word list."""
    counts = Counter(word for sentence in sentences for word in set(sentence))
    return sorted((word for word, count in counts.items() if count >= LEAST), key=numbered)


def counted(sentences: Iterable[Sequence[str]], kept: Sequence[str]) -> Floats:
    """How often each two of the words ``kept`` stand within ``WINDOW`` words."""
    rows = {word: row for row, word in enumerate(kept)}
    gap = [-1] * WINDOW
    text = [row for s in sentences for row in (*(rows[w] for w in s if w in rows), *gap)]
    flat: Numbers = np.array(text, np.int64)
    counts: Floats = np.zeros(len(kept) ** 2, np.float32)
    for apart in range(1, WINDOW + 1):
        one, other = flat[:-apart], flat[apart:]
        both = (one >= 0) & (other >= 0)
        one, other = one[both], other[both]
        codes = np.concatenate([one * len(kept) + other, other * len(kept) + one])
        where, times = np.unique(codes, return_counts=True)
        counts[where] += times
    return counts.reshape(len(kept), len(kept))


def information(counts: Floats) -> Floats:
    """Positive pointwise mutual information, in nats, made symmetric."""
    total = counts.sum(1)
    context = total**SMOOTH
    context *= total.sum() / context.sum()
    chance = total[:, None] * context[None] / total.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.where(counts > 0, np.log(counts / chance), 0)
    positive = np.maximum(found, 0).astype(np.float32)
    return np.asarray((positive + positive.T) / 2)


def factorised(matrix: Floats, size: int) -> Floats:
    """Vectors whose dot products are nearest to the symmetric ``matrix``, one a row."""
    random = np.random.default_rng(1)
    basis = matrix @ random.standard_normal((len(matrix), size + MORE)).astype(np.float32)
    for _ in range(ROUNDS):
        basis = matrix @ np.linalg.qr(basis)[0]
    basis = np.linalg.qr(basis)[0]
    values, turns = np.linalg.eigh(basis.T @ matrix @ basis)
    best = np.argsort(-values)[:size]
    return np.asarray((basis @ turns[:, best]) * np.sqrt(np.maximum(values[best], 0)), np.float32)


def write(kept: Sequence[str], vectors: Floats) -> None:
    """The shipped file: each vector in whole numbers to 127, with its scale."""
    scales = (np.abs(vectors).max(1) / 127).astype(np.float16)
    steps = np.where(scales > 0, scales, 1).astype(np.float32)
    np.savez_compressed(
        PAGE,
        words=np.array([numbered(word) for word in kept], np.uint16),
        vectors=np.clip(np.rint(vectors / steps[:, None]), -127, 127).astype(np.int8),
        scales=scales,
    )


def main() -> None:
    """Read the arguments, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, nargs="*", default=())
    parser.add_argument("--khmer", type=Path, nargs="*", default=())
    arguments = parser.parse_args()
    pairs = [words_of(khmer) for _, khmer in read(arguments.text)]
    others = [
        words_of(line)
        for path in arguments.khmer
        for line in islice(lines_of(path), 0, None, EVERY)
    ]
    kept = vocabulary(pairs)
    write(kept, factorised(information(counted([*pairs, *others], kept)), SIZE))


if __name__ == "__main__":
    main()

"""Fit the weights of :mod:`summarize.alignment.strange`: ``python -m training.checks.strange``.

On ``--text`` (files of ``english TAB khmer``, none that the links were learned from), each pair as
it is and with one content word replaced by another; the links and the company have to be there.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from summarize.alignment.strange import PAGE, features
from summarize.evaluate.damage_meaning import replace_noun
from summarize.evaluate.pairs import Pair, read_pairs
from summarize.khmer.normalise import draft_text
from training.checks.coverage import fitted


def examples(found: Sequence[Pair]) -> Iterator[tuple[dict[str, float], int]]:
    """Features of each word as it is (0), and of the words that damage put in (1)."""
    for number, pair in enumerate(found):
        good = Pair(pair.source, draft_text(pair.target))
        own = list(features(good.source, good.target))
        yield from ((row, 0) for _, row in own)
        if bad := replace_noun(good, random.Random(number)):
            known = {word for word, _ in own}
            yield from ((r, 1) for word, r in features(good.source, bad) if word not in known)


def main() -> None:
    """Read the arguments, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, nargs="+", required=True)
    found = [pair for path in parser.parse_args().text for pair in read_pairs(path)]
    rows, labels = zip(*examples(found), strict=True)
    table = np.array([list(row.values()) for row in rows])
    weights = fitted(table, np.array(labels, np.float64))
    lines = [f"{name}\t{weight:.4f}" for name, weight in zip(rows[0], weights, strict=True)]
    PAGE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()

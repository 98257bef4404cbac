"""Draft lines whose human translation is known, to fit the confidence on.

    python -m training.confidence.draft --out DRAFTS.jsonl --lines 250 A.tsv B.tsv

Takes lines evenly from files of ``english TAB khmer`` and appends one JSON object a draft:
``source``, ``reference``, ``target``, ``score``, ``effort``. The same command goes on.
"""

import argparse
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from pathlib import Path
from typing import Final

from summarize.backends.registry import translator
from summarize.drafting import draft
from summarize.evaluate.pairs import Pair, read_pairs
from summarize.options import BackendOptions
from summarize.settings import load_settings
from training.lines import Record, go_on

AT_ONCE: Final = 6


def evenly(files: Sequence[Sequence[Pair]], lines: int) -> list[Pair]:
    """At most ``lines`` pairs, as many of each file, spread over it, the files taking turns."""
    share = lines // len(files)
    chosen = [own[:: max(1, len(own) // share)][:share] for own in files]
    return [pair for pair in chain.from_iterable(zip_longest(*chosen)) if pair]


def main() -> None:
    """Draft what is missing in ``--out``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--lines", type=int, default=250)
    parser.add_argument("--effort", choices=("fast", "normal", "best"), default="normal")
    parser.add_argument("--translator", default="embedded")
    args = parser.parse_args()
    options = BackendOptions(load_settings().model_dir, effort=args.effort, offline=True)
    model = translator(args.translator, options)
    references = {pair.source: pair.target for pair in evenly_of(args.files, args.lines)}

    def drafted(sources: list[str]) -> Iterator[Record]:
        for source, one in zip(sources, draft(model, sources), strict=True):
            yield {
                "source": source,
                "reference": references[source],
                "target": one.target,
                "score": one.score,
                "effort": args.effort,
            }

    go_on(args.out, list(references), drafted, AT_ONCE)


def evenly_of(files: Sequence[Path], lines: int) -> list[Pair]:
    """:func:`evenly` of the pairs in ``files``. Raises ``UsageError``."""
    return evenly([read_pairs(path) for path in files], lines)


if __name__ == "__main__":
    main()

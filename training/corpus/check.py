"""What must hold for every pair: ``python -m training.corpus.check [--evaluation FOLDER]``.

Months, weekdays, units, fractions, ordinals, times and scale words of the English are in the Khmer,
its script and its clusters are sound, no English occurs twice, and no pair shares a run of words
with an evaluation set.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from summarize.checks import check_pair
from summarize.khmer import clusters
from training.adapter.data import Held, clean
from training.corpus.read import files, lines_of
from training.corpus.spellings import table, variants

CHECKS: Final = frozenset(
    [
        "cut_off",
        "date_words",
        "degeneration",
        "fractions",
        "invalid_cluster",
        "months_weekdays",
        "ordinals",
        "scale_words",
        "times",
        "truncation",
        "units",
        "untranslated",
        "wrong_dates",
        "wrong_script",
    ]
)
"""Those that are never wrong on pairs that people found right."""
RUN: Final = 8
"""English words in a row that no pair may share with an evaluation set."""
_LATIN: Final = re.compile(r"[A-Za-z]{2,}")
_KHMER: Final = re.compile(r"[\u1780-\u17b3]")
_ASCII_DIGIT: Final = re.compile(r"[0-9]")
_SPACED_OUT: Final = re.compile(r"« | »| [។៕]")


def faults_of(english: str, khmer: str) -> list[str]:
    """What is wrong with a pair in itself."""
    found = [one.message for one in check_pair(english, khmer) if one.check in CHECKS]
    if clusters.check(khmer):
        found.append("a cluster is not well formed")
    if len(_KHMER.findall(khmer)) < sum(map(len, _LATIN.findall(khmer))):
        found.append("the Khmer is mostly in Latin letters")
    found += [f"{variant} is written {table()[variant]} here" for variant in variants(khmer)]
    if _ASCII_DIGIT.search(khmer):
        found.append("ASCII digits in the Khmer")
    if _SPACED_OUT.search(khmer):
        found.append("a space beside a quotation mark or before a stop")
    return found


def faults(paths: Sequence[Path], held: Held | None = None) -> Iterator[str]:
    """All faults of the files, each with its place."""
    seen: dict[str, str] = {}
    for path in paths:
        for number, line in lines_of(path):
            place = f"{path.parent.name}/{path.name}, line {number}"
            english, tab, khmer = line.partition("\t")
            if not tab or "\t" in khmer or not english or not khmer:
                yield f"{place}: not English, tab, Khmer"
                continue
            yield from (f"{place}: {fault}" for fault in faults_of(english, khmer))
            if (first := seen.setdefault(english.casefold(), place)) != place:
                yield f"{place}: the same English as {first}"
            if held is not None and clean(english, khmer) in held:
                yield f"{place}: shares {RUN} words with an evaluation set"


def main() -> None:
    """Print every fault; exit 1 if there is one."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--evaluation", type=Path, help="folder of evaluation sets, *.tsv")
    given = parser.parse_args()
    sets = sorted(given.evaluation.glob("*.tsv")) if given.evaluation else []
    found = list(faults(files(), Held(sets, RUN, 10_000) if sets else None))
    print("\n".join(found) or f"{sum(1 for p in files() for _ in lines_of(p))} pairs, no fault")
    raise SystemExit(bool(found))


if __name__ == "__main__":
    main()

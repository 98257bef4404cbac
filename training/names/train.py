"""Train the spelling of names: ``python -m training.names.train --data DATA --out FILE``.

Entries are divided into five parts by their Latin word, so that no word is measured by a model
that saw it, in whatever kind of name or dictionary. Weights and calibration of each part come from
the others that are measured, those that ship from all of these; the models that ship saw all.
"""

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from summarize.khmer.normalise import key
from summarize.names.spelling.features import FEATURES, features
from summarize.names.spelling.kinds import Kind
from summarize.names.spelling.ranker import Ranker, linear
from summarize.names.spelling.ranking import proposed
from summarize.names.spelling.shipped import KINDS, PAGE, opened
from training.names.corpus import Pair
from training.names.entries import Entry, entries
from training.names.learn import ORDER, Arrays, Background, Choices, arrays, background
from training.names.lexicon import counted, lines_of
from training.names.measure import Score, reliability, score, table
from training.names.ngrams import Smoothing
from training.names.read import romanised
from training.names.tune import Case, Floats, calibration, fitted

PARTS: Final = 5
Cases = Mapping[int, Sequence[Case]]
Tuned = Mapping[Kind, tuple[Ranker, tuple[float, float]]]


def part_of(latin: str) -> int:
    """The part that a Latin word is measured in."""
    return hashlib.sha256(latin.encode()).digest()[0] % PARTS


def held_out(
    found: Sequence[Entry],
    dictionary: Sequence[Pair],
    behind: Background,
    choices: Choices,
    part: int,
) -> list[Case]:
    """The words of one part with what models of the other parts propose for them."""
    seen = [entry for entry in found if part_of(entry.latin) != part]
    words = [pair for pair in dictionary if part_of(pair[0]) != part]
    model = opened(arrays(seen, words, behind, choices))
    cases = []
    for (kind, latin), group, accepted in _wanted(found):
        if part_of(latin) == part:
            forms = proposed(latin, kind, model)
            costs = {form: cost for form, (_, cost) in forms.items()}
            rows = features(costs, latin, kind, model)
            cases.append(Case(group, kind, latin, tuple(forms), rows, accepted))
    return cases


def _wanted(found: Sequence[Entry]) -> Iterator[tuple[tuple[Kind, str], str, frozenset[str]]]:
    """Each word of each kind, the first of its groups, and all its forms, each of them right."""
    forms: dict[tuple[Kind, str], set[str]] = defaultdict(set)
    groups: dict[tuple[Kind, str], list[str]] = defaultdict(list)
    for entry in found:
        forms[entry.kind, entry.latin].add(key(entry.khmer))
        groups[entry.kind, entry.latin].append(entry.group)
    for word in sorted(forms):
        listed = [group for group in groups[word] if "corpus" not in group]
        yield word, min(listed or groups[word]), frozenset(forms[word])


def tuned(cases: Sequence[Case]) -> Tuned:
    """What ranks the spellings of each kind, and its calibration."""
    found = {}
    for kind in KINDS:
        mine = [case for case in cases if case.kind is kind]
        ranker = fitted(mine) if mine else linear(np.zeros(len(FEATURES)))
        found[kind] = ranker, calibration(mine, ranker)
    return found


def measured(cases: Cases) -> tuple[dict[str, Score], dict[Kind, float]]:
    """Scores by group and errors of calibration by kind, each part by what the others taught."""
    ranked: dict[str, list[tuple[Case, Floats]]] = defaultdict(list)
    errors: dict[Kind, list[float]] = defaultdict(list)
    for part, mine in cases.items():
        taught = tuned([case for other, more in cases.items() if other != part for case in more])
        for case in mine:
            ranked[case.group].append((case, taught[case.kind][0].scores(case.features)))
        for kind in KINDS:
            ranker, (offset, slope) = taught[kind]
            own = [case for case in mine if case.kind is kind]
            errors[kind].append(reliability(own, ranker, offset, slope)[0])
    scores = {group: score(found) for group, found in sorted(ranked.items())}
    return scores, {kind: float(np.mean(found)) for kind, found in errors.items()}


def main() -> None:
    """Read the arguments, measure on what is held out, learn from all, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with names/ and enkm/")
    parser.add_argument("--out", type=Path, default=PAGE, help="the file of the model")
    parser.add_argument("--order", type=int, default=ORDER, help="of the joint models")
    parser.add_argument(
        "--smoothing", type=Smoothing, choices=list(Smoothing), default=Smoothing.KNESER_NEY
    )
    parser.add_argument("--without-dictionary", action="store_true", help="no romanised words")
    parser.add_argument("--parts", type=int, default=PARTS, help="how many of the parts to measure")
    parser.add_argument("--measure-only", action="store_true", help="write no model")
    arguments = parser.parse_args()
    data: Path = arguments.data
    dictionary: list[Pair] = []
    if not arguments.without_dictionary:
        dictionary = romanised(data / "names" / "romanised_words.tsv")
    choices = Choices(arguments.order, arguments.smoothing)
    found = sorted(entries(data))
    lexicon = counted(lines_of(data / "enkm" / "mono.km.txt.xz"))
    behind = background(found, dictionary, lexicon)
    cases = {
        part: held_out(found, dictionary, behind, choices, part) for part in range(arguments.parts)
    }
    scores, errors = measured(cases)
    print(table(scores))
    print(json.dumps({kind: round(error, 3) for kind, error in errors.items()}))
    if not arguments.measure_only:
        made = arrays(found, dictionary, behind, choices)
        how = tuned([case for part in cases.values() for case in part])
        np.savez_compressed(arguments.out, allow_pickle=False, **filled(made, how))


def filled(made: Arrays, how: Tuned) -> Arrays:
    """The arrays with what ranks and calibration."""
    ranks = {
        f"rank-{kind}.{name}": array
        for kind in KINDS
        for name, array in how[kind][0].arrays().items()
    }
    return (
        made
        | ranks
        | {
            "calibration": np.array([how[kind][1] for kind in KINDS], np.float32),
        }
    )


if __name__ == "__main__":
    main()

"""How well names are spelt: the first right, one of five right, errors by character."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from summarize.names.spelling.ranker import Ranker
from summarize.names.spelling.ranking import calibrated
from training.names.tune import Case, Floats, best


class Score(NamedTuple):
    """Shares of ``names``; ``errors`` is edits by characters of the accepted form that is nearest.

    ``proposed`` is the share with an accepted form anywhere among what the model proposes.
    """

    names: int
    first: float
    five: float
    errors: float
    proposed: float


def score(cases: Sequence[tuple[Case, Floats]]) -> Score:
    """The score of cases, each with what its forms are worth."""
    first = five = proposed = edits = characters = 0
    for case, worth in cases:
        order: list[int] = np.argsort(-worth, kind="stable").tolist()
        ranked = [case.forms[number] for number in order]
        first += bool(ranked) and ranked[0] in case.accepted
        five += any(form in case.accepted for form in ranked[:5])
        proposed += any(form in case.accepted for form in ranked)
        away, length = min(
            (distance(ranked[0] if ranked else "", form), len(form)) for form in case.accepted
        )
        edits, characters = edits + away, characters + length
    names = max(1, len(cases))
    return Score(
        len(cases), first / names, five / names, edits / max(1, characters), proposed / names
    )


def distance(one: str, other: str) -> int:
    """Insertions, deletions and replacements of characters between two words."""
    row = list(range(len(other) + 1))
    for number, character in enumerate(one, 1):
        before, row[0] = row[0], number
        for place, letter in enumerate(other, 1):
            above = row[place]
            row[place] = min(above + 1, row[place - 1] + 1, before + (character != letter))
            before = above
    return row[-1]


def reliability(
    cases: Sequence[Case], ranker: Ranker, offset: float, slope: float, parts: int = 10
) -> tuple[float, list[tuple[float, float]]]:
    """Expected calibration error, and mean probability and share right in each of ``parts``."""
    told = [best(case, ranker) for case in cases if case.forms]
    rows = sorted((calibrated(share, offset, slope), right) for share, right in told)
    groups = [group for group in np.array_split(np.array(rows, np.float64), parts) if len(group)]
    means = [(float(g[:, 0].mean()), float(g[:, 1].mean())) for g in groups]
    error = sum(len(g) * abs(p - r) for g, (p, r) in zip(groups, means, strict=True))
    return error / max(1, len(rows)), means


def table(scores: Mapping[str, Score]) -> str:
    """A line for each group, as Markdown."""
    head = "| group | words | first | five | errors | proposed |\n|---|---:|---:|---:|---:|---:|\n"
    return head + "\n".join(
        f"| {group} | {number} | " + " | ".join(f"{share:.1%}" for share in shares) + " |"
        for group, (number, *shares) in scores.items()
    )

"""The measurements of the confidence, in Markdown."""

from collections.abc import Sequence
from statistics import fmean
from typing import Final, Protocol

from summarize.confidence import LEVELS, WORDS, Level
from summarize.confidence.fitting import brier
from summarize.confidence.regression import Regression
from training.confidence.measure import auc, quartiles, reliability


class Measured(Protocol):
    """A draft of which the outcome is known."""

    @property
    def chrf(self) -> float | None:
        """Against its reference, 0 to 100; ``None`` without one."""

    @property
    def ratings(self) -> tuple[str, ...]:
        """U, H, W or G by each rater: usable, heavy edits, wrong, gibberish."""

    def level(self, chance: float) -> Level:
        """The level that people would see."""


_INTRODUCTION: Final = """\
# Confidence in a draft

Written by `python -m training.confidence.fit`. {drafts} drafts of the embedded translator, of which
{share:.0%} are "usable": {meaning}.
**No person has rated these drafts yet.** All figures are of drafts that the fit had not seen:
ten-fold cross-validation, the mean of {rounds} divisions.
"""


def report(
    rated: Sequence[Measured],
    usable: Sequence[bool],
    rounds: Sequence[Sequence[float]],
    meaning: str,
    fitted: Regression,
) -> str:
    """The page; each of ``rounds`` has the held-out confidence in every draft.

    ``meaning`` says what a usable draft is.
    """
    share = fmean(usable)
    parts = [
        _INTRODUCTION.format(drafts=len(rated), share=share, meaning=meaning, rounds=len(rounds)),
        _figures(rated, usable, rounds, share),
        _quartiles(rated, rounds),
        _reliability(usable, rounds),
        _caught(rated, usable, rounds),
        _levels(rated, usable, rounds[0]),
        _weights(fitted),
    ]
    return "\n".join(parts)


def _figures(
    rated: Sequence[Measured],
    usable: Sequence[bool],
    rounds: Sequence[Sequence[float]],
    share: float,
) -> str:
    scores = fmean(brier(one, usable) for one in rounds)
    ahead = fmean(auc(one, usable) for one in rounds)
    always = brier([share] * len(usable), usable)
    return _table(
        ("measure", "value"),
        [
            ("Brier score", f"{scores:.3f}"),
            ("Brier score of always saying the mean share", f"{always:.3f}"),
            ("area under the curve (0.5 is chance)", f"{ahead:.3f}"),
            *_mean_chrf(rated),
        ],
    )


def _quartiles(rated: Sequence[Measured], rounds: Sequence[Sequence[float]]) -> str:
    chrf = [one.chrf for one in rated if one.chrf is not None]
    if len(chrf) < len(rated):
        return ""
    found = [fmean(own) for own in zip(*(quartiles(one, chrf) for one in rounds), strict=True)]
    names = ("least sure quarter", "second", "third", "surest quarter")
    rows = [(name, f"{value:.1f}") for name, value in zip(names, found, strict=True)]
    gap = f"The gap between the surest quarter and the least sure is {found[-1] - found[0]:.1f}.\n"
    return f"## Mean chrF by confidence\n\n{_table(('drafts', 'chrF'), rows)}\n{gap}"


def _reliability(usable: Sequence[bool], rounds: Sequence[Sequence[float]]) -> str:
    """The divisions pooled, so that drafts are counted by their mean."""
    pooled = [chance for one in rounds for chance in one]
    rows = [
        (
            f"{own.low:.1f} to {own.high:.1f}",
            f"{own.drafts / len(rounds):.0f}",
            f"{own.expected:.2f}",
            f"{own.usable:.2f}",
        )
        for own in reliability(pooled, list(usable) * len(rounds))
    ]
    head = ("confidence", "drafts", "mean confidence", "share usable")
    return f"## Reliability\n\n{_table(head, rows)}"


def _mean_chrf(rated: Sequence[Measured]) -> list[tuple[str, str]]:
    known = [one.chrf for one in rated if one.chrf is not None]
    return [("mean chrF", f"{fmean(known):.1f}")] if known else []


def _caught(
    rated: Sequence[Measured], usable: Sequence[bool], rounds: Sequence[Sequence[float]]
) -> str:
    """How many of the bad drafts, and of the usable ones, people are told to check."""
    if not any(one.ratings for one in rated):
        return ""

    def told(own: Sequence[int]) -> str:
        levels = (rated[i].level(chances[i]) for chances in rounds for i in own)
        return f"{fmean(level != LEVELS[0] for level in levels):.0%}"

    wrong = [i for i, one in enumerate(rated) if _is_wrong(one)]
    good = [i for i, is_usable in enumerate(usable) if is_usable]
    rows = [
        (f"{len(wrong)} wrong or gibberish by all raters", told(wrong)),
        (f"{len(good)} usable", told(good)),
    ]
    return f"## Told to check\n\n{_table(('drafts', 'at the lower two levels'), rows)}"


def _is_wrong(one: Measured) -> bool:
    return bool(one.ratings) and set(one.ratings) <= {"W", "G"}


def _levels(rated: Sequence[Measured], usable: Sequence[bool], chances: Sequence[float]) -> str:
    found = [one.level(chance) for one, chance in zip(rated, chances, strict=True)]
    rows = []
    for level in LEVELS:
        own = [i for i, name in enumerate(found) if name == level]
        good = f"{fmean(usable[i] for i in own):.0%}" if own else "–"
        bad = f"{fmean(_is_wrong(rated[i]) for i in own):.0%}" if own else "–"
        rows.append((WORDS[level], f"{len(own)}", good, bad))
    head = ("level", "drafts", "usable", "wrong or gibberish")
    return f"## The three levels\n\n{_table(head, rows)}"


def _weights(fitted: Regression) -> str:
    rows = [(name, f"{weight:+.3f}") for name, weight in fitted.weights.items()]
    rows.insert(0, ("intercept", f"{fitted.intercept:+.3f}"))
    return f"## The regression\n\n{_table(('feature', 'weight'), rows)}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)

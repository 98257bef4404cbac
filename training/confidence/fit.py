"""Fit the confidence on drafts whose human translation is known, and measure it.

    python -m training.confidence.fit training/confidence/ratings.jsonl [--out CONFIDENCE.md]
    python -m training.confidence.fit DRAFTS.jsonl … [--usable 60] [--out CONFIDENCE.md]

Writes ``summarize/confidence/coefficients.toml``, and the measurements by cross-validation to
``--out``. Drafts with ``ratings`` are usable where every rater said so (U); those of
:mod:`training.confidence.draft` where they are close to their reference. Findings are taken anew,
by the checks as they are now.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sacrebleu.metrics.chrf import CHRF

from summarize.checks import check_pair
from summarize.confidence import Level, level_of
from summarize.confidence.features import DOUBTS, Features, features
from summarize.confidence.fitting import cross_validated, fit
from summarize.confidence.levels import capped
from summarize.confidence.model import FILE
from summarize.confidence.regression import Regression, dump_regression
from summarize.khmer.normalise import key
from summarize.records import Segment, Severity
from training.confidence.report import report
from training.lines import Record, records

USABLE: Final = 60.0
"""Of 40 drafts that a language model read without knowing their chrF, 7 were usable but for a light
edit: 5 of the 9 at 60 or more, 2 of the 31 below. No person has read them."""
GOOD: Final = "U"
BY_RATING: Final = "light edits at most, by two language models that did not know the version"
ROUNDS: Final = 5
COEFFICIENTS: Final = Path("summarize/confidence") / FILE
RESULTS: Final = Path("benchmarks/results/confidence.md")


@dataclass(frozen=True, slots=True)
class Rated:
    """A draft with what is known of it: its ``ratings``, or ``chrf`` against its reference.

    chrF is from 0 to 100, ``None`` where there is no reference.
    """

    source: str
    features: Features
    severities: tuple[Severity, ...]
    chrf: float | None = None
    ratings: tuple[str, ...] = ()

    def is_usable(self, threshold: float) -> bool:
        """By all ratings, else by ``threshold`` of chrF."""
        if self.ratings:
            return set(self.ratings) == {GOOD}
        return self.chrf is not None and self.chrf >= threshold

    def level(self, chance: float) -> Level:
        """The level that people would see."""
        return level_of(chance, self.severities)


def rate(record: Record) -> Rated:
    """What is known of one draft."""
    segment = Segment("k1", "s1", record["source"], record["target"], score=record["score"])
    severities = tuple(f.severity for f in check_pair(segment.source, segment.target))
    known = features(segment, severities)
    if known is None:
        raise ValueError(f"no score of “{record['source']}”")
    if "ratings" in record:
        return Rated(segment.source, known, severities, ratings=tuple(record["ratings"]))
    chrf = CHRF().sentence_score(key(segment.target), [key(record["reference"])]).score
    return Rated(segment.source, known, severities, chrf)


def held_out(rated: Sequence[Rated], usable: Sequence[bool], seed: int) -> list[float]:
    """The confidence in each draft by a fit on the nine tenths that it is not in."""
    rows, sources = [one.features for one in rated], [one.source for one in rated]
    chances = cross_validated(rows, usable, sources, DOUBTS, seed)
    return [capped(p, one.severities) for p, one in zip(chances, rated, strict=True)]


def written(fitted: Regression, drafts: int, meaning: str) -> str:
    """The file of coefficients; ``meaning`` says what a usable draft is."""
    return dump_regression(
        fitted,
        f"Written by training.confidence.fit from {drafts} drafts of the embedded translator.",
        f"usable: {meaning}; no person has rated drafts yet.",
    )


def main() -> None:
    """Fit, write the coefficients, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("drafts", type=Path, nargs="+")
    parser.add_argument("--usable", type=float, default=USABLE)
    parser.add_argument("--out", type=Path, default=RESULTS)
    args = parser.parse_args()
    rated = [rate(record) for path in args.drafts for record in records(path)]
    usable = [one.is_usable(args.usable) for one in rated]
    meaning = BY_RATING if rated[0].ratings else f"sentence chrF of {args.usable:g} or more"
    fitted = fit([one.features for one in rated], usable, DOUBTS)
    COEFFICIENTS.write_text(written(fitted, len(rated), meaning), "utf-8")
    rounds = [held_out(rated, usable, seed) for seed in range(ROUNDS)]
    args.out.write_text(report(rated, usable, rounds, meaning, fitted), "utf-8")


if __name__ == "__main__":
    main()

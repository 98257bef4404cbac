import random

import pytest

from summarize.confidence.fitting import brier, fit
from summarize.confidence.regression import parse_regression
from summarize.evaluate.pairs import Pair
from training.confidence.draft import evenly
from training.confidence.fit import Rated, held_out, rate, written
from training.confidence.measure import auc, quartiles, reliability
from training.confidence.report import report


def noisy(seed: int = 1, count: int = 400) -> tuple[list[dict[str, float]], list[bool]]:
    chance = random.Random(seed)
    rows = [{"score": chance.gauss(0, 1), "noise": chance.gauss(0, 1)} for _ in range(count)]
    return rows, [row["score"] + chance.gauss(0, 1) > 0.5 for row in rows]


def test_the_fit_finds_what_tells_usable_drafts_apart() -> None:
    rows, usable = noisy()
    found = fit(rows, usable)
    assert found.weights["score"] > 1
    assert abs(found.weights["noise"]) < 0.4
    chances = [found.probability(row) for row in rows]
    assert sum(chances) == pytest.approx(sum(usable), rel=0.01)


def test_a_feature_that_is_always_the_same_gets_no_weight() -> None:
    rows, usable = noisy()
    assert fit([{**row, "still": 1.0} for row in rows], usable).weights["still"] == 0


def test_a_finding_never_speaks_for_a_draft() -> None:
    rows, usable = noisy()
    odd = [{**row, "warnings": float(good)} for row, good in zip(rows, usable, strict=True)]
    assert fit(odd, usable).weights["warnings"] > 0
    assert fit(odd, usable, falling=("warnings",)) == fit(rows, usable)


def test_features_that_part_the_drafts_wholly_keep_finite_weights() -> None:
    rows = [{"x": float(n)} for n in range(20)]
    assert 0 < fit(rows, [n >= 10 for n in range(20)]).weights["x"] < 10


def test_with_one_outcome_only_nothing_can_be_told_apart() -> None:
    with pytest.raises(ValueError, match="usable"):
        fit([{"x": 1.0}, {"x": 2.0}], [True, True])


def test_the_measures_know_a_perfect_and_a_blind_confidence() -> None:
    truth = [True, False, True, False]
    assert brier([1, 0, 1, 0], truth) == 0
    assert brier([0.5] * 4, truth) == 0.25
    assert auc([1, 0, 1, 0], truth) == 1
    assert auc([0.5] * 4, truth) == 0.5


def test_reliability_compares_what_was_expected_with_what_came_true() -> None:
    low, high = reliability([0.1, 0.1, 0.9, 1.0], [False, False, True, False])
    assert (low.drafts, low.usable) == (2, 0)
    assert (high.drafts, high.usable) == (2, 0.5)
    assert high.expected == pytest.approx(0.95)


def test_quartiles_go_from_the_least_sure_up() -> None:
    assert quartiles([0.4, 0.1, 0.3, 0.2], [40, 10, 30, 20]) == [10, 20, 30, 40]


@pytest.mark.parametrize("lines", [2, 5, 9])
def test_lines_are_taken_evenly_from_files_of_different_length(lines: int) -> None:
    files = [[Pair(f"{name}{n}", "ក") for n in range(size)] for name, size in (("a", 40), ("b", 7))]
    found = [pair.source[0] for pair in evenly(files, lines)]
    assert found.count("a") == found.count("b") == lines // 2


def test_a_draft_is_rated_by_its_reference_and_the_checks() -> None:
    record = {
        "source": "Nine people died in 2024.",
        "reference": "មនុស្ស ៩ នាក់បានស្លាប់ក្នុងឆ្នាំ ២០២៤។",
        "target": "មនុស្ស ៩ នាក់បានស្លាប់ក្នុងឆ្នាំ ២០២៣។",
        "score": -0.4,
    }
    found = rate(record)
    assert "error" in found.severities
    assert found.chrf is not None
    assert 80 < found.chrf < 100
    assert found.level(0.99) == "wrong"


def test_no_draft_is_weighed_by_a_fit_that_has_seen_it() -> None:
    rows, usable = noisy(count=60)
    chances = held_out([made(str(n), row) for n, row in enumerate(rows)], usable, seed=1)
    own = fit(rows, usable)
    assert len(chances) == 60
    assert all(p != own.probability(row) for p, row in zip(chances, rows, strict=True))


def test_drafts_of_the_same_english_are_held_out_together() -> None:
    rows, usable = noisy(count=60)
    rated = [made(str(n % 30), row) for n, row in enumerate(rows)]
    whole = held_out(rated, usable, seed=1)
    others = list(usable)
    others[0], others[30] = not others[0], not others[30]
    changed = held_out(rated, others, seed=1)
    assert (changed[0], changed[30]) == (whole[0], whole[30])
    assert changed != whole


def test_the_file_of_coefficients_is_read_back() -> None:
    rows, usable = noisy()
    found = parse_regression(written(fit(rows, usable), len(rows), "chrF of 45 or more"))
    assert found.weights == pytest.approx(fit(rows, usable).weights, abs=1e-4)


def made(name: str, row: dict[str, float], chrf: float = 50.0) -> Rated:
    return Rated(name, row, (), chrf)


def test_the_report_says_that_nobody_has_rated_the_drafts() -> None:
    rows, usable = noisy(count=40)
    rated = [
        made(str(n), row, 60.0 if good else 30.0)
        for n, (row, good) in enumerate(zip(rows, usable, strict=True))
    ]
    rounds = [held_out(rated, usable, seed) for seed in range(2)]
    page = report(rated, usable, rounds, "chrF of 45 or more", fit(rows, usable))
    assert "No person has rated" in page
    assert "chrF of 45 or more" in page
    for words in ("Brier", "Reliability", "likely usable", "check it", "likely wrong", "gap"):
        assert words in page

"""Swapped in is only what gains beyond chance where it should, and loses nothing elsewhere."""

import random

import pytest

from summarize.adapting.gate import Compared, compared, verdict

OPTIONS = {"fall": 0.2}
NONE = Compared(200, 50.0, 50.0, -0.5, 0.5)


def drawn(gain: float, spread: float, lines: int = 60) -> Compared:
    """Two models whose sentences differ by ``gain``, give or take ``spread``."""
    chance = random.Random(4)
    before = [chance.uniform(30, 70) for _ in range(lines)]
    noise = [chance.gauss(0, spread) for _ in range(lines)]
    level = sum(noise) / lines
    return compared(before, [b + gain + n - level for b, n in zip(before, noise, strict=True)])


def test_a_gain_beyond_chance_is_swapped_in() -> None:
    found = verdict(drawn(3.0, 2.0), NONE, OPTIONS)
    assert (found.decision, found.reasons) == ("swapped", ())


def test_a_gain_that_may_be_chance_is_refused() -> None:
    held = drawn(1.0, 12.0)
    assert held.gain == pytest.approx(1.0)
    assert held.low < 0 < held.high
    found = verdict(held, NONE, OPTIONS)
    assert found.decision == "refused"
    assert "chance" in found.reasons[0]


def test_a_loss_on_own_sentences_is_called_one() -> None:
    assert "worse" in verdict(drawn(-3.0, 2.0), NONE, OPTIONS).reasons[0]


@pytest.mark.parametrize(("fall", "decision"), [(0.15, "swapped"), (0.25, "refused")])
def test_what_falls_on_general_sentences_is_refused(fall: float, decision: str) -> None:
    general = drawn(-fall, 1.0)
    assert verdict(drawn(3.0, 2.0), general, OPTIONS).decision == decision


def test_both_reasons_are_told() -> None:
    assert len(verdict(drawn(0.0, 2.0), drawn(-2.0, 1.0), OPTIONS).reasons) == 2


def test_the_figures_are_written_out() -> None:
    told = str(Compared(50, 51.24, 53.04, 0.42, 3.16))
    assert told == "chrF 51.2 to 53.0 (+1.8, 95 % interval +0.4 to +3.2, 50 sentences)"

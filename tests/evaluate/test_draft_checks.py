"""The figures of hop two, on pairs whose faults are known."""

import pytest

from summarize.checks import Context
from summarize.evaluate.draft_checks import measure_draft_checks
from summarize.evaluate.figures import Figure
from summarize.evaluate.hops import hops
from summarize.evaluate.pairs import Pair

SOUND = Pair("The court fined 12 people on Monday.", "តុលាការបានពិន័យមនុស្ស ១២ នាក់កាលពីថ្ងៃច័ន្ទ។")
WRONG = Pair("The court fined 12 people on Monday.", "តុលាការបានពិន័យមនុស្ស ១៣ នាក់កាលពីថ្ងៃច័ន្ទ។")
Key = tuple[str, str]


def measured(*pairs: Pair, seed: int = 1) -> dict[Key, Figure]:
    figures = measure_draft_checks("set", pairs, Context(), seed)
    return {(figure.kind, figure.name): figure for figure in figures}


def test_an_alarm_on_a_reference_is_counted_for_its_check() -> None:
    figures = measured(SOUND, WRONG)
    rate = figures["false alarms", "numbers"].rate
    assert (rate.hits, rate.total) == (1, 2)
    assert figures["false alarms", "truncation"].rate.hits == 0
    assert figures["false alarms", "numbers"].severity == "error"


def test_lines_without_digits_do_not_dilute_the_alarms_about_numbers() -> None:
    figures = measured(WRONG, Pair("Yes.", "បាទ។"))
    rate = figures["false alarms", "numbers where the English has digits, Arabic digits"].rate
    assert (rate.hits, rate.total) == (1, 1)


@pytest.mark.parametrize("digits", ["Khmer digits", "Arabic digits"])
def test_damage_to_numbers_is_measured_in_both_digit_sets(digits: str) -> None:
    figure = measured(SOUND)["detected", f"one digit changed, {digits}"]
    assert (figure.rate.hits, figure.rate.total) == (1, 1)
    assert figure.checks["numbers"] == 1


def test_an_alarm_that_was_there_before_detects_nothing() -> None:
    pair = Pair("He did not pay 12 people.", "គាត់មិនបានបង់ប្រាក់ឱ្យមនុស្ស ១៣ នាក់។")
    assert measured(pair)["detected", "a negation dropped"].checks["numbers"] == 0


def test_damage_that_does_not_apply_counts_for_nothing() -> None:
    assert measured(Pair("Yes.", "បាទ។"))["detected", "half cut"].rate.total == 0


def test_lines_are_checked_in_drafts_of_three() -> None:
    other = Pair("Rain fell.", "ភ្លៀងបានធ្លាក់។")
    twin = Pair("It rained.", other.target)
    assert measured(other, twin)["false alarms", "identical_neighbours"].rate.hits == 1
    apart = measured(SOUND, SOUND, other, twin)
    assert apart["false alarms", "identical_neighbours"].rate.hits == 0


def test_every_check_of_the_hop_has_its_false_alarms() -> None:
    names = {name for kind, name in measured(SOUND) if kind == "false alarms"}
    assert {name for name, hop in hops().items() if hop == 2} <= names


def test_the_seed_decides() -> None:
    pairs = [SOUND] * 5
    assert measured(*pairs, seed=3) == measured(*pairs, seed=3)

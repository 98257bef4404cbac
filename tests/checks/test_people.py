"""Who is a person in English, by what stands beside the name and by what the name can be."""

import pytest

from summarize.checks.people import named


def people(text: str) -> list[str]:
    return [name.text for name in named(text) if name.is_person]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Widow Chhem Yan, 67, says she waits.", ["Chhem Yan"]),
        ("Imam Sles Musa led the prayers.", ["Sles Musa"]),
        ("Truck driver Nov Sarann fell asleep.", ["Nov Sarann"]),
        ("They deported Cameroonian Serge Mbarga on Monday.", ["Serge Mbarga"]),
        (
            "The board disqualified Supaporn Chantarasiri because she held shares.",
            ["Supaporn Chantarasiri"],
        ),
        ("Tofazzal Rahman, who owns six mills, said so.", ["Tofazzal Rahman"]),
        ("Kimleang's teacher agreed.", ["Kimleang"]),
        ("He denied that Vannith had been followed.", ["Vannith"]),
        ("Sarann was unhurt.", ["Sarann"]),
        ("Chef Lot Bunnaroath serves fermented fish.", ["Lot Bunnaroath"]),
        ("They took it from the family of Plok Chreuk.", ["Plok Chreuk"]),
        ('"She sold her earrings," said Sodalin, wiping her eyes.', ["Sodalin"]),
    ],
)
def test_a_person_needs_no_title(text: str, expected: list[str]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ten families live in Porto Alegre now.",
        "The body lay near Koh Trong.",
        "The Morodok Techo stadium is full.",
        "Banteay Chhmar temple is old.",
        '"It is our rice bowl," said Kampong Luong fisherman Kim.',
        "It was sold in Nov 2020.",
        "The ASEAN Para Games began.",
        "Kandal said it was ready.",
        "The shop sold Bramble Toys.",
        '"It is over," said Police, who came on Friday.',
        "The songs of Kuy elders, and a Cham from Krouch Chhmar.",
    ],
)
def test_what_may_be_a_place_or_a_thing_is_no_person(text: str) -> None:
    assert people(text) == []

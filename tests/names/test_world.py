"""Places of the world, as the glossary names them."""

import pytest

from summarize.names.world import world_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ministers from Laos and Vietnam met in Bangkok.", ["ឡាវ", "វៀតណាម", "បាងកក"]),
        ("Cambodia's exports to South Korea", ["កម្ពុជា", "កូរ៉េខាងត្បូង"]),
        ("in Beijing and Africa", ["ប៉េកាំង", "អាហ្វ្រិក"]),
        ("Thai and American officials in Phnom Penh and Battambang", []),
        ("thailand and laos", []),
        ("Chad Miller of New Jersey", []),
    ],
)
def test_countries_continents_and_cities(text: str, names: list[str]) -> None:
    assert [place.khmer for place in world_in(text)] == names


def test_offsets_are_exact() -> None:
    text = "From New Zealand to Port-au-Prince."
    assert [text[p.start : p.end] for p in world_in(text)] == ["New Zealand", "Port-au-Prince"]
    assert [place.kind for place in world_in(text)] == ["country", "city"]

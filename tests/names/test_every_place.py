"""Every place of the country, in sentences that say where it lies: right or not at all."""

from collections.abc import Callable

import pytest

from summarize.names.gazetteer import Place, by_code, places, villages
from summarize.names.mentions import PlaceMention
from summarize.names.places import places_in

WORDS = {
    "province": "province",
    "capital": "city",
    "municipality": "city",
    "district": "district",
    "khan": "district",
    "commune": "commune",
    "sangkat": "commune",
    "village": "village",
}
PROVINCES, DISTRICTS, COMMUNES = (
    [place for place in places() if len(place.code) == level] for level in (2, 4, 6)
)
SAMPLE = [village for village in villages()[::25] if village.code[:6] in by_code()]


def named(place: Place, levels: tuple[int, ...], joint: str = ", ") -> str:
    """The place with its kind, and what it lies in at the levels given."""
    around = [by_code()[place.code[:level]] for level in levels]
    return joint.join(f"{one.latin} {WORDS[one.kind]}" for one in (place, *around))


def mention(text: str, place: Place) -> PlaceMention | None:
    start = text.index(place.latin)
    return next((one for one in places_in(text) if one.start == start), None)


@pytest.mark.parametrize(
    ("group", "text_of", "least"),
    [
        (PROVINCES, lambda place: named(place, ()), 1.0),
        (DISTRICTS, lambda place: named(place, (2,)), 1.0),
        (DISTRICTS, lambda place: named(place, (2,), " in "), 1.0),
        (DISTRICTS, lambda place: named(place, ()), 1.0),
        (COMMUNES, lambda place: named(place, (4, 2)), 1.0),
        (COMMUNES, lambda place: named(place, (4,), " in "), 1.0),
        (COMMUNES, lambda place: named(place, (2,)), 0.99),
        (SAMPLE, lambda place: named(place, (6, 4, 2)), 0.99),
        (SAMPLE, lambda place: named(place, (4, 2)), 0.98),
    ],
    ids=[
        "province",
        "district-province",
        "district-in-province",
        "district",
        "commune-district-province",
        "commune-in-district",
        "commune-province",
        "village-to-province",
        "village-district-province",
    ],
)
def test_named_with_its_kind(
    group: list[Place], text_of: Callable[[Place], str], least: float
) -> None:
    right = 0
    for place in group:
        found = mention(f"Police in {text_of(place)} said so.", place)
        assert found is None or found.khmer == place.khmer
        right += found is not None and found.kind == place.kind
    assert right >= least * len(group)


@pytest.mark.parametrize(
    ("group", "least"),
    [(PROVINCES, 1.0), (DISTRICTS, 0.9), (COMMUNES, 0.85), (SAMPLE, 0.8)],
    ids=["province", "district", "commune", "village"],
)
def test_named_alone_it_is_right_or_missing(group: list[Place], least: float) -> None:
    """Bare for provinces and districts; with the kind and nothing else for the small places."""
    right = 0
    for place in group:
        name = place.latin if len(place.code) < 6 else named(place, ())
        found = mention(f"A fire in {name} on Monday killed two.", place)
        assert found is None or found.khmer == place.khmer
        right += found is not None
    assert right >= least * len(group)

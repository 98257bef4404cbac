"""English words, and Khmer ones in Latin letters, that say what kind of place a name belongs to."""

from collections.abc import Mapping
from typing import Final

CITY: Final = "city"
"""Said of municipalities and of the town that a province is run from."""

PLAIN: Final[Mapping[str, str]] = {
    "province": "province",
    "provincial": "province",
    "provinces": "province",
    "district": "district",
    "districts": "district",
    "commune": "commune",
    "communes": "commune",
    "village": "village",
    "villages": "village",
    "city": CITY,
    "cities": CITY,
    "town": CITY,
    "towns": CITY,
    "municipal": CITY,
    "municipality": CITY,
    "municipalities": CITY,
}
"""English words: behind a name, or in front of it with "of"."""

KHMER: Final[Mapping[str, str]] = {
    "khet": "province",
    "khaet": "province",
    "srok": "district",
    "khan": "khan",
    "khans": "khan",
    "krong": CITY,
    "khum": "commune",
    "sangkat": "sangkat",
    "sangkats": "sangkat",
    "phum": "village",
}
"""Words that stand before a name as in Khmer, or behind it as in English."""

MANY: Final = frozenset(
    ["provinces", "districts", "communes", "villages", "cities", "towns", "municipalities"]
) | frozenset(["khans", "sangkats"])
"""Words that belong to all names of a list."""

"""Countries, continents and cities of the world in English text.

Names and Khmer are those of the shipped glossary, as far as the checks hold them for sure: names
that are something else as well (Chad, Mali, Jersey) are left to the reader.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from summarize.glossary.store import shipped_terms
from summarize.names import phrases
from summarize.names.entities import countries_by_name, sure_names
from summarize.names.gazetteer import DISTRICT, PROVINCE, spelt
from summarize.names.mentions import PlaceMention

_KINDS: Final = frozenset(["country", "continent", "city"])
_NOTES: Final = frozenset(["place", "city"])
_REMEMBERED: Final = 256  # texts

_Place = tuple[str, str, str]
"""Kind, English and Khmer name."""


@lru_cache(maxsize=_REMEMBERED)
def world_in(text: str) -> tuple[PlaceMention, ...]:
    """The places outside Cambodia, and Cambodia itself, that ``text`` names, in order.

    ``kind`` is ``country``, ``continent`` or ``city``, ``code`` and ``titled`` are empty. Peoples
    and adjectives (Thai, Americans) are no places.
    """
    return tuple(
        PlaceMention(*span, english, khmer, kind, "", "", span)
        for span, (kind, english, khmer) in phrases.occurrences(
            text, _index(), lambda _, name, place: len(name) > 1 or name == (place[1],)
        )
    )


@lru_cache(maxsize=1)
def countries() -> Mapping[str, str]:
    """The Khmer of every country, by its English name and by those of its people.

    What the glossary has no term for is spelt as it spells the country.
    """
    terms = {term.source: term.target for term in shipped_terms()}
    own: dict[str, str] = {}
    found: dict[str, str] = {}
    for country, english, khmer in countries_by_name():
        own.setdefault(country, terms.get(country, terms.get(english, khmer)))
        found.setdefault(english, terms.get(english, own[country]))
    return found


@lru_cache(maxsize=1)
def _index() -> phrases.Index[_Place]:
    return phrases.index_of((place[1], place) for place in _places())


def _places() -> Iterator[_Place]:
    kinds = {name: kind for kind, name, _ in sure_names() if kind in _KINDS}
    for term in shipped_terms():
        name = term.source
        is_listed = term.note in _NOTES and name in kinds
        is_people = term.status != "cldr" and kinds.get(name) == "country"
        if is_listed and not is_people and not (spelt(name, PROVINCE) or spelt(name, DISTRICT)):
            yield kinds[name], name, term.target

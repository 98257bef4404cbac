"""One country and its people have one Khmer stem, in whatever list they stand."""

import re
from collections.abc import Iterator

import pytest

from summarize.glossary.store import shipped_terms
from summarize.khmer.normalise import key
from summarize.names.entities import countries_by_name
from summarize.names.institutions import bodies
from summarize.names.world import countries

OTHER_NAMES = {"ខ្មែរ", "ភូមា", "ម៉ាឡាហ្គាស៊ី"}
"""Of the Khmer, the Burmese and the Malagasy: peoples with a name of their own."""


def _lists() -> Iterator[tuple[str, str, str]]:
    """A country, an English name of it or of its people, and the Khmer that drafts are given."""
    terms = {term.source: term.target for term in shipped_terms()}
    khmer = countries()
    for country, english, _ in countries_by_name():
        yield country, english, khmer[english]
        if english in terms:
            yield country, english, terms[english]


def _stems() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for country, english, khmer in _lists():
        found.setdefault(country, {})[key(khmer).replace(" ", "")] = english
    return found


def test_a_country_and_its_people_have_one_stem() -> None:
    differing = {}
    for country, forms in _stems().items():
        own = set(forms) - OTHER_NAMES
        shortest = min(own, key=len)
        if any(shortest not in form for form in own):
            differing[country] = forms
    assert differing == {}


@pytest.mark.parametrize(
    ("people", "country"), [("Afghan", "Afghanistan"), ("Turkish", "Türkiye"), ("Chilean", "Chile")]
)
def test_a_people_is_spelt_as_its_country(people: str, country: str) -> None:
    assert countries()[people] == countries()[country]


def _other_spellings() -> Iterator[str]:
    """Variants of countries that are no part of the name in use, nor that of them."""
    for term in shipped_terms():
        own = key(term.target)
        if term.note in ("place", "language") and term.source in countries():
            forms = (key(form) for form in term.variants if form not in OTHER_NAMES)
            yield from (form for form in forms if own not in form and form not in own)


def test_institutions_spell_countries_as_the_lists_of_countries_do() -> None:
    wrong = re.compile("|".join(map(re.escape, _other_spellings())))
    found = {body.english: body.khmer for body in bodies() if wrong.search(key(body.khmer))}
    assert found == {}

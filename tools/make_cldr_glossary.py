"""Write the glossary of CLDR names with babel: ``python -m tools.make_cldr_glossary``.

Names come from Unicode CLDR (Unicode licence v3). ``cldr_choices.toml`` says which are left out,
and what English and Khmer newspapers write instead.
"""

import argparse
import datetime
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages
from babel.numbers import get_currency_name, get_territory_currencies

from summarize.glossary.records import Term, tidy
from summarize.glossary.store import DATA
from summarize.glossary.tables import write_table
from summarize.khmer.normalise import clean

PAGE: Final = DATA / "cldr-km.tsv"
CHOICES: Final = tomllib.loads(Path(__file__).with_name("cldr_choices.toml").read_text("utf-8"))
ENGLISH, KHMER = Locale("en"), Locale("km")
TENDER_ON: Final = datetime.date(2026, 1, 1)
"""Currencies that were legal tender on that day are current."""
UNUSABLE: Final = ("(", " - ", "CFA", "CFP")
"""What is in names that nobody writes so."""

BRACKETS: Final = re.compile(r" \(.*\)$")

Named = tuple[str, str, str]
"""The kind of a name, its English and its Khmer."""


def terms() -> list[Term]:
    """All terms, by kind; where two have the same English, the first."""
    found: dict[str, Term] = {}
    for kind, english, khmer in (*places(), *cities(), *currencies(), *days(), *languages()):
        if english not in CHOICES["drop"]:
            for term in _terms(kind, english, khmer):
                found.setdefault(term.source, term)
    return list(found.values())


def places() -> Iterator[Named]:
    """Countries, territories, continents and regions."""
    for code, khmer in sorted(KHMER.territories.items()):
        yield ("place", ENGLISH.territories[code], khmer)


def cities() -> Iterator[Named]:
    """Capitals, and cities that are territories, as far as they stand for a time zone."""
    for continent, names in CHOICES["cities"].items():
        for city in names.split():
            zone = f"{continent}/{city}"
            english = ENGLISH.time_zones.get(zone, {}).get("city", city.replace("_", " "))
            yield ("city", english, KHMER.time_zones[zone]["city"])


def currencies() -> Iterator[Named]:
    """Currencies that are legal tender somewhere, one and many of them, as prose has them."""
    places = get_global("territory_currencies")
    codes = {c for place in places for c in get_territory_currencies(place, TENDER_ON)}
    for code in sorted(codes & set(KHMER.currencies)):
        for count in (1, 2):
            yield ("currency", get_currency_name(code, count, ENGLISH), KHMER.currencies[code])


def days() -> Iterator[Named]:
    """Months and weekdays."""
    for calendar in ("months", "days"):
        khmer: dict[int, str] = getattr(KHMER, calendar)["format"]["wide"]
        for number, english in getattr(ENGLISH, calendar)["format"]["wide"].items():
            yield (calendar.removesuffix("s"), english, khmer[number])


def languages() -> Iterator[Named]:
    """Languages that are official somewhere; mostly the adjective of the country as well."""
    codes = {
        c
        for place in map(str, ENGLISH.territories)
        for c in get_official_languages(place, de_facto=True)
    }
    for code in sorted(codes & set(KHMER.languages) & set(ENGLISH.languages)):
        yield ("language", ENGLISH.languages[code], KHMER.languages[code])


def _terms(kind: str, english: str, khmer: str) -> Iterator[Term]:
    english, khmer = BRACKETS.sub("", english), BRACKETS.sub("", clean(khmer))
    if any(part in english + khmer for part in UNUSABLE):
        return
    written = CHOICES["press"].get(english, khmer)
    others = (khmer, *CHOICES["khmer"].get(english, ()))
    variants = tuple(other for other in others if other != written)
    for name in CHOICES["english"].get(english) or _in_prose(english):
        yield tidy(Term(name, written, variants, note=kind, status="cldr"))


def _in_prose(english: str) -> list[str]:
    """``&`` is written out, and "St." may be."""
    name = english.replace(" & ", " and ")
    return [name, name.replace("St. ", "Saint ")] if name.startswith("St. ") else [name]


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    PAGE.write_text(write_table(terms(), "\t"), "utf-8")

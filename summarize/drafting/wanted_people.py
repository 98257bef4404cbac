"""People of a sentence, spelt by their sound where no list has them."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from summarize.checks.people import named
from summarize.drafting.wanted import Wanted
from summarize.english.names import names
from summarize.names.spelling import candidates

SURE: Final = 0.35
"""Probability of a spelling below which the name stays in Latin letters."""


def people(source: str) -> Iterator[Wanted]:
    """The people whom ``source`` names, each by a word or by the whole name."""
    evident = {one.text for one in named(source) if one.is_person}
    for name in names(source):
        if name.text in evident:
            khmer = spelling(name.text)
            kind = "person" if " " in name.text else "word"
            yield Wanted(
                name.text,
                name.start,
                kind,
                khmer or name.text,
                ((khmer or name.text,),),
                is_spelt=bool(khmer),
            )


@lru_cache(maxsize=1 << 12)
def spelling(latin: str) -> str:
    """The Khmer spelling of a name, "" where none is likely enough."""
    found = candidates(latin, 1)
    return found[0].khmer if found and found[0].probability >= SURE else ""

"""Where terms live: the lists that come with the program, below the user's own glossary."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from summarize.errors import UsageError
from summarize.glossary.files import read_terms
from summarize.glossary.records import Glossary, Term
from summarize.glossary.tables import Reading, read_table
from summarize.settings import Settings, user_glossary

DATA: Final = Path(__file__).with_name("data")
SHIPPED: Final = ("cldr-km.tsv", "news-km.tsv")
"""In order: where two have the same source, the later one holds."""
KEPT: Final = "kept.txt"


def load_glossary(settings: Settings) -> Glossary:
    """The terms in force. Raises ``GlossaryError``, ``UsageError`` for a faulty own glossary."""
    return Glossary(merged(shipped_terms(), own_terms(settings).terms))


def own_terms(settings: Settings) -> Reading:
    """The user's own terms; none where the usual file does not exist.

    Raises ``GlossaryError`` on a broken file, ``UsageError`` where a named one does not exist.
    """
    if settings.glossary.is_file():
        return read_terms(settings.glossary)
    if settings.glossary != user_glossary():
        raise UsageError(
            f"there is no glossary {settings.glossary}",
            "Mend the setting `glossary`, or make the file: summarize glossary add.",
        )
    return Reading(())


@lru_cache(maxsize=1)
def shipped_terms() -> tuple[Term, ...]:
    """The terms that come with the program, each source once."""
    terms = tuple(Term(word, word, status="proposed") for word in _kept_words())
    for name in SHIPPED:
        terms = merged(terms, read_table(_data(name), "\t", name).terms)
    return terms


def merged(base: Sequence[Term], own: Iterable[Term]) -> tuple[Term, ...]:
    """``base`` with ``own`` after it; an own source replaces one of another case as well."""
    later = {term.source: term for term in own}
    sources = {source.casefold() for source in later}
    return (*(term for term in base if term.source.casefold() not in sources), *later.values())


def _kept_words() -> list[str]:
    lines = (line.strip() for line in _data(KEPT).splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _data(name: str) -> str:
    return (DATA / name).read_text("utf-8")

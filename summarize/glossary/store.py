"""Where terms live: the lists that come with the program, below the user's own glossary."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from summarize.errors import UsageError
from summarize.glossary.files import read_terms
from summarize.glossary.records import Glossary, Term
from summarize.glossary.tables import Reading, read_table

DATA: Final = Path(__file__).with_name("data")
SHIPPED: Final = ("cldr-km.tsv", "news-km.tsv")
"""In order: where two have the same source, the later one holds."""
KEPT: Final = "kept.txt"


def load_glossary(own: Path | None) -> Glossary:
    """The terms in force: those of the file ``own`` above those of the program.

    Raises ``GlossaryError``, ``UsageError`` for a faulty own glossary.
    """
    return Glossary(merged(shipped_terms(), own_terms(own).terms))


def own_terms(own: Path | None) -> Reading:
    """The user's own terms, none without a file.

    Raises ``GlossaryError`` on a broken file, ``UsageError`` where it does not exist.
    """
    if own is None:
        return Reading(())
    if own.is_file():
        return read_terms(own)
    raise UsageError(
        f"there is no glossary {own}, which the setting `glossary` names",
        "Mend the setting, or begin the file with a first term or name: "
        "summarize glossary add ENGLISH KHMER, or summarize names add NAME KHMER",
    )


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

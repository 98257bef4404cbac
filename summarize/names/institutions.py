"""The institutions that the program knows: ``data/bodies.tsv``, with the Khmer of the glossary.

A row has an English name, variants, acronyms, Khmer, kind and source. An acronym with ``?`` is that
of others too and counts only where the full name stands in the text. One with ``~`` is an English
word (Central) and counts where it does what institutions do. Rows without Khmer are those
of the shipped glossary (source ``glossary``), which is asked, so that nothing stands twice.
``{province}`` stands for the name of any province, ``{country}`` for a country or its people ("the
Chinese embassy"). The other sources: ``corpus``, the corpus of the
project writes it so; ``press``, Khmer news do; ``known``, nothing but general knowledge.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from summarize.glossary.store import shipped_terms

PAGE: Final = Path(__file__).with_name("data") / "bodies.tsv"
ANY_PROVINCE: Final = "{province}"
ANY_COUNTRY: Final = "{country}"
_AMBIGUOUS, _WORD = "?", "~"


@dataclass(frozen=True, slots=True)
class Body:
    """An institution: its usual English name first, then others; acronyms apart.

    ``ambiguous`` are acronyms of others too, ``words`` short names that are words of English.
    """

    names: tuple[str, ...]
    acronyms: tuple[str, ...]
    ambiguous: tuple[str, ...]
    words: tuple[str, ...]
    khmer: str
    kind: str
    source: str

    @property
    def english(self) -> str:
        """The usual name."""
        return self.names[0]

    @property
    def acronym(self) -> str:
        """The usual acronym, or ""."""
        return next(iter(self.acronyms + self.ambiguous), "")


@lru_cache(maxsize=1)
def bodies() -> tuple[Body, ...]:
    """All institutions, in the order of the file."""
    return tuple(_rows())


@lru_cache(maxsize=1)
def variants() -> Mapping[str, tuple[str, ...]]:
    """Other Khmer names of institutions by the usual one, the longest first; none in Latin."""
    found: dict[str, tuple[str, ...]] = {}
    for term in shipped_terms():
        khmer = [form for form in term.variants if not form.isascii()]
        if term.note == "institution" and khmer:
            found[term.target] = tuple(sorted(khmer, key=len, reverse=True))
    return found


def _rows() -> Iterator[Body]:
    terms = {term.source: term.target for term in shipped_terms()}
    for line in PAGE.read_text("utf-8").splitlines()[1:]:
        english, variants, acronym, khmer, kind, source = line.split("\t")
        acronyms = tuple(filter(None, acronym.split("|")))
        yield Body(
            (english, *filter(None, variants.split("|"))),
            tuple(word for word in acronyms if not word.startswith((_AMBIGUOUS, _WORD))),
            tuple(word[1:] for word in acronyms if word.startswith(_AMBIGUOUS)),
            tuple(word[1:] for word in acronyms if word.startswith(_WORD)),
            khmer or terms[english],
            kind,
            source,
        )

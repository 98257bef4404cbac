"""Where the terms of a glossary occur in English, and whether the Khmer has them.

English is matched by whole words; Khmer, which has no spaces between words, by substrings of
texts in the form of :func:`summarize.khmer.normalise.key`.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import starmap
from typing import Final

from summarize.glossary.records import Glossary, Term
from summarize.khmer.normalise import key

_TOKEN: Final = re.compile(r"\w+|[^\w\s]")
_APOSTROPHES: Final = str.maketrans("’ʼ", "''")
_Tokens = tuple[str, ...]
_Index = Mapping[str, list[tuple[_Tokens, Term]]]
"""By the first word in small letters: the terms that begin so, the longest first."""


def occurrences(glossary: Glossary, english: str) -> list[Term]:
    """The terms that ``english`` has, each once, in the order of their first occurrence.

    One that stands in another of its Latin spellings comes with that as its source.

    Of overlapping terms the longest counts, of terms with the same source the last. A capital of
    a term must be a capital in the text ("US" is not "us"); a small letter may be one or not, as
    at the start of a sentence.
    """
    return list(_occurrences(ByIdentity(glossary.terms), english)) if glossary.terms else []


def is_rendered(term: Term, khmer: str) -> bool:
    """Whether ``khmer`` has the target or a variant; a kept term must stand as a whole word.

    A term that only forbids has nothing to be rendered.
    """
    if term.is_kept:
        return any(_stands_in(form, khmer) for form in (term.target, *term.variants) if form)
    forms, text = _permitted(term), key(khmer)
    return not forms or any(form in text for form in forms)


def forbidden_in(term: Term, khmer: str) -> list[str]:
    """The forbidden forms of ``term`` that ``khmer`` has outside the permitted ones."""
    if not term.forbidden:
        return []
    rest = key(khmer)
    for form in sorted(_permitted(term), key=len, reverse=True):
        rest = rest.replace(form, "\n")
    return [form for form in term.forbidden if (folded := _folded(form)) and folded in rest]


def spelled(term: str) -> re.Pattern[str]:
    """The term with any white space between its words, at the start of a sentence or within."""
    first = f"[{term[0].upper()}{term[0]}]" if term[0].islower() else re.escape(term[0])
    rest = r"\s+".join(map(re.escape, term[1:].split(" ")))
    return re.compile(rf"(?<!\w){first}{rest}(?!\w)")


class ByIdentity:
    """Terms that hash in no time: those of a glossary of thousands would take a millisecond."""

    __slots__ = ("terms",)

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.terms = terms

    def __hash__(self) -> int:
        return id(self.terms)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByIdentity) and self.terms is other.terms


@lru_cache(maxsize=1 << 8)  # several checks ask for the terms of one sentence
def _occurrences(terms: ByIdentity, english: str) -> tuple[Term, ...]:
    index = _index(terms)
    words = _tokens(english)
    found: dict[str, Term] = {}
    place = 0
    while place < len(words):
        length, term = _longest(index, words, place)
        if term:
            found.setdefault(term.source, term)
        place += length
    return tuple(found.values())


@lru_cache(maxsize=16)
def _index(terms: ByIdentity) -> _Index:
    by_words = {
        _tokens(spelling): term if spelling == term.source else replace(term, source=spelling)
        for term in terms.terms
        for spelling in reversed(term.spellings)
    }
    index: dict[str, list[tuple[_Tokens, Term]]] = {}
    for words, term in sorted(by_words.items(), key=lambda item: -len(item[0])):
        if words:
            index.setdefault(words[0].lower(), []).append((words, term))
    return index


def _longest(index: _Index, words: _Tokens, place: int) -> tuple[int, Term | None]:
    """The longest term at ``place`` and its number of tokens; without one, a single step."""
    for tokens, term in index.get(words[place].lower(), ()):
        part = words[place : place + len(tokens)]
        if len(part) == len(tokens) and all(starmap(_is_cased, zip(tokens, part, strict=True))):
            return len(tokens), term
    return 1, None


def _is_cased(wanted: str, given: str) -> bool:
    return len(wanted) == len(given) and all(
        letter in (other, other.lower()) for letter, other in zip(wanted, given, strict=True)
    )


def _tokens(text: str) -> _Tokens:
    return tuple(_TOKEN.findall(key(text).translate(_APOSTROPHES)))


def _permitted(term: Term) -> list[str]:
    return [folded for form in (term.target, *term.variants) if (folded := _folded(form))]


@lru_cache(maxsize=1 << 13)
def _folded(form: str) -> str:
    return key(form)


def _stands_in(form: str, text: str) -> bool:
    """Whether ``form`` is there, and not as a part of a longer Latin word."""
    escaped = r"\s+".join(map(re.escape, form.split()))
    return bool(re.search(rf"(?<![A-Za-z0-9]){escaped}(?![A-Za-z0-9])", text))

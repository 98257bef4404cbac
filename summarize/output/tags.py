"""Hashtags: names of the glossary that the story has in both languages."""

import re
from dataclasses import dataclass
from typing import Final

from summarize.glossary import Glossary, Term
from summarize.glossary.match import is_rendered, occurrences

MOST: Final = 5
_NO_NAMES: Final = frozenset({"month", "day", "currency", "language", "title", "news"})
_APART: Final = re.compile(r"\W+")
_KHMER_APART: Final = re.compile(r"[\s\u200b«»()\[\]/.,-]+")


@dataclass(frozen=True, slots=True)
class Tag:
    """A name without spaces, in Latin letters and in Khmer, without the #."""

    latin: str
    khmer: str
    name: str
    target: str


def tags_of(english: str, khmer: str, glossary: Glossary) -> tuple[Tag, ...]:
    """At most ``MOST`` names of ``glossary``, in the order of ``english``, approved ones first."""
    named = [term for term in occurrences(glossary, english) if _is_name(term)]
    there = [term for term in named if is_rendered(term, khmer)]
    chosen = sorted(there, key=lambda term: term.status != "approved")[:MOST]
    return tuple(_tag(term) for term in there if term in chosen)


def _is_name(term: Term) -> bool:
    words = term.source.split()
    capitals = any(word[0].isupper() for word in words)
    return capitals and term.note not in _NO_NAMES and bool(term.target) and not term.is_kept


def _tag(term: Term) -> Tag:
    latin = "".join(part[:1].upper() + part[1:] for part in _APART.split(term.source))
    return Tag(latin, _KHMER_APART.sub("", term.target), term.source, term.target)

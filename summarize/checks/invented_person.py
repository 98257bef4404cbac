"""A person whom the Khmer names and the English does not."""

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from summarize.alignment.table import content, links
from summarize.checks.base import Context, Located
from summarize.checks.people import people
from summarize.khmer.normalise import key
from summarize.khmer.titles import TITLES
from summarize.khmer.words import is_word, numbered, words
from summarize.names.entities import named as named_places
from summarize.names.sounds import fits
from summarize.records import Segment

_TITLE: Final = re.compile(f"(?:{'|'.join(TITLES)})(?P<name>[ \u1780-\u17d3]+)")
_LIKE: Final = 0.4  # the same for a name that stands behind it in Latin letters
_MORE: Final = r"(?: [\u1780-\u17d3]{1,16})? ?"  # another part of the name
_CAPITALISED: Final = re.compile(r"[A-Z][^\W\d_]+")
_SPELT: Final = 1.4  # mean log odds from which a word of the English may be the name


def check(segments: Sequence[Segment], context: Context) -> list[Located]:
    """Whom another sentence of the draft names may be meant here: "the minister" by name."""
    return [
        (segment.id, f"The Khmer names {name}; the English names nobody like that.")
        for segment in segments
        for name in named(segment.target)
        if not any(_is_meant(name, other.source) for other in segments)
        if not _is_in_latin(name, segment) and not _is_said(name, segment.source)
    ]


@lru_cache(maxsize=1 << 8)
def named(target: str) -> tuple[str, ...]:
    """People in ``target``: a family name with another, and names of the list after a title."""
    text = key(target)
    return tuple(dict.fromkeys((*_titled(text), *_full(text))))


def _titled(text: str) -> Iterator[str]:
    for title in _TITLE.finditer(text):
        parts = title["name"].split(" ")
        if not parts[0] and len(parts) > 2 and _is_name(parts[1]):
            yield " ".join(parts[1 : 3 if parts[2] in people().latin else 2])


def _is_name(part: str) -> bool:
    """Whether a word after a title is a name: one of the list, or none of the word list."""
    return part in people().latin or not all(word.is_known for word in words(part))


def _full(text: str) -> Iterator[str]:
    parts = text.split(" ")
    for family, given in itertools.pairwise(parts):
        if family in people().families and given in people().latin:
            yield f"{family} {given}"


def _is_in_latin(name: str, segment: Segment) -> bool:
    """Whether the Khmer has ``name`` in Latin letters behind it, as the English has it."""
    behind = re.search(rf"{re.escape(name)}{_MORE}\(([^()]+)\)", key(segment.target))
    latin = _CAPITALISED.findall(behind[1]) if behind else []
    meant = [word for word in latin if word in segment.source]
    return any(fit.score >= _LIKE for fit in fits(meant, name))


def _is_said(name: str, source: str) -> bool:
    """Whether the parts of ``name`` are words that render the English: gold, silver."""
    table, parts = links(), name.split(" ")
    rows = [table.rows[stem] for stem in content(source) if stem in table.rows]
    said = frozenset[int]().union(*(table.of(row) for row in rows))
    return len(parts) > 1 and all(is_word(part) and numbered(part) in said for part in parts)


def _is_meant(name: str, source: str) -> bool:
    places = {word for place in named_places(source) for word in place.split()}
    english = [word for word in _CAPITALISED.findall(source) if word not in places]
    latin = {form for part in name.split(" ") for form in people().latin.get(part, ())}
    if not latin.isdisjoint(word.lower() for word in english):
        return True
    return any(fit.score >= _SPELT for fit in fits(english, name)) if english else False

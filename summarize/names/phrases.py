"""Where a text has one of many names, word by word: as fast for thousands of names as for one."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, TypeVar

from summarize.names.mentions import Span

Named = TypeVar("Named")
Words = tuple[str, ...]
Index = Mapping[str, list[tuple[Words, Named]]]
"""By the first word in small letters: the words of a name and what it names, the longest first."""

_TOKEN: Final = re.compile(r"(?:[A-Z]\.){2,}|&|[^\W_]+")
_GAP: Final = re.compile(r"[ \u00a0]|[-’']|, |\. |")  # between two words of one name
_OF_THE: Final = ["of", "the"]
_SAME: Final[Mapping[str, str]] = {
    "&": "and",
    "center": "centre",
    "defense": "defence",
    "labor": "labour",
    "organisation": "organization",
    "program": "programme",
}


def index_of(named: Iterable[tuple[str, Named]]) -> Index[Named]:
    """The index of names and what they name."""
    found: dict[str, list[tuple[Words, Named]]] = {}
    for name, what in named:
        words = tuple(_TOKEN.findall(name))
        found.setdefault(_plain(words[0]), []).append((words, what))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def occurrences(
    text: str, index: Index[Named], counts: Callable[[Span, Words, Named], bool]
) -> Iterator[tuple[Span, Named]]:
    """The names that ``text`` has and that count, in order; of two in one place the longer one.

    A word with a capital in the name has one in the text, a word in capitals has all of them.
    British and American spellings, apostrophes, hyphens and "the" behind "of" make no difference.
    """
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    words = [text[start:end] for start, end in tokens]
    taken = 0
    for at, word in enumerate(words):
        if tokens[at][0] < taken:
            continue
        for name, what in index.get(_plain(word), ()):
            last = _last(text, tokens, words, at, name)
            if last is None:
                continue
            span = tokens[at][0], tokens[last][1]
            if counts(span, name, what):
                yield span, what
                taken = span[1]
                break


def _last(text: str, tokens: list[Span], words: list[str], at: int, name: Words) -> int | None:
    """The index of the last word of ``name`` if it stands at word ``at``."""
    here = at - 1
    for wanted in name:
        here += 1
        if wanted != "the" and at < here < len(words) and words[here - 1 : here + 1] == _OF_THE:
            here += 1  # Ministry of the Interior
        if here >= len(words) or not _fits(words[here], wanted):
            return None
        if here > at and not _GAP.fullmatch(text, tokens[here - 1][1], tokens[here][0]):
            return None
    return here


def _fits(word: str, wanted: str) -> bool:
    if _plain(word) != _plain(wanted):
        return False
    if len(wanted) > 1 and wanted.isupper():
        return word.isupper()
    return not wanted[0].isupper() or word[0].isupper()


@lru_cache(maxsize=1 << 12)
def _plain(word: str) -> str:
    lower = word.lower()
    return _SAME.get(lower, lower)

"""Names in English text: capitalised spans and acronyms, without titles, with exact offsets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summarize.english.common import (
    FUNCTION_WORDS,
    GENERIC,
    HEADS,
    PORTFOLIOS,
    SHORT_TITLES,
    TIMES,
    TITLES,
    is_common,
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is written: ``text`` stands at ``start:end``. What it names is left open."""

    text: str
    start: int
    end: int


UPPER: Final = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x250)) if c.isupper())
_WORD: Final = (
    rf"(?:(?:[{UPPER}]\.){{2,}}(?:-\w+)*"  # U.S.-led
    rf"|[{UPPER}]\.(?=\s?[{UPPER}])"  # the initial of Barack H. Obama
    rf"|(?:[a-z]{{1,3}}-?)?[{UPPER}]\w*(?:[’'](?!s\b|S\b)\w+|-\w+)*)"  # O’Neill, al-Qaeda, iPhone
)
_LINK: Final = (
    r"(?:[ \u00a0]|\s?&\s?|\s(?:of(?: the)?|for|de|da|del|la|bin|bint|ibn|van|von|al|el)\s)"
)
_SPAN: Final = re.compile(rf"(?<![\w@#’'.-]){_WORD}(?:{_LINK}{_WORD})*")
PART: Final = re.compile(_WORD)
_LOWER: Final = re.compile(r"(?<![\w’'-])[a-z]{2,}")
_START: Final = re.compile(r"(?:^|[.!?:…•]|[“‘\"']|\n)[\"'“”‘’)\]]*\s*[\"'“‘]*$")
_ADJECTIVE: Final = re.compile(r"-(?:led|run|based|born|backed|ruled|owned|held|funded|made)$")
_JOINS: Final = frozenset({"of", "for"})
_JOINED: Final = (" of ", " of the ")
_OFFICE: Final = 60  # characters in front of a word that may name an office
_OFFICE_BEFORE: Final = re.compile(
    r"(?:Minister|Secretary)(?: of State)? (?:of|for) (?:the )?(?:[A-Z]\w+,? (?:and )?){0,2}$", re.I
)
_OFFICE_BEHIND: Final = re.compile(
    r"(?:,? (?:and )?[A-Z]\w+){0,2}? (?:Ministers?|Secretar(?:y|ies))\b", re.I
)
_SHORT_TIME: Final = re.compile(r"(?:Dec|Nov|Mar|Mon|Sat|Sun) [A-Z][a-z]+\b")
"""Of a month or day that is cut short a number or a stop follows, else somebody is called so."""
_BEFORE_TITLES: Final = {"lok": " Chumteav ", "neak": " Oknha "}
"""Parts of titles, which are names where the rest does not follow: Neak Loeung."""
_TWO_WORDS: Final = 200  # characters that have the last two words of a name
_BEFORE: Final = 6  # characters that tell whether a sentence begins


def names(text: str) -> list[Name]:
    """The names of an English text in order, none overlapping; ``text[start:end] == name.text``.

    Titles are left off and part names ("Bihar Health Minister Pandey" has two). Months, weekdays
    and words that are capitalised only because a sentence begins are no names.
    """
    lower = frozenset(_LOWER.findall(text))
    return [
        Name(text[start:end], start, end)
        for span in _SPAN.finditer(text)
        for start, end in _pieces(span, lower)
        if not _is_generic(text[start:end])
    ]


def opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence or quotation begins at ``start``, so that any word is capitalised."""
    return bool(_START.search(text[max(0, start - _BEFORE) : start]))


def _pieces(span: re.Match[str], lower: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The names of a capitalised span: what is left between titles and words that are no names."""
    start = end = span.start()
    for part in PART.finditer(span.string, *span.span()):
        belongs = _is_name(part, span, lower)
        if start < end and not (belongs and _goes_on(span.string, start, part.start())):
            yield start, end
            start = end
        if belongs:
            start, end = (start if start < end else part.start()), part.end()
        else:
            start = end
    if start < end:
        yield start, end


def _is_name(part: re.Match[str], span: re.Match[str], lower: frozenset[str]) -> bool:
    """Whether a capitalised word is a name or part of one."""
    word = part[0].lower().rstrip(".")
    if len(part[0]) == 1 or word.startswith(("i'", "i’")) or _is_title(word, part):
        return False
    if not part[0].isupper() and (word.split("-")[-1] in TIMES or word in FUNCTION_WORDS):
        return bool(_SHORT_TIME.match(part.string, part.start()))  # mid-August
    if part.start() > span.start() or not opens_sentence(span.string, span.start()):
        return True
    return not (is_common(word.partition("-")[0]) or word in lower)


def _is_title(word: str, part: re.Match[str]) -> bool:
    """Whether a word tells what somebody is: Minister, and Health in "Health Minister"."""
    if word in PORTFOLIOS and (
        _OFFICE_BEFORE.search(part.string, max(0, part.start() - _OFFICE), part.start())
        or _OFFICE_BEHIND.match(part.string, part.end())
    ):
        return True
    if word in SHORT_TITLES:
        return part.string.startswith(".", part.end())
    if word in _BEFORE_TITLES:
        return part.string.startswith(_BEFORE_TITLES[word], part.end())
    return word in TITLES and not part.string.endswith(_JOINED, 0, part.start())


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a name at ``start:end`` goes on behind "of": after the head of a body, not a person.

    No name goes on behind an adjective: in "BJP-led Centre" there are two.
    """
    last = text[max(start, end - _TWO_WORDS) : end].split()
    if _ADJECTIVE.search(last[-1]):
        return False
    joined = last[-1] in _JOINS or last[-2:-1] == ["of"]
    return not joined or not HEADS.isdisjoint(text[start:end].lower().split())


def _is_generic(name: str) -> bool:
    """Whether ``name`` is one letter, or has only words that name nothing in particular."""
    return len(name) < 2 or all(word.lower() in GENERIC for word in name.split())

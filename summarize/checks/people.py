"""People and other names that are spelt by ear, as English and the Khmer press write them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from summarize.alignment.table import is_ordinary
from summarize.checks import places
from summarize.english.common import GENERIC, HEADS, PORTFOLIOS, is_common
from summarize.english.names import Name as Span
from summarize.english.names import names, opens_sentence
from summarize.names.listed import families, latin, rows

_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_ARTICLE: Final = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) $")
_INITIAL: Final = re.compile(r"[A-Z]\.")
_POSSESSIVE: Final = re.compile(r"[’']s$")
_SMALL_INSIDE: Final = re.compile(r"[^\W\d_][^\W\d_]*[A-Z]|-")  # iPhone, McDonald, COVID-like
_TRADES: Final = "er|ist|or|ian|man|woman|chief"
_TITLE: Final = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Dr|Sir|President|Minister|Judge|General|Colonel|Captain|King|Queen|Prince"
    r"|Senator|Governor|[Ss]pokes\w+|captain|coach|head|judge|king|queen|prince"
    r"|envoy|colleague|counterpart|champion|nurse|pilot|general|national|surgeon|chef|monk|imam"
    rf"|[a-z]{{2,}}(?:{_TRADES}))[.,]?|[A-Z][a-z]+(?:{_TRADES})) $"
)
_TRADE: Final = re.compile("(?:er|or|ist|ian|man|woman|ess|smith|chef|pilot|monk|nun)$", re.I)
_BEFORE: Final = 16  # characters before a name that tell whether a title stands there
_AGE: Final = re.compile(r", [1-9][0-9],| [1-9][0-9]-year")
_SAYS: Final = (
    "said|says|told|added|asked|warned|argued|claimed|explained|recalled|admitted|insisted"
)
_SPEAKS: Final = re.compile(
    rf" (?:{_SAYS}|agreed|wrote|denied|hopes?|fears?)\b|, (?:an?|the|his|her|who|whose) "
)
_SPOKE: Final = re.compile(rf"\b(?:{_SAYS}|according to|led by|headed by) $")
"""What stands beside the whole name of a person."""
_MOST_NAMES: Final = 40  # of a sentence; more are a list that no sentence has
_MOST_WORDS: Final = 6  # of a name
_HEADS: Final = GENERIC | HEADS | PORTFOLIOS
LEAST: Final = 3  # letters of a word that can be looked for


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the English, at ``start``, with the words of it that are looked for.

    ``is_person`` tells of evidence: two words, a title, an age, or a name of the list;
    ``is_whole`` that it has two words or more and every one of them is looked for.
    """

    text: str
    start: int
    words: tuple[str, ...]
    is_person: bool
    is_whole: bool


@dataclass(frozen=True, slots=True)
class People:
    """The names of the list."""

    khmer: Mapping[str, tuple[str, ...]]
    """Khmer forms by Latin name in small letters."""
    latin: Mapping[str, frozenset[str]]
    """Latin names by Khmer form."""
    families: frozenset[str]


@lru_cache(maxsize=1 << 8)
def named(source: str) -> tuple[Name, ...]:
    """The names of ``source`` that are spelt by ear in Khmer."""
    return tuple(islice(_looked_for(source), _MOST_NAMES))


def _looked_for(source: str) -> Iterator[Name]:
    elsewhere = {word for text in places.named(source) for word in text.lower().split()}
    for found in names(source):
        name = _without_trade(found, source)
        words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(name.text)]
        sought = tuple(w for w in words if w.lower() not in elsewhere and _is_spelt(w, words))
        if not sought:
            continue
        before = source[max(0, name.start - _BEFORE) : name.start]
        is_known = _is_known(name, words, sought, before)
        is_body = not _HEADS.isdisjoint(word.lower() for word in words)
        evident = is_known or bool(_TITLE.search(before) or _AGE.match(source, name.end))
        if len(words) > 1 and (_SPOKE.search(before) or _SPEAKS.match(source, name.end)):
            evident = True
        if len(sought) == 1 and not is_known and opens_sentence(source, name.start):
            continue
        is_whole = len(sought) == len(words) > 1
        yield Name(name.text, name.start, sought[:_MOST_WORDS], evident and not is_body, is_whole)


def _is_known(name: Span, words: Sequence[str], sought: Sequence[str], before: str) -> bool:
    """Whether the list has a word of the name; every word where "the" or "its" stands before."""
    listed = people().khmer
    if _ARTICLE.search(before):
        return all(word.lower() in listed for word in words)
    is_family = len(words) > 1 and not _INITIAL.match(name.text) and words[0].lower() in families()
    return is_family or any(word.lower() in listed for word in sought)


def _without_trade(name: Span, source: str) -> Span:
    """Without the trade that opens a sentence with a capital: Boxer Thoeun Panha is a boxer."""
    first, *rest = name.text.split()
    if len(rest) < 2 or first.lower() in latin() or not opens_sentence(source, name.start):
        return name
    if not (_TRADE.search(first) or rest[0].lower() in families()):
        return name
    start = name.start + name.text.index(rest[0], len(first))
    return Span(source[start : name.end], start, name.end)


def _is_spelt(word: str, words: list[str]) -> bool:
    """Whether ``word`` is one that only its sound can render."""
    if not word[0].isupper() or word.isupper() or _SMALL_INSIDE.search(word):
        return False
    if len(words) > 1 and word.lower() in people().khmer:
        return True
    return len(word) >= LEAST and not is_common(word) and not is_ordinary(word)


@lru_cache(maxsize=1)
def people() -> People:
    """The shipped list."""
    khmer: dict[str, list[str]] = {}
    for form, names_, _ in rows():
        for name in names_:
            khmer.setdefault(name, []).append(form)
    return People(
        {name: tuple(forms) for name, forms in khmer.items()},
        {form: frozenset(names_) for form, names_, _ in rows()},
        frozenset(form for form, _, is_family in rows() if is_family),
    )

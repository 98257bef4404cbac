"""People and other names that are spelt by ear, as English and the Khmer press write them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from summarize.alignment.table import is_ordinary
from summarize.english.common import GENERIC, HEADS, PORTFOLIOS, is_common
from summarize.english.names import Name as Span
from summarize.english.names import names, opens_sentence
from summarize.names.choices import LANDFORM
from summarize.names.entities import named as named_places
from summarize.names.gazetteer import DISTRICT, PROVINCE, spelt
from summarize.names.listed import families, latin, rows
from summarize.names.proposed import SURE
from summarize.wordlists import word_set

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
_WORKER: Final = re.compile(rf" (?:[a-z]+(?:{_TRADES})|residents?) [A-Z]")
_AGE: Final = re.compile(r", [1-9][0-9],| [1-9][0-9]-year")
_SAYS: Final = (
    "said|says|told|added|asked|warned|argued|claimed|explained|recalled|admitted|insisted"
)
_SPEAKS: Final = re.compile(
    rf" (?:{_SAYS}|agreed|wrote|denied|hopes?|fears?)\b|, (?:an?|the|his|her|who|whose) "
)
_KIN: Final = "brother|daughter|family|father|husband|mother|parents|sister|son|widow|wife"
_SPOKE: Final = re.compile(
    rf"\b(?:{_SAYS}|according to|(?:led|headed) by|(?:{_KIN}|arrest|killing|murder) of) $"
)
"""What stands beside the whole name of a person."""
_PAUSE: Final = re.compile(r"[,.]")
"""What follows one name that somebody is called by: "..." said Sodalin, wiping her eyes."""
_PLACED: Final = re.compile(
    r"\b(?:across|along|around|at|below|between|beyond|from|in|inside|into|near|of|off|on|onto|outside"
    r"|over|past|through|towards?|under|via|within|reach\w*|visit\w*) (?:the |and )?$",
    re.I,
)
"""What stands before the name of a place, or may."""
_OF_PLACES: Final = re.compile(
    r"[’']?s? (?:airport|bridge|canal|checkpoint|cit|commune|crossing|district|falls|forest|hill"
    r"|hospital|island|lake|market|mountain|pagoda|port|prison|province|river|road|school|station|street"
    r"|temple|town|village|waterfall)"
)
_ACTS: Final = re.compile(
    rf" (?:{_SAYS}|had|has|was|is|will|would|did|does|could|went|came|took|got|[a-z]+ed)\b"
    rf"|[’']s (?:{_KIN}|lawyer|teacher)"
)
_THAT: Final = re.compile(rf"\b(?:{_SAYS}|that) $")
_FEW_WORDS: Final = 3  # of a person of whom nothing else is known
_MOST_NAMES: Final = 40  # of a sentence; more are a list that no sentence has
_MOST_WORDS: Final = 6  # of a name
_HEADS: Final = GENERIC | HEADS | PORTFOLIOS
_PEOPLES: Final = word_set(
    "brao bunong cham chams jarai kavet kreung kuoy kuy phnong stieng tampuan"
)
"""Peoples of Cambodia: alone no person, though Cham is a family name as well."""
LEAST: Final = 3  # letters of a word that can be looked for


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the English, at ``start``, with the words of it that are looked for.

    ``is_evident`` tells of evidence that it is a person: two words, a title, an age, or a name of
    the list; ``acts`` that one word does what people do. ``is_whole`` says that it has two words or
    more and every one of them is looked for, ``opens`` that it is one word with the capital that
    opens a sentence, and no name at all unless it is a person.
    """

    text: str
    start: int
    words: tuple[str, ...]
    is_evident: bool
    acts: bool
    is_whole: bool
    opens: bool

    @property
    def is_person(self) -> bool:
        """Whether it is a person, told by the spelling, which takes long, where nothing else does.

        A word that acts is one when it is spelt like a Cambodian name.
        """
        return self.is_evident or (self.acts and _is_cambodian(self.words[0]))


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
    elsewhere = {word for text in named_places(source) for word in text.lower().split()}
    for found in names(source):
        name, is_told = _without_trade(found, source, elsewhere)
        words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(name.text)]
        sought = tuple(w for w in words if w.lower() not in elsewhere and _is_spelt(w, words))
        if not sought or (len(words) == 1 and words[0].lower() in _PEOPLES):
            continue
        before = source[max(0, name.start - _BEFORE) : name.start]
        is_place = _is_at_place(name, source) or _is_home(name, source)
        is_known = _is_known(name, words, sought, before) and not is_place
        evident = is_known or bool(_TITLE.search(before) or _AGE.match(source, name.end))
        spoke = _SPOKE.search(before) and not is_place
        if len(words) > 1 and (spoke or _SPEAKS.match(source, name.end)):
            evident = True
        evident |= is_told or bool(spoke and _PAUSE.match(source, name.end))
        may_be = not evident and _may_be_person(name, words, sought, source)
        evident |= may_be and len(words) > 1
        acts = may_be and not evident and _acts(name, source)
        opens = len(sought) == 1 and not evident and opens_sentence(source, name.start)
        if opens and not acts:
            continue
        is_body = not _HEADS.isdisjoint(word.lower() for word in words)
        evident, acts = evident and not is_body, acts and not is_body
        is_whole = len(sought) == len(words) > 1
        yield Name(name.text, name.start, sought[:_MOST_WORDS], evident, acts, is_whole, opens)


def _is_known(name: Span, words: Sequence[str], sought: Sequence[str], before: str) -> bool:
    """Whether the list has a word of the name; every word where "the" or "its" stands before."""
    listed = people().khmer
    if _ARTICLE.search(before):
        return all(word.lower() in listed for word in words)
    is_family = len(words) > 1 and not _INITIAL.match(name.text) and words[0].lower() in families()
    return is_family or any(word.lower() in listed for word in sought)


def _may_be_person(name: Span, words: Sequence[str], sought: Sequence[str], source: str) -> bool:
    """Whether a name may be that of a person though nothing beside it says so.

    An unknown name of two or three words is one, if no place can be called so where it stands; one
    word has to act as well, and to be spelt like a Cambodian name. Right for 188 of the 216
    mentions that are found by this in the corpus, and by what people are of.
    """
    before = source[max(0, name.start - _BEFORE) : name.start]
    may_be_place = (
        _PLACED.search(before) or before.lower().endswith("the ") or LANDFORM.match(name.text)
    )
    is_placed = may_be_place or _OF_PLACES.match(source, name.end)
    return not is_placed and len(sought) == len(words) <= _FEW_WORDS


def _acts(name: Span, source: str) -> bool:
    """Whether one word does what people do."""
    before = source[max(0, name.start - _BEFORE) : name.start]
    return bool(_ACTS.match(source, name.end) or _THAT.search(before))


def _is_at_place(name: Span, source: str) -> bool:
    """Whether something is near, in or off an island, a hill or the like of this name."""
    before = source[max(0, name.start - _BEFORE) : name.start]
    return bool(LANDFORM.match(name.text) and _PLACED.search(before))


def _is_home(name: Span, source: str) -> bool:
    """Whether it is where somebody lives or works: Kampong Luong fisherman Nguyen Van Tam."""
    return bool(LANDFORM.match(name.text) and _WORKER.match(source, name.end))


@lru_cache(maxsize=1 << 10)
def _is_cambodian(word: str) -> bool:
    """Whether a word is spelt like a name of Cambodia, and no place there is called so."""
    from summarize.names.spelling import Kind, candidates, kind_of

    if spelt(word, PROVINCE) or spelt(word, DISTRICT) or kind_of(word) is not Kind.PERSON:
        return False
    best = candidates(word, 1, Kind.PERSON)
    return bool(best) and best[0].probability >= SURE


def _without_trade(name: Span, source: str, elsewhere: set[str]) -> tuple[Span, bool]:
    """Without the trade that opens a sentence with a capital: Boxer Thoeun Panha is a boxer.

    Any word of English that is no first name may be one, such as Widow. Everywhere the name of a
    people is none of the person. Whether the trade or the people tells that it is one comes along.
    """
    first, *rest = name.text.split()
    if len(rest) < 2:
        return name, False
    ends_spelt = _is_spelt(rest[-1], rest)
    is_of_people = first.lower() in elsewhere and ends_spelt
    may_be_trade = opens_sentence(source, name.start) and first.lower() not in latin()
    is_trade = may_be_trade and bool(_TRADE.search(first))
    is_word = may_be_trade and (rest[0].lower() in families() or is_ordinary(first))
    if not (is_trade or is_word or is_of_people):
        return name, False
    start = name.start + name.text.index(rest[0], len(first))
    is_person = is_of_people or (is_trade and ends_spelt)
    return Span(source[start : name.end], start, name.end), is_person


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

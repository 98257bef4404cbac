"""Which words of a capitalised span are the name of a place, and which only stand beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarize.english.common import FUNCTION_WORDS, GENERIC, HEADS, PORTFOLIOS, TITLES, is_common
from summarize.names.gazetteer import COMMUNE, DISTRICT, PROVINCE, VILLAGE, Place, find, spelt
from summarize.names.kinds import CITY, KHMER, PLAIN
from summarize.names.listed import latin
from summarize.names.mentions import Span
from summarize.names.romanised import sound
from summarize.names.slots import Slot
from summarize.wordlists import word_set

LEVEL_OF: Final = {
    "province": PROVINCE,
    "district": DISTRICT,
    "khan": DISTRICT,
    "commune": COMMUNE,
    "sangkat": COMMUNE,
    "village": VILLAGE,
}
_ALL: Final = tuple(f"{code:02}" for code in range(1, 26))
"""Every province: a name that may be spelt in any way, anywhere."""
_LONGEST: Final = 6  # words of a name
_LEAST, _LEAST_ROUGH = 4, 6  # sounds of a bare name from which likeness is no chance
_PERSON: Final = word_set("mr mrs ms dr lok oknha samdech king prince princess queen")
_NOT_ALONE: Final = word_set("banan baray bati chhuk malai samraong samrong sandan varin")
"""Districts called like people, Thai towns or the West Baray, where no list says so."""
_BESIDE: Final = word_set("autonomous downtown expressway highway lower pepper referral upper zoo")
"""More words that stand in capitals beside the name of a place."""
_ORDINARY: Final = FUNCTION_WORDS | GENERIC | HEADS | PORTFOLIOS | TITLES | _BESIDE


_APPOSED: Final = re.compile(r", an? (?:[a-z-]+ ){0,2}(?P<kind>commune|district|town|village)\b")
_AT: Final = re.compile(
    r"\b(?:across|around|at|from|in|near|off|outside|passed|past|through) $", re.I
)
_STREAM: Final = re.compile(r"O[\'’‘`]")
LANDFORM: Final = re.compile(
    r"(?:Ang|Angkor|Banteay|Bo?eu?ng|Cho?eung|Chroy|K[ao]?oh|K[ao]mpong|Mount|Ou?|Peam|Phn[ou]m"
    r"|Ph[ou]m|Pr[ea]?ek|Prey|Srae|Sre|St[eu]+ng|Tonle|Trapeang|T[ou]+l|Vihear|Wat)\b"
)
"""How places of Cambodia begin that are called like what they are: a hill, an island, a lake."""
_NEAR: Final = 9  # characters


@dataclass(frozen=True, slots=True)
class Piece:
    """The words ``name`` of a slot that may be a place; ``name`` is empty where none is known.

    ``asked`` is what the text says it is, "" for a name without such a word.
    """

    name: Span
    asked: str
    phrase: Span
    reach: int


def pieces(text: str, slot: Slot) -> Iterator[Piece]:
    """The pieces of a slot in order: the name that was asked for, and bare names beside it."""
    words = [text[start:end].strip() for start, end in slot.tokens]
    is_around = slot.is_before and LEVEL_OF.get(slot.asked, 0) > PROVINCE
    if not slot.asked or (is_around and _is_province(words)):
        hinted = _hinted(text, slot) if not slot.asked else None
        if hinted:
            yield hinted
        else:  # "a village of Kampong Chhnang" is in the province
            yield from _bare(slot.tokens, words)
        return
    chosen = _chosen(words, slot)
    if not chosen:
        yield Piece((slot.start, slot.start), slot.asked, slot.phrase, slot.reach)
        first = _first_of_name(words)
        if _is_province(words[first:]):  # "Phnom Penh districts"
            yield from _bare(slot.tokens[first:], words[first:])
        return
    start, end = chosen
    yield from _bare(slot.tokens[:start], words[:start])
    name = slot.tokens[start][0], slot.tokens[end - 1][1]
    phrase = (
        (slot.phrase[0] if start == 0 else name[0]),
        (slot.phrase[1] if end == len(words) else name[1]),
    )
    yield Piece(name, slot.asked, phrase, slot.reach)
    yield from _bare(slot.tokens[end:], words[end:])


@lru_cache(maxsize=1 << 12)
def bare(name: str, level: int) -> tuple[Place, ...]:
    """Provinces or districts that a name without a word for its kind may be.

    One word has to be spelt as somebody spells it. More may sound alike, if they are long and no
    English: "How Do" is not Ou Ya Dav.
    """
    found, words = spelt(name, level), name.lower().split()
    if found or len(words) == 1:
        return found
    is_english = any(word in FUNCTION_WORDS or is_common(word) for word in words)
    found = () if is_english or len(sound(name)) < _LEAST else find(name, level)
    is_long = len(sound(name)) >= _LEAST_ROUGH
    return tuple(
        place
        for place in found
        if " " in place.latin and (is_long or sound(place.latin) == sound(name))
    )


def can_stand_alone(name: str, found: tuple[Place, ...]) -> bool:
    """Whether a bare name can be that of a district: no English word, no name of a person."""
    words = name.lower().replace("-", " ").split()
    if len(words) == 1 and (_is_ordinary(words[0]) or words[0] in _NOT_ALONE):
        return False
    return bool(found) and not all(word in latin() for word in words)


def _hinted(text: str, slot: Slot) -> Piece | None:
    """A name without a word for its kind whose surroundings tell the kind.

    A commune is taken where no province or district is called so.
    """
    name = slot.start, slot.end
    written = text[slice(*name)].replace("-", " ")
    said = _APPOSED.match(text, slot.end)
    if said and _is_some(written, PLAIN[said["kind"]]):  # Koh Preah, an island commune in
        return Piece(name, PLAIN[said["kind"]], name, said.end())
    is_at = is_placed(text, slot.start) and _may_be_commune(written)  # off Koh Sdach
    return Piece(name, "commune", name, slot.end) if is_at else None


def is_placed(text: str, start: int) -> bool:
    """Whether a word in front of ``start`` says that a place stands there."""
    return bool(_AT.search(text, max(0, start - _NEAR), start))


@lru_cache(maxsize=1 << 12)
def _may_be_commune(name: str) -> bool:
    """Whether a bare name is that of communes, and of nothing else."""
    name = _STREAM.sub("O ", name)
    words = name.lower().split()
    is_of_kind = LANDFORM.match(name) is not None
    is_person = not is_of_kind and all(word in latin() for word in words)
    if len(words) == 1 or _may_be_bare(name) or is_person:
        return False
    if any(word in FUNCTION_WORDS or is_common(word) for word in words):
        return False
    is_sure = is_of_kind or len(sound(name)) >= _LEAST_ROUGH
    found = find(name, COMMUNE) if is_sure else spelt(name, COMMUNE)
    return bool(found) and all(len(place.latin.split()) == len(words) for place in found)


def _chosen(words: list[str], slot: Slot) -> Span | None:
    """The longest run of words that is a place of the kind asked for, beside the word for it.

    Not all spellings of villages are looked up: those that are none may be all that is no word.
    """
    for length in range(min(_LONGEST, len(words)), 0, -1):
        start = 0 if slot.is_before else len(words) - length
        rest = words[length:] if slot.is_before else words[:start]
        if _is_some(" ".join(words[start : start + length]), slot.asked):
            level = LEVEL_OF.get(slot.asked, DISTRICT)
            if _may_stand_beside(rest, slot.is_before, level):
                return start, start + length
            if level != VILLAGE:
                return None
    first = 0 if slot.is_before else _first_of_name(words)
    is_village = LEVEL_OF.get(slot.asked) == VILLAGE and not _is_province(words[first:])
    return (first, len(words)) if is_village and first < len(words) else None


def _first_of_name(words: list[str]) -> int:
    """Where a name may begin: behind words that are capitalised as a sentence begins."""
    return next((at for at, word in enumerate(words) if not _is_ordinary(word)), len(words))


def _is_province(words: list[str]) -> bool:
    return bool(words) and bool(find(" ".join(words), PROVINCE))


def _is_some(name: str, asked: str) -> bool:
    """Whether a place of that kind is called so; "In villages" and "The commune" name none."""
    if name.lower() in FUNCTION_WORDS:
        return False
    if asked == CITY:
        return bool(find(name, DISTRICT) or find(name, PROVINCE))
    return bool(find(name, LEVEL_OF[asked], _ALL))


def _may_stand_beside(rest: list[str], is_before: bool, level: int) -> bool:
    """Whether the words beside a name are none of it: ordinary, a number, or a larger place."""
    if not rest:
        return True
    near = rest[0] if is_before else rest[-1]
    return _is_ordinary(near) or any(
        find(" ".join(part), larger)
        for larger in range(PROVINCE, min(level, COMMUNE), 2)
        for part in _beside(rest, is_before)
    )


def _beside(rest: list[str], is_before: bool) -> Iterator[list[str]]:
    for length in range(1, min(_LONGEST, len(rest)) + 1):
        yield rest[:length] if is_before else rest[-length:]


def _bare(tokens: tuple[Span, ...], words: list[str]) -> Iterator[Piece]:
    """Bare names of provinces and districts; a lone word with an unknown one beside it is none."""
    at, is_known = 0, False
    while at < len(words):
        length = next(
            (
                length
                for length in range(min(_LONGEST, len(words) - at), 0, -1)
                if _may_be_bare(" ".join(words[at : at + length]))
            ),
            0,
        )
        before = words[at - 1] if at and not is_known else ""
        is_known = bool(length) and _is_free(words, at, length, before)
        if is_known:
            name = tokens[at][0], tokens[at + length - 1][1]
            yield Piece(name, "", name, name[1])
        at += length or 1


def _is_free(words: list[str], at: int, length: int, before: str) -> bool:
    """Whether the words around a bare name leave it a place: "Kep Chuktema" is a person."""
    if before.lower() in _PERSON:
        return False
    if length > 1 and bare(" ".join(words[at : at + length]), PROVINCE):
        return True
    behind = words[at + length] if at + length < len(words) else ""
    return all(not word or _is_ordinary(word) or spelt(word, PROVINCE) for word in (before, behind))


def _may_be_bare(name: str) -> bool:
    return bool(bare(name, PROVINCE) or bare(name, DISTRICT))


def _is_ordinary(word: str) -> bool:
    lower = word.lower()
    return word.isdigit() or lower in _ORDINARY or lower in KHMER or is_common(lower)

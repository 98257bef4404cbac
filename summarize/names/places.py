"""Places of Cambodia in English text, told apart by what stands beside them.

"Krakor district" is a district, "village of Ream" a village, "Pursat's Krakor" lies in Pursat and
"Thma Koul, Battambang" in Battambang. A bare name counts only if it is that of a province or of a
district that is called like no English word and no person; villages and communes need their word.
Where several Khmer names stay possible there is no result.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from summarize.names import slots as scan
from summarize.names.choices import LEVEL_OF, Piece, bare, can_stand_alone, is_placed, pieces
from summarize.names.gazetteer import (
    COMMUNE,
    DISTRICT,
    NO_CODE,
    PROVINCE,
    VILLAGE,
    Place,
    find,
    spelt,
)
from summarize.names.kinds import CITY, KHMER
from summarize.names.mentions import PlaceMention

TOWN: Final = "town"
"""The kind of a provincial town that has another name than its province."""
_TOWN_WORD: Final = "ទីរួមខេត្ត"
_NEVER_SAID: Final = frozenset({"commune", "sangkat", "village"})
"""Kinds that Khmer names without the word where English does: the memorial at Choeung Ek."""
_LISTED: Final = frozenset({" and ", " or ", ", ", ", and "})
"""What stands between two places of a list."""
_Found = tuple[Place, ...]
_REMEMBERED: Final = 256  # texts


@lru_cache(maxsize=_REMEMBERED)
def places_in(text: str) -> tuple[PlaceMention, ...]:
    """The places of Cambodia that ``text`` names, in order, none overlapping.

    ``text`` may be a sentence or an article: the provinces and districts it names anywhere tell
    apart communes and villages of one name. ``text[start:end]`` is the name as it is written.
    """
    return tuple(_Reader(text).mentions())


class _Reader:
    """The pieces of one text with the places they may be, the larger ones first."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces = [p for slot in scan.slots(text) for p in pieces(text, slot)]
        self._found: dict[int, _Found] = {}
        for level in (PROVINCE, DISTRICT, COMMUNE, VILLAGE):
            for at, piece in enumerate(self._pieces):
                if _level(piece) == level and piece.name[0] < piece.name[1]:
                    self._found[at] = self._places(at, piece, level)
            if level == DISTRICT:
                self._find_bare_districts()

    def _find_bare_districts(self) -> None:
        """Before communes and villages, which these tell apart: Chrey Thom village near Bavet."""
        for at, piece in enumerate(self._pieces):
            if not piece.asked and not self._found[at]:
                self._found[at] = self._district(at, piece) or self._listed(at, piece)

    def mentions(self) -> Iterator[PlaceMention]:
        """The pieces whose Khmer name is certain."""
        for at, piece in enumerate(self._pieces):
            found = self._found.get(at, ())
            if len({place.khmer for place in found}) == 1:
                yield _mention(piece, found)

    def _places(self, at: int, piece: Piece, level: int) -> _Found:
        name = self._name(piece)
        if level == PROVINCE:
            return find(name, PROVINCE) if piece.asked else bare(name, PROVINCE)
        within = self._within(at, level)
        if piece.asked == CITY:
            return _city(name, within)
        if within:
            found = _of_kind(find(name, level, within), piece.asked)
            return found or self._elsewhere(name, level, piece.asked, within)
        provinces = bare(name, PROVINCE) if level > DISTRICT else ()
        if provinces:  # "a Prey Veng commune" lies in Prey Veng, if none is called otherwise
            return provinces if _is_one(provinces + find(name, level)) else ()
        return self._anywhere(name, level, piece.asked)

    def _elsewhere(self, name: str, level: int, asked: str, within: tuple[str, ...]) -> _Found:
        """What lies not in what it is said to lie in, as borders move: in the same province."""
        if level == DISTRICT:
            return spelt(name, DISTRICT)
        return _of_kind(find(name, level, {code[:PROVINCE] for code in within}), asked)

    def _anywhere(self, name: str, level: int, asked: str) -> _Found:
        """By name alone, or by the places that the text names elsewhere."""
        found = _of_kind(find(name, level), asked)
        near = self._near(name, level, asked)
        if _is_one(found) and _is_one(near):
            return found if found[0].khmer == near[0].khmer else ()
        return found if _is_one(found) else near

    def _near(self, name: str, level: int, asked: str) -> _Found:
        for larger in range(level - 2, 0, -2):
            codes = self._codes(larger)
            found = _of_kind(find(name, level, codes), asked) if codes else ()
            if found:
                return found
        return ()

    def _codes(self, level: int) -> tuple[str, ...]:
        found = (place.code for places in self._found.values() for place in places)
        return tuple(dict.fromkeys(code for code in found if len(code) == level))

    def _district(self, at: int, piece: Piece) -> _Found:
        """A bare name of a district: by what it lies in, or if it can be nothing else."""
        name, within = self._name(piece), self._within(at, DISTRICT)
        found = bare(name, DISTRICT)
        linked = tuple(place for place in found if place.code.startswith(within or ("-",)))
        return linked or (found if can_stand_alone(name, found) else ())

    def _listed(self, at: int, piece: Piece) -> _Found:
        """A district that is called like a person, behind another place of a list."""
        if not at or not self._found.get(at - 1):
            return ()
        other = self._pieces[at - 1]
        between = self._text[other.phrase[1] : piece.phrase[0]]
        is_listed = between in _LISTED and is_placed(self._text, other.phrase[0])
        name = self._name(piece)
        return spelt(name, DISTRICT) if is_listed and " " in name else ()

    def _within(self, at: int, level: int) -> tuple[str, ...]:
        """The codes of the nearest larger place that is linked to a piece; empty if none is."""
        for other in self._linked(at):
            codes = tuple(p.code for p in self._found.get(other, ()) if len(p.code) < level)
            if codes:
                return codes
        return ()

    def _linked(self, at: int) -> Iterator[int]:
        """The pieces that say where ``at`` lies, the nearest first."""
        here = at
        while (there := self._following(here)) is not None:
            yield there
            here = there
        here = at
        while here and scan.belongs_to(self._text, self._pieces[here], self._pieces[here - 1]):
            here -= 1
            yield here

    def _following(self, at: int) -> int | None:
        piece = self._pieces[at]
        for there in range(at + 1, len(self._pieces)):
            other = self._pieces[there]
            if other.phrase[0] >= piece.reach:
                return there if scan.leads_to(self._text, piece, other) else None
        return None

    def _name(self, piece: Piece) -> str:
        return self._text[slice(*piece.name)].replace("-", " ")


def _level(piece: Piece) -> int:
    """The level of what a piece asks for; bare names are tried as provinces first."""
    if piece.asked == CITY:
        return DISTRICT
    return LEVEL_OF.get(piece.asked, PROVINCE)


def _of_kind(found: _Found, asked: str) -> _Found:
    """Those that fit the word best.

    A khan is no other district. But newspapers say "district" of all of them and "commune" of a
    sangkat: these words choose between places of one name, never between names.
    """
    fitting = tuple(place for place in found if place.kind == asked)
    return fitting if fitting and (asked in KHMER or _is_one(found)) else found


def _city(name: str, within: tuple[str, ...]) -> _Found:
    """Municipalities of that name, Phnom Penh, or the province whose town is meant."""
    provinces = find(name, PROVINCE)
    if any(place.kind == "capital" for place in provinces):
        return provinces
    found = tuple(p for p in find(name, DISTRICT, within or ("",)) if p.kind == "municipality")
    return found or provinces


def _is_one(found: Iterable[Place]) -> bool:
    return len({place.khmer for place in found}) == 1


def _mention(piece: Piece, found: _Found) -> PlaceMention:
    start, end = piece.name
    first, kinds = found[0], {place.kind for place in found}
    kind, titled = (first.kind, first.titled) if len(kinds) == 1 else (piece.asked, "")
    if piece.asked == CITY and kind == "province":
        kind, titled = TOWN, _TOWN_WORD + first.khmer
    is_coded = len(found) == 1 and not (kind == "village" and first.code.endswith(NO_CODE))
    is_larger = len(first.code) < _level(piece)
    phrase = piece.name if is_larger and piece.asked != CITY else piece.phrase
    if piece.phrase == piece.name and first.kind in _NEVER_SAID:
        titled = ""
    code = first.code if is_coded else ""
    return PlaceMention(start, end, first.latin, first.khmer, kind, code, titled, phrase)

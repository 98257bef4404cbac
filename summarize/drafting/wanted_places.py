"""Places of Cambodia and institutions of a sentence, with the Khmer that must stand for them."""

from collections.abc import Iterator, Sequence

from summarize.drafting.wanted import Wanted
from summarize.names.bodies import bodies_in
from summarize.names.mentions import PlaceMention
from summarize.names.places import places_in

_WITHIN = frozenset([", ", " in ", " of "])
"""What stands between a place and the larger one it lies in; the larger one may also come first."""
_WHOSE = frozenset(["'s ", "’s "])


def bodies(source: str) -> Iterator[Wanted]:
    """The institutions that ``source`` names."""
    for one in bodies_in(source):
        text = source[one.start : one.end]
        yield Wanted(text, one.start, "body", one.khmer, ((one.khmer,),), acronym=one.acronym)


def places(source: str) -> Iterator[Wanted]:
    """The places that ``source`` names; one that lies in the next is one with it, as in Khmer."""
    group: list[PlaceMention] = []
    for mention in places_in(source):
        if group and not _goes_on(source, group[-1], mention):
            yield _wanted(source, group)
            group = []
        group.append(mention)
    if group:
        yield _wanted(source, group)


def _goes_on(source: str, one: PlaceMention, other: PlaceMention) -> bool:
    between = source[one.phrase[1] : other.phrase[0]]
    if between in _WHOSE:
        return bool(one.code) and other.code.startswith(one.code)
    return between in _WITHIN and bool(other.code) and one.code.startswith(other.code)


def _wanted(source: str, group: Sequence[PlaceMention]) -> Wanted:
    start, end = group[0].phrase[0], group[-1].phrase[1]
    if len(group) > 1 and source[start:end].count(", ") and source[end : end + 1] == ",":
        end += 1  # Aek Phnum, Battambang, lost 400 hectares
    smallest_first = sorted(group, key=lambda one: -len(one.code))
    khmer = " ".join(one.titled or one.khmer for one in smallest_first)
    forms = tuple(_forms(one) for one in smallest_first)
    return Wanted(source[start:end], start, "place", khmer, forms)


def _forms(one: PlaceMention) -> tuple[str, ...]:
    if one.is_asked and one.titled:
        return (one.titled,)
    return tuple(filter(None, (one.titled, one.khmer)))

"""Numbers lost, changed, invented or of the wrong scale: the costliest errors of a draft."""

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Final

from summarize.khmer.numbers import Number, numbers
from summarize.khmer.numerals import plain
from summarize.quantities import compare, fractions
from summarize.quantities.fractions import Fraction

SMALL: Final = 12  # up to here, words are often no quantities
_PLURAL: Final = re.compile(
    r"\s(?:[a-z-]{1,30}\s)?(?:[a-z]{3,30}s|people|more|men|women|children|percent|per\scent)\b"
)
_ARTICLE: Final = re.compile(r"\ban?\b", re.IGNORECASE)  # "an hour" may be ១ ម៉ោង
_NEAR: Final = 8  # characters in front of a number that can make it a month
_OF_MONTH: Final = re.compile("ខែ ?(?:ទី ?)?$")
_DATE: Final = re.compile(r"(?<![0-9])[0-9]{1,4}([/.-])[0-9]{1,2}\1[0-9]{2,4}(?![0-9])")
_Key = tuple[str, Decimal]
"""What a number can be matched by: a class of numbers and one of its readings."""


def check(source: str, target: str) -> list[str]:
    """Compare values, whatever the digits, marks and scale words.

    A number in digits must come back, in digits or in words, as often as it is there. One in words
    may be left out ("one of them") unless it is large, counts something ("six miles"), or another
    stands in its place. A number in digits in the Khmer must have something in the English that it
    can mean. The name of a month stands for no number but that of the month.
    """
    return _messages(*difference(source, target))


def difference(source: str, target: str) -> tuple[list[Number], list[Number]]:
    """The numbers of the English that are lost, and those of the Khmer that are invented."""
    english, khmer = _without_fractions(source, target)
    dated = _in_dates(english, source), _in_dates(khmer, target)
    unmatched = [n for n in _unmatched(english, khmer, *dated) if not n.is_named]
    known = {item for n in english for item in _means(n, n in dated[0])}
    if _ARTICLE.search(source):
        known.add(("number", Decimal(1)))
    foreign = [n for n in khmer if known.isdisjoint(_means(n, n in dated[1]))]
    lost = [n for n in unmatched if n.kind == "digits" or n.value > SMALL]
    invented = [n for n in foreign if n.kind == "digits"]
    if not lost and not invented:
        lost, invented = _changed_words(unmatched, foreign)
    told = set(lost)
    lost += [n for n in unmatched if n not in told and _counts(n, source)]
    old, new = _converted(source, target)
    return (
        _unique(n for n in lost if n.value not in old),
        _unique(n for n in invented if new.isdisjoint(n.readings)),
    )


def _converted(source: str, target: str) -> tuple[set[Decimal], set[Decimal]]:
    """The values of both sides that differ because their units do: 5 miles, ៨ គីឡូម៉ែត្រ."""
    pairs = compare(source, target).converted
    old = {value for wanted, _ in pairs for value in wanted.values}
    return old, {value for _, given in pairs for value in given.values}


def _without_fractions(source: str, target: str) -> tuple[list[Number], list[Number]]:
    """The numbers of both sides but for those of fractions that both have."""
    english, khmer = numbers(source, "en"), numbers(target, "km")
    own, told = fractions.english(source), fractions.khmer(target)
    if not own:
        return english, khmer
    values = {fraction.value for fraction in told}
    as_share = [n for n in khmer if any(f.is_share(value) for f in own for value in n.readings)]
    kept = [f for f in own if f.value in values or any(map(f.is_share, _readings(as_share)))]
    given = [f for f in told if any(f.value == other.value for other in kept)]
    rest = _outside(english, kept)
    shares = set(as_share) - _told_by(rest, as_share)
    return rest, [n for n in _outside(khmer, given) if n not in shares]


def _told_by(english: list[Number], khmer: list[Number]) -> set[Number]:
    """Those of ``khmer`` that have a number of their own in the English."""
    values = set(_readings(english))
    return {n for n in khmer if not values.isdisjoint(n.readings)}


def _readings(found: Iterable[Number]) -> Iterable[Decimal]:
    return (value for number in found for value in number.readings)


def _outside(found: list[Number], spans: Sequence[Fraction]) -> list[Number]:
    return [n for n in found if not any(f.start <= n.start < f.end for f in spans)]


def _in_dates(found: list[Number], text: str) -> frozenset[Number]:
    """The numbers that can be that of a month: of ខែ៧, 16/7/2019, July."""
    folded = plain(text)
    spans = [match.span() for match in _DATE.finditer(folded)]
    starts = {start for first, last in spans for start in range(first, last)}
    return frozenset(
        n
        for n in found
        if n.kind == "month"
        or n.start in starts
        or _OF_MONTH.search(folded[max(0, n.start - _NEAR) : n.start])
    )


def _means(number: Number, in_date: bool) -> list[_Key]:
    """Everything that ``number`` can be compared by."""
    kinds = (["number"] if number.kind != "month" else []) + (["month"] if in_date else [])
    return [(kind, value) for kind in kinds for value in number.readings]


def _counts(number: Number, source: str) -> bool:
    """Whether a number in words says how many of something there are: "three people"."""
    return number.kind == "words" and number.value > 2 and bool(_PLURAL.match(source, number.end))


def _changed_words(
    unmatched: list[Number], foreign: list[Number]
) -> tuple[list[Number], list[Number]]:
    """Small numbers in words that became others: "nineteen" is not ប្រាំបួន."""
    lost = [n for n in unmatched if n.value > 1]
    wrong = [n for n in foreign if n.kind == "words" and n.value > 1]
    pairs = min(len(lost), len(wrong))
    return lost[:pairs], wrong[:pairs]


def _unmatched(
    wanted: list[Number],
    given: list[Number],
    dated: frozenset[Number],
    dated_khmer: frozenset[Number],
) -> list[Number]:
    """What is wanted and not given as often.

    Like is matched with like first, so that មករា stands for January and not for a lost 1. Then មួយ,
    which is also the "a" that most sentences have, stands for anything but a figure 1.
    """

    def alike(number: Number) -> list[_Key]:
        return [(number.kind, value) for value in number.readings]

    def wants(number: Number) -> list[_Key]:
        means = _means(number, number in dated)
        return means if number.kind == "digits" else [*means, *_loosely(number)]

    def gives(number: Number) -> list[_Key]:
        is_article = number.kind == "words" and number.value == 1
        return _loosely(number) if is_article else _means(number, number in dated_khmer)

    rest, left = _pair(wanted, given, alike, alike)
    return _pair(sorted(rest, key=_is_loose), left, wants, gives)[0]


def _loosely(number: Number) -> list[_Key]:
    return [("article", value) for value in number.readings]


def _pair(
    wanted: Sequence[Number],
    given: Sequence[Number],
    wants: Callable[[Number], list[_Key]],
    gives: Callable[[Number], list[_Key]],
) -> tuple[list[Number], list[Number]]:
    """What is left of both when each wanted number has taken the first given one it matches."""
    places: defaultdict[_Key, deque[int]] = defaultdict(deque)
    for index, number in enumerate(given):
        for item in gives(number):
            places[item].append(index)
    taken: set[int] = set()
    rest = []
    for number in wanted:
        partner = min(filter(None, (_first(places[i], taken) for i in wants(number))), default=0)
        if partner:
            taken.add(partner - 1)
        else:
            rest.append(number)
    return rest, [number for index, number in enumerate(given) if index not in taken]


def _first(places: deque[int], taken: set[int]) -> int:
    """The first of ``places`` that is not taken, counted from 1; 0 when there is none."""
    while places and places[0] in taken:
        places.popleft()
    return places[0] + 1 if places else 0


def _is_loose(number: Number) -> bool:
    return number.kind != "digits"


def _unique(found: Iterable[Number]) -> list[Number]:
    return list({number.value: number for number in found}.values())


def _messages(lost: list[Number], invented: list[Number]) -> list[str]:
    """One message a number; a lost and an invented one are taken for one that was changed."""
    changed = list(zip(lost, invented, strict=False))
    return [
        *(_changed(old, new) for old, new in changed),
        *(f"The English has {n.text}; the Khmer does not." for n in lost[len(changed) :]),
        *(f"The Khmer has {n.text}; the English does not." for n in invented[len(changed) :]),
    ]


def _changed(old: Number, new: Number) -> str:
    message = f"The English has {old.text}; the Khmer does not (it has {new.text})."
    if old.value and new.value and _power_of_ten(old, new):
        return f"{message} Is the scale word right?"
    return message


def _power_of_ten(old: Number, new: Number) -> bool:
    return (old.value / new.value).normalize().as_tuple().digits == (1,)

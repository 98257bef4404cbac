"""Numbers lost, changed, invented or of the wrong scale: the costliest errors of a draft."""

import re
from collections.abc import Callable
from typing import Final

from summarize.khmer.numbers import Number, numbers

SMALL: Final = 12  # up to here, words are often no quantities
_PLURAL: Final = re.compile(r"\s(?:[a-z-]+\s)?(?:[a-z]{3,}s|people|more|men|women|children)\b")


def check(source: str, target: str) -> list[str]:
    """Compare values, whatever the digits, marks and scale words.

    A number in digits must come back, in digits or in words, as often as it is there. One in words
    may be left out ("one of them") unless it is large, counts something ("six miles"), or another
    stands in its place. A number in digits in the Khmer must have something in the English that it
    can mean.
    """
    return _messages(*difference(source, target))


def difference(source: str, target: str) -> tuple[list[Number], list[Number]]:
    """The numbers of the English that are lost, and those of the Khmer that are invented."""
    english, khmer = numbers(source, "en"), numbers(target, "km")
    unmatched = [n for n in _unmatched(english, khmer) if n.kind != "name"]
    foreign = [n for n in khmer if not any(_same(n, other) for other in english)]
    lost = [n for n in unmatched if n.kind == "digits" or n.value > SMALL]
    invented = [n for n in foreign if n.kind == "digits"]
    if not lost and not invented:
        lost, invented = _changed_words(unmatched, foreign)
    lost += [n for n in unmatched if n not in lost and _counts(n, source)]
    return _unique(lost), _unique(invented)


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


def _unmatched(wanted: list[Number], given: list[Number]) -> list[Number]:
    """What is wanted and not given as often.

    Like is matched with like first, so that មករា stands for January and not for a lost 1.
    """
    rest, left = _pair(wanted, given, _alike)
    return _pair(sorted(rest, key=_loose), left, _stands_for)[0]


def _pair(
    wanted: list[Number], given: list[Number], match: Callable[[Number, Number], bool]
) -> tuple[list[Number], list[Number]]:
    """What is left of both when each wanted number has taken the first given one it matches."""
    rest, left = [], list(given)
    for number in wanted:
        partner = next((other for other in left if match(number, other)), None)
        if partner is None:
            rest.append(number)
        else:
            left.remove(partner)
    return rest, left


def _loose(number: Number) -> bool:
    return number.kind != "digits"


def _alike(left: Number, right: Number) -> bool:
    return left.kind == right.kind and _same(left, right)


def _stands_for(wanted: Number, given: Number) -> bool:
    """មួយ is also the "a" that most sentences have: it is not what became of a figure 1."""
    is_article = given.kind == "words" and given.value == 1
    return _same(wanted, given) and not (is_article and wanted.kind == "digits")


def _same(left: Number, right: Number) -> bool:
    return not set(left.readings).isdisjoint(right.readings)


def _unique(found: list[Number]) -> list[Number]:
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

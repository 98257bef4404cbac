"""Set right what a model changed, where only one thing can be meant.

A wrong number, month, weekday or country is replaced when the English has exactly one that is lost
and the Khmer exactly one of the same kind that came from nowhere; of several long numbers, those
with one digit changed. A date gets the part that it lacks. Everything else is left to the checks.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from summarize.checks import months_weekdays
from summarize.checks.numbers import difference
from summarize.drafting.dates import complete_date
from summarize.khmer.digits import to_ascii_digits
from summarize.khmer.numbers import Number
from summarize.names.entities import difference as place_difference

_SCALES: Final = {10**3: "ពាន់", 10**6: "លាន", 10**9: "ពាន់លាន", 10**12: "ទ្រីលាន"}
_LONG: Final = 3  # digits of a number that is known again when one of them is wrong
_LARGEST_IN_DIGITS: Final = 10_000  # "nineteen thousand" is ១៩ ពាន់, "twelve" is ១២


@dataclass(frozen=True, slots=True)
class Repaired:
    """A Khmer text, and what was put in place of what, "" when nothing was."""

    target: str
    note: str = ""


def repair(source: str, target: str) -> Repaired:
    """``target`` with what can be set right from ``source``."""
    notes = []
    for mend in (_date_name, _number, _date, _place):
        found = mend(source, target)
        if found.note:
            target = found.target
            notes.append(found.note)
    return Repaired(target, " ".join(notes))


def _number(source: str, target: str) -> Repaired:
    lost, invented = difference(source, target)
    notes = []
    for right, wrong in _changed(lost, invented):
        text = written(right)
        if text and target.count(wrong.text) == 1:
            mended = target.replace(wrong.text, text)
            if _count(source, mended) < _count(source, target):
                target = mended
                notes.append(f"{right.text} put in place of {wrong.text}.")
    if not notes:
        return Repaired(target)
    rest = _number(source, target)  # with these out of the way, another may be the only one
    return Repaired(rest.target, " ".join([*notes, *filter(None, [rest.note])]))


def _changed(lost: list[Number], invented: list[Number]) -> list[tuple[Number, Number]]:
    """What became what: the only two, else what differs from one other in a single digit."""
    if len(lost) == len(invented) == 1:
        return [(lost[0], invented[0])]
    alike = [(old, new) for old in lost for new in invented if _is_slip(old.text, new.text)]
    olds, news = [old for old, _ in alike], [new for _, new in alike]
    return [(old, new) for old, new in alike if olds.count(old) == news.count(new) == 1]


def _is_slip(old: str, new: str) -> bool:
    """Whether two numbers of three digits or more differ in one of their digits only."""
    left, right = (to_ascii_digits(text) for text in (old, new))
    if len(left) != len(right) or sum(char.isdigit() for char in left) < _LONG:
        return False
    differing = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and "".join(differing[0]).isdigit()


def _count(source: str, target: str) -> int:
    return sum(map(len, difference(source, target)))


def written(number: Number) -> str:
    """An English number as Khmer newspapers write it, in ASCII digits; "" when that is unsure."""
    if number.is_named:
        return ""
    scale = number.scale if number.scale in _SCALES else 1
    value = number.value / scale
    if number.kind == "digits" and scale == 1:
        digits = to_ascii_digits(number.text).strip("$£€+ ")
        return digits if digits[-1:].isdigit() and digits[:1].isdigit() else ""
    if value >= _LARGEST_IN_DIGITS or value != round(value, 3):
        return ""
    word = f" {_SCALES[scale]}" if scale in _SCALES else ""
    return f"{_plain(value)}{word}"


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _date(source: str, target: str) -> Repaired:
    mended, part = complete_date(source, target)
    return Repaired(mended, f"{part} was missing and is put in." if part else "")


def _place(source: str, target: str) -> Repaired:
    """A country or city for another."""
    found = place_difference(source, target)
    if len(found.swapped) != 1 or found.lost or found.invented:
        return Repaired(target)
    lost, strange = found.swapped[0]
    wrong, right = strange.text, lost.place.khmer
    if target.count(wrong) != 1:
        return Repaired(target)
    return Repaired(target.replace(wrong, right), f"{right} put in place of {wrong}.")


def _date_name(source: str, target: str) -> Repaired:
    """A month or weekday for another."""
    missing, foreign = months_weekdays.difference(source, target)
    if len(missing) != 1 or len(foreign) != 1 or missing[0].kind != foreign[0].kind:
        return Repaired(target)
    wrong, right = foreign[0].khmer, missing[0].khmer
    if target.count(wrong) != 1:
        return Repaired(target)
    return Repaired(target.replace(wrong, right), f"{right} put in place of {wrong}.")

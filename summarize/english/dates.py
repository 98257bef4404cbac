"""Months, weekdays and days of the month in English text."""

import re
from dataclasses import dataclass
from typing import Final

MONTH_NAMES: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS: Final = tuple(
    f"{name}day" for name in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
)
"""Both from the first on, as English writes them."""
_LONG: Final = (*MONTH_NAMES, *WEEKDAYS)
_SHORT: Final = {name[:3]: name for name in _LONG} | {"Sept": "September", "Thurs": "Thursday"}
MONTHS: Final = frozenset(
    name.lower()
    for name in (*MONTH_NAMES, *(short for short, long in _SHORT.items() if long in MONTH_NAMES))
)
"""The names of the months in lower case, long and short."""

_DAY: Final = r"[0-3]?[0-9](?:st|nd|rd|th)?(?![0-9]|[.,:][0-9]|\w)"
_DATE: Final = re.compile(
    rf"\b(?=[ADFJMNOSTW])(?:(?P<name>{'|'.join(_LONG)})s?|(?P<short>{'|'.join(_SHORT)})\b\.?)(?!\w)"
    rf"(?P<year>,?\s+(?:19|20)[0-9]{{2}}\b)?"
    rf"(?:[\s-]+(?P<after>{_DAY}))?"
)
_DAY_BEFORE: Final = re.compile(r"\b([0-3]?[0-9])(?:st|nd|rd|th)?(?:\s+of)?[\s-]+$")
_NUMERIC: Final = re.compile(r"\b([0-3]?[0-9])([/.-])([0-3]?[0-9])\2(?:20|19)?[0-9]{2}\b")
_IN_TIME: Final = re.compile(
    r"(?:[0-9]|\b(?:in|of|by|since|until|from|to|last|next|this|early|late|mid))[\s-]+$", re.I
)
_DOUBTFUL: Final = frozenset({"March", "May"})  # also verbs, at the start of a sentence
_ANY_CASE: Final = re.compile(
    rf"\b(?=[ADFJMNOSTWadfjmnostw])(?:(?i:{'|'.join(_LONG)})s?|{'|'.join(_SHORT).upper()})\b"
)
_WORDS: Final = frozenset({"march", "may", "august"})  # in small letters no months
_NEAR: Final = 10  # characters in front of a name that may have the day, or tell it is a month


@dataclass(frozen=True, slots=True)
class Date:
    """A month or weekday by its full ``name``; ``day`` of the month is 0 where none is told."""

    name: str
    day: int
    start: int
    end: int


def dates(text: str) -> list[Date]:
    """The months and weekdays of ``text`` in order.

    "May" counts only where it is surely a month, and short forms ("Aug.") only beside a figure.
    Names in capitals or small letters are names too ("FRIDAY"), but for small "march" and the like.
    """
    return [date for match in _DATE.finditer(recased(text)) if (date := _date(match))]


def recased(text: str) -> str:
    """``text`` with the names of months and weekdays as they are usually written: Friday."""
    return _ANY_CASE.sub(_capitalized, text)


def _capitalized(match: re.Match[str]) -> str:
    word = match[0]
    return word if word in _WORDS else word.capitalize()


def numeric_dates(text: str) -> list[Date]:
    """What dates in figures can mean: 8/7/2017 is the 8 July or the 7 August."""
    return [
        Date(MONTH_NAMES[month - 1], day, match.start(), match.end())
        for match in _NUMERIC.finditer(text)
        for day, month in _both_ways(int(match[1]), int(match[3]))
    ]


def _date(match: re.Match[str]) -> Date | None:
    """The date of a match, or ``None`` where its word may well be none ("May he come")."""
    name = match["name"] or _SHORT[match["short"]]
    if name in WEEKDAYS:
        return Date(name, 0, match.start(), match.end("name")) if match["name"] else None
    text, start, near = match.string, match.start(), max(0, match.start() - _NEAR)
    before = _DAY_BEFORE.search(text, near, start)
    day = before[1] if before else re.sub(r"\D", "", match["after"] or "")
    in_time = match["name"] and _IN_TIME.search(text, near, start)
    if not (day or in_time or match["year"] or (match["name"] and name not in _DOUBTFUL)):
        return None
    return Date(name, int(day or 0), before.start() if before else start, match.end())


def _both_ways(first: int, second: int) -> list[tuple[int, int]]:
    return [(d, m) for d, m in {(first, second), (second, first)} if 0 < m <= len(MONTH_NAMES)]

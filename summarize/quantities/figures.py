"""Numbers in English text with what they count: per cent, a currency, or nothing known."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from summarize.khmer.numbers import Number

PERCENT: Final = "percent"
_SIGNS: Final = {"$": "dollar", "£": "pound", "€": "euro", "₹": "rupee", "¥": "yen", "៛": "riel"}
_CODES: Final = {
    "usd": "dollar",
    "rs": "rupee",
    "inr": "rupee",
    "eur": "euro",
    "gbp": "pound",
    "khr": "riel",
}
_CURRENCY: Final = "dollar|euro|pound|rupee|riel|baht|dong|yuan|yen|ringgit|rupiah|kip|peso"
_AFTER: Final = re.compile(
    r"\s?(?:(?P<percent>%|per\s?cents?\b|pc\b|percentage\b)"
    rf"|(?P<sign>[{''.join(_SIGNS)}])"
    r"|[\s-](?:(?:US|Hong Kong|Australian|Singapore)\s)?"
    rf"(?P<word>{_CURRENCY}|(?:(?<=illion )|(?<=000 ))won|{'|'.join(_CODES)})s?\b)",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    rf"(?P<sign>[{''.join(_SIGNS)}])\s?$|\b(?P<word>{'|'.join(_CODES)})\.?\s?$", re.IGNORECASE
)
_RANGE: Final = re.compile(
    r"\s*(?:[-–,]|to|and|or|, (?:and|or))\s*(?:US)?[$£€₹¥]?\s?", re.IGNORECASE
)
_NEAR: Final = 6  # characters in front of a number that can tell the currency


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and its ``unit``: "percent", a currency ("dollar"), or "" for all else.

    ``text`` is both as they are written: "4,000 riel".
    """

    number: Number
    unit: str
    text: str

    def is_same(self, other: "Figure") -> bool:
        """Whether ``other`` can mean this quantity.

        Without a unit this one can be of any; "half" can be 50 per cent without saying so.
        """
        if self.unit and self.unit != other.unit and other.number.kind != "name":
            return False
        return not set(self.number.readings).isdisjoint(other.number.readings)


def figures(text: str, numbers: Iterable[Number]) -> list[Figure]:
    """The ``numbers`` of ``text`` with their units, but for names of months, which are dates."""
    return [_figure(text, number) for number in numbers if not _is_month(number)]


def share_units(text: str, found: Sequence[Figure]) -> list[Figure]:
    """Give the figures of a range or list its unit: "3, 4 or 5 percent" are all per cent."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        figure, following = shared[index : index + 2]
        between = figure.number.end, following.number.start
        if not figure.unit and following.unit and _RANGE.fullmatch(text, *between):
            shared[index] = replace(figure, unit=following.unit)
    return shared


def _is_month(number: Number) -> bool:
    return number.kind == "month"


def _figure(text: str, number: Number) -> Figure:
    if after := _AFTER.match(text, number.end):
        return Figure(number, _unit(after), text[number.start : after.end()])
    before = _BEFORE.search(text, max(0, number.start - _NEAR), number.start)
    if before and not number.text.startswith(tuple(_SIGNS)):
        return Figure(number, _unit(before), text[before.start() : number.end])
    return Figure(number, _SIGNS.get(number.text[0], ""), number.text)


def _unit(found: re.Match[str]) -> str:
    parts = found.groupdict()
    if parts.get("percent"):
        return PERCENT
    word = (parts["word"] or "").lower()
    return _SIGNS[parts["sign"]] if parts["sign"] else _CODES.get(word, word)

"""Quantities of Khmer text: ៣ឆ្នាំ, ១,២ លានដុល្លារ, $៥, ៥ គ.ម, មួយម៉ោងកន្លះ.

The words for day, month, year and hour before a number make it a date or a time of day, and no
quantity: ថ្ងៃទី ១៥ ខែ ៣ ឆ្នាំ២០១៩, ម៉ោង ២.
"""

import re
from functools import cache, lru_cache
from typing import Final

from summarize.khmer.alphabet import COENG, LETTER, MARK
from summarize.khmer.normalise import key
from summarize.khmer.numbers import Number, numbers
from summarize.khmer.numbers_km import MONTHS
from summarize.quantities.currencies import COUNTRIES, CURRENCIES
from summarize.quantities.measures import MEASURES, SQUARE
from summarize.quantities.records import Quantity, Unit

_ENTRIES: Final = (*MEASURES, *CURRENCIES)
_NEAR: Final = 24  # characters in front of a number that can hold a label or a sign
_LETTERS: Final = "\u1780-\u17b3"
_ABBREVIATION: Final = re.compile(f"[{_LETTERS}.]{{1,4}}")  # no vowel: ម, គ.ម


def _by_form() -> dict[str, tuple[Unit, ...]]:
    """The units of every form of the table, without spaces: គីឡូ is a kilometre and a kilogram."""
    found: dict[str, tuple[Unit, ...]] = {}
    for entry in _ENTRIES:
        for form in dict.fromkeys(key(form).replace(" ", "") for form in entry.khmer):
            found[form] = (*found.get(form, ()), entry.unit)
    return found


def _pattern(form: str) -> str:
    """The form with its spaces or without; an abbreviation ends where the word ends."""
    text = re.escape(key(form)).replace(r"\ ", " ?(?:កន្លះ)? ?")
    if form.isascii() and form[-1].isalpha():
        return rf"{text}(?![A-Za-z])"
    return rf"{text}(?![{_LETTERS}{MARK}{COENG}])" if _ABBREVIATION.fullmatch(form) else text


_UNITS: Final = _by_form()
_FORMS: Final = sorted({f for e in _ENTRIES for f in e.khmer}, key=len, reverse=True)
_MONTH_NAMES: Final = "|".join(key(month) for month in MONTHS)
_NOT_UNIT: Final = (  # a date goes on: ខែមីនា, ឆ្នាំ ២០១៩; midday; a pot
    rf"(?!ខែ ?(?:{_MONTH_NAMES}|ទី)|ខែ ?[0-9]{{1,2}} ?ឆ្នាំ|ឆ្នាំ ?[12][0-9]{{3}}"
    "|ថ្ងៃ ?ត្រង់|ថ្ងៃ ?ទី ?[0-9]|ឆ្នាំង)"
)
_AFTER: Final = re.compile(
    rf" ?{_NOT_UNIT}(?P<form>{'|'.join(map(_pattern, _FORMS))})(?![{MARK}{COENG}])"
)
_HALVED: Final = re.compile(  # the unit stands within the number
    rf"[^ ]{{0,20}}? ?(?P<form>{'|'.join(map(_pattern, _FORMS))}) ?កន្លះ\Z"
)
_SQUARE: Final = re.compile(rf" ?(?P<word>{'|'.join(map(key, SQUARE))})")
_AT_END: Final = re.compile(rf"(?P<form>{'|'.join(map(_pattern, _FORMS))})\Z")
_SIGNS: Final = {
    sign: tuple(entry.unit for entry in _ENTRIES if sign in entry.signs)
    for entry in _ENTRIES
    for sign in entry.signs
}
_SIGN: Final = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_BEFORE: Final = re.compile(rf"(?P<sign>{_SIGN}) ?\Z")
_ABOUT: Final = "(?:ប្រហែល|ប្រមាណ|ជិត|ជាង)?"
_LABEL: Final = re.compile(rf"(?:ទី|លេខ|ឆ្នាំ|ខែ|ថ្ងៃ|ម៉ោង|មាត្រា|ជាន់|ថ្នាក់|ផ្លូវ){_ABOUT} ?\Z")
_CLOCK: Final = re.compile(rf"(?:ម៉ោង ?{_ABOUT} ?[0-9]{{1,2}} ?(?:និង)?|[0-9]{{1,2}}[:.]) ?\Z")
_OF_CLOCK: Final = frozenset({"minute", "hour", "night", "day"})  # after 11:45 no quantities
_AGE: Final = re.compile("(?:អាយុ|វ័យ|មាយុ)[^។]{0,30}\\Z")
_COUNTRIES: Final = {key(form): code for code, (_, forms) in COUNTRIES.items() for form in forms}
_COUNTRY: Final = re.compile(  # after the stem of the currency
    rf"[{LETTER}]{{0,3}}? ?(?P<country>{'|'.join(sorted(_COUNTRIES, key=len, reverse=True))})"
)
_DATE_WORD: Final = re.compile(
    rf"ថ្ងៃ ?(?:ទី|ចន្ទ|ច័ន|អង្គារ|ពុធ|ព្រហស|សុក្រ|សៅរ|អាទិត្យ|នេះ)|ខែ ?(?:{_MONTH_NAMES}|នេះ|មុន)"
    "|ឆ្នាំ ?(?:[12][0-9]{3}|នេះ|មុន|ក្រោយ)|ម៉ោង ?(?:ប្រហែល ?)?[0-9]"
)
_MENTIONED: Final = {entry.unit.name: (*entry.khmer, *entry.loose) for entry in _ENTRIES}


@lru_cache(maxsize=64)
def read(text: str) -> tuple[tuple[Quantity, ...], tuple[Number, ...]]:
    """The quantities of ``text`` in order, and the numbers of which no unit is told.

    Offsets count the characters of ``key(text)``.
    """
    folded = key(text)
    found: list[Quantity] = []
    bare: list[Number] = []
    for number in numbers(folded, "km"):
        quantity = _quantity(folded, number, found[-1].end if found else 0)
        if quantity:
            found.append(quantity)
        elif number.kind != "month":
            bare.append(number)
    return tuple(found), tuple(bare)


def mentions(text: str, unit: Unit) -> bool:
    """Whether ``text`` names ``unit`` anywhere, with a number or without, but for dates."""
    return bool(_mention(unit.name).search(_DATE_WORD.sub(" ", key(text))))


@cache
def _mention(name: str) -> re.Pattern[str]:
    """Compiled when it is first asked for: few units of many are in a text."""
    return re.compile("|".join(map(_pattern, _MENTIONED[name])))


def unit_text(quantity: Quantity) -> str:
    """How the unit behind the number of a quantity of :func:`read` is written, "" for a sign."""
    found = _AT_END.search(quantity.text)
    return found["form"] if found else ""


def is_age(text: str, quantity: Quantity) -> bool:
    """Whether ``quantity`` is somebody's age: អាយុ ៣៥ ឆ្នាំ."""
    return quantity.units[0].name in ("year", "month") and bool(
        _AGE.search(_in_front(key(text), 0, quantity.start, 3 * _NEAR))
    )


def _quantity(text: str, number: Number, earliest: int) -> Quantity | None:
    """The quantity of ``number``; what belongs to the one before ends at ``earliest``."""
    if number.is_named:
        return None
    front = _in_front(text, earliest, number.start, _NEAR)
    if sign := _BEFORE.search(front):
        start = number.start - len(sign[0])
        return Quantity(
            number.readings, _SIGNS[sign["sign"]], start, number.end, text[start : number.end]
        )
    after = _AFTER.match(text, number.end) or _HALVED.match(text, number.start, number.end)
    if not after:
        return None
    units = _units(after, text)
    if units[0].kind != "money" and _LABEL.search(front):
        return None
    if units[0].name in _OF_CLOCK and _CLOCK.search(_in_front(text, 0, number.start, _NEAR)):
        return None
    span, country = text[number.start : after.end()], _COUNTRY.match(text, after.end())
    is_told = country is not None and units[0].kind == "money"
    code = _COUNTRIES[country["country"]] if country and is_told else ""
    return Quantity(number.readings, units, number.start, after.end(), span, code)


def _units(after: re.Match[str], text: str) -> tuple[Unit, ...]:
    form = after["form"].replace(" ", "")
    square = _SQUARE.match(text, after.end())
    return _UNITS.get(form + square["word"], _UNITS[form]) if square else _UNITS[form]


def _in_front(text: str, earliest: int, start: int, near: int) -> str:
    return text[max(earliest, start - near) : start]

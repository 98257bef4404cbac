"""Quantities of English text: three-year, $1.2 million, 5 km², £40, 2 percentage points, a week."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from summarize.khmer.numbers import Number, numbers
from summarize.khmer.numerals import plain
from summarize.quantities.currencies import COUNTRIES, CURRENCIES
from summarize.quantities.measures import MEASURES
from summarize.quantities.records import Quantity, Unit

_ENTRIES: Final = (*MEASURES, *CURRENCIES)
_ADJECTIVES: Final = (
    "more|full|whole|straight|consecutive|further|additional|extra|long|short|working|business|"
    "calendar|solid|successive|different|percentage"
)
_COUNTRY: Final = r"(?:(?-i:[A-Z])[\w.]*\s){1,2}"  # Hong Kong dollars
_LONGEST_SYMBOL: Final = 2  # letters: km and ha have no plural
_LEAST_WON: Final = 1000  # below, "won" is the verb
_NEAR: Final = 6  # characters in front of a number that can hold the sign of a currency
_TIMES: Final = "minute|hour|day|night|week|fortnight|month|year|decade|century"


def _plurals(form: str) -> Iterator[str]:
    yield form
    if form[-1].isalpha() and form.islower() and len(form) > _LONGEST_SYMBOL and form[-1] != "s":
        yield f"{form}s"


def _by_form() -> dict[str, tuple[Unit, ...]]:
    """The units of every form of the table; "pound" is a weight and a currency."""
    found: dict[str, tuple[Unit, ...]] = {}
    for entry in _ENTRIES:
        signs = [sign for sign in entry.signs if not sign[-1].isalpha() and sign != "Rs."]
        for form in dict.fromkeys((*entry.english, *signs)):
            for text in _plurals(form):
                found[text] = (*found.get(text, ()), entry.unit)
    return found


def _pattern(form: str) -> str:
    """The form with any space or hyphen in it; a code counts in capitals only."""
    words = re.escape(form).replace(r"\ ", r"[\s-]")
    text = f"(?-i:{words})" if form.isupper() else words
    return rf"{text}\b" if form[-1].isalnum() else text


_UNITS: Final = _by_form()
_FORM: Final = "|".join(_pattern(form) for form in sorted(_UNITS, key=len, reverse=True))
_AFTER: Final = re.compile(
    rf"(?P<gap>[\s-]{{0,2}})(?:(?:{_ADJECTIVES})[\s-]|(?P<country>{_COUNTRY}))??"
    rf"(?P<form>{_FORM})(?:/(?P<other>{_FORM}))?",
    re.IGNORECASE,
)
_METRES: Final = re.compile(  # where the m is not short for million
    r"(?<=\sm)|(?=\s(?:high|tall|wide|long|deep|thick|above|below|away|race|sprint|freestyle|hurdles)\b)"
)
_SIGNS: Final = {sign: entry.unit for entry in _ENTRIES for sign in entry.signs}
_SHARED_SIGNS: Final = {
    sign: tuple(entry.unit for entry in _ENTRIES if sign in entry.signs) for sign in _SIGNS
}
_SIGN: Final = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_BEFORE: Final = re.compile(
    rf"(?<![A-Za-z])(?P<country>(?:[A-Z]{{1,3}}(?=[$£¥]))?)(?P<sign>{_SIGN})\s?\Z"
)
_COUNTRIES: Final = {form: code for code, (forms, _) in COUNTRIES.items() for form in forms}
_IMPLIED: Final = re.compile(rf"\b(?:an?|per|each|every)[\s-](?P<form>{_TIMES})\b", re.IGNORECASE)
_MENTIONED: Final = {
    entry.unit.name: [text for form in (*entry.english, *entry.signs) for text in _plurals(form)]
    for entry in _ENTRIES
}
_CLOCK: Final = r"[0-9]:[0-9]{2}|[0-9]\s?[ap]\.?m\b|\bhalf past\b"
_DERIVED: Final = {
    "second": rf"\bsecond\b|[0-9]\.[0-9]{{2}}\b|{_CLOCK}",
    "minute": rf"\bhours?\b|{_CLOCK}",
    "hour": rf"\bhourly\b|\bo[’']clock\b|{_CLOCK}",
    "day": r"\bdaily\b|\bdaytime\b|days\b|[a-z]day\b|\bdate",
    "night": r"\bnightly\b|night",
    "week": r"\bweekly\b|\bweekend",
    "month": r"\bmonthly\b",
    "year": r"\b(?:yearly|annual|annually|aged?|old|anniversary|birthday|anniversaries|centenary"
    r"|decade|turn(?:s|ed|ing)|under [0-9]+|winters?|summers?|seasons?|under-[0-9]+)\b",
    "decade": r"[0-9]0s\b",
    "century": r"\bcentenary\b",
    "percent": r"percent|\bhal(?:f|ves)\b|(?:thir|four|fif|ten|dred)ths?\b|thirds?\b|quarters?\b",
    "percentage point": r"\bpoints?\b",
    "degree": r"\bminus\b|[-\u2212][0-9]|\btemperature",
}
_DERIVED_FORMS: Final = {name: re.compile(text, re.I) for name, text in _DERIVED.items()}


@lru_cache(maxsize=64)
def read(text: str) -> tuple[tuple[Quantity, ...], tuple[Number, ...]]:
    """The quantities of ``text`` in order, and the numbers of which no unit is told.

    Written with ASCII hyphens, whatever the text has.
    """
    text = plain(text)
    found, bare = list(_implied(text)), []
    for number in numbers(text, "en"):
        if quantity := _quantity(text, number):
            found.append(quantity)
        elif number.kind != "month":
            bare.append(number)
    return tuple(found), tuple(bare)


def mentions(text: str, unit: Unit) -> bool:
    """Whether ``text`` names ``unit`` anywhere, with a number or without."""
    derived = _DERIVED_FORMS.get(unit.name)
    return bool(_mention(unit.name).search(text) or (derived and derived.search(text)))


@cache
def _mention(name: str) -> re.Pattern[str]:
    """Compiled when it is first asked for: few units of many are in a text."""
    forms = "|".join(map(_pattern, _MENTIONED[name]))
    return re.compile(rf"(?<![A-Za-z])(?:{forms})", re.IGNORECASE)


def names_apart(text: str, unit: Unit) -> bool:
    """Whether ``text`` names ``unit`` without a number: "the baht fell to 33"."""
    text = plain(text)
    rest, end = [], 0
    for quantity in sorted(read(text)[0], key=lambda quantity: quantity.start):
        rest.append(text[end : quantity.start])
        end = quantity.end
    return mentions(" | ".join([*rest, text[end:]]), unit)


def _quantity(text: str, number: Number) -> Quantity | None:
    if number.is_named and number.scale == 1:  # an ordinal, a half, a month
        return None
    if quantity := _with_sign(text, number):
        return quantity
    if number.text.endswith("m") and _METRES.match(text, number.end):
        return Quantity(number.readings, _UNITS["m"], number.start, number.end, number.text)
    after = _AFTER.match(text, number.end)
    if not after or not _is_unit(after, number):
        return None
    units = _units(after["form"]) + (_units(after["other"]) if after["other"] else ())
    if after["country"] and units[0].kind != "money":
        return None
    span, country = text[number.start : after.end()], (after["country"] or "").strip()
    code = _COUNTRIES.get(country, "")
    return Quantity(number.readings, units, number.start, after.end(), span, code)


def _with_sign(text: str, number: Number) -> Quantity | None:
    """The amount of money that has its sign in front: £40, US$1.2m, Rs 300."""
    start = number.end - len(number.text.lstrip("$£€ "))
    near = max(0, start - _NEAR)
    found = _BEFORE.search(text[near:start])
    if not found:
        return None
    units, first = _SHARED_SIGNS[found["sign"]], near + found.start()
    code = _COUNTRIES.get(found["country"], "")
    return Quantity(number.readings, units, first, number.end, text[first : number.end], code)


def _is_unit(after: re.Match[str], number: Number) -> bool:
    """Whether the word after a number is its unit: not the m of millions, nor the verb won."""
    form = after["form"].lower()
    if form == "won":
        return number.value >= _LEAST_WON
    if form == "second":
        return after["gap"] == "-" or number.value == 1
    return form != "m" or bool(after["gap"])


def _units(form: str) -> tuple[Unit, ...]:
    spaced = re.sub(r"[\s-]", " ", form)
    return _UNITS[spaced] if spaced in _UNITS else _UNITS[spaced.lower()]


def _implied(text: str) -> Iterator[Quantity]:
    for match in _IMPLIED.finditer(text):
        units = _UNITS[match["form"].lower()]
        yield Quantity((Decimal(1),), units, *match.span(), match[0], implied=True)

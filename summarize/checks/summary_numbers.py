"""Numbers and dates that the article does not have."""

from decimal import Decimal
from typing import Final

from summarize.checks.evidence import Evidence
from summarize.english.dates import Date, dates
from summarize.khmer.numbers import Number, numbers
from summarize.quantities.figures import Figure, figures

_FIRST_ORDINAL: Final = 3  # "first" and "second" are mostly no numbers
_FIRST_SCALE: Final = 10**6  # "thousands" may well be counted, "millions" not
_EXACT: Final = 3  # digits from which a rounded number is as good as the full one
_LIKE: Final = Decimal("1.25")  # times larger or smaller: taken for the number that was meant


def check(text: str, evidence: Evidence) -> list[str]:
    """Compare values with their units, whatever the digits and scale words.

    A number that is worked out, or rounded to fewer than three digits, is not the article's either.
    "One", "first", "half" and the like are often no quantities and pass.
    """
    undated = [date for date in dates(text) if not _is_dated(date, evidence)]
    foreign = [
        figure
        for figure in figures(text, numbers(text, "en"))
        if _is_quantity(figure.number)
        and not _is_told(figure.number, undated)
        and not _is_supported(figure, evidence)
    ]
    messages = [_message(figure, evidence) for figure in foreign]
    return list(dict.fromkeys([*messages, *map(_undated, undated)]))


def _is_quantity(number: Number) -> bool:
    if number.kind == "digits":
        return True
    if number.kind == "words":
        return number.value > 1
    if number.scale > 1:
        return number.scale >= _FIRST_SCALE
    ordinal = number.text.lower().endswith(("th", "third"))
    return number.value >= _FIRST_ORDINAL and (ordinal or number.text.isupper())


def _is_told(number: Number, undated: list[Date]) -> bool:
    """Whether a number is part of a date that is told as a whole."""
    return any(date.start <= number.start < date.end for date in undated)


def _is_supported(figure: Figure, evidence: Evidence) -> bool:
    if figure.number.kind == "name" and figure.number.scale > 1:
        return any(other.number.scale == figure.number.scale for other in evidence.figures)
    return any(figure.is_same(other) or _is_rounded(figure, other) for other in evidence.figures)


def _is_rounded(figure: Figure, other: Figure) -> bool:
    """Whether ``figure`` is ``other`` with its last digits left off: 9,055 crore for 9,055.73."""
    number, known = figure.number, other.number
    if number.kind != "digits" or known.kind != "digits" or figure.unit not in ("", other.unit):
        return False
    written = (number.value / number.scale).as_tuple()
    if len(written.digits) < _EXACT or not isinstance(written.exponent, int):
        return False
    last_place = Decimal(number.scale).scaleb(written.exponent)
    return abs(number.value - known.value) < last_place


def _is_dated(date: Date, evidence: Evidence) -> bool:
    """Whether the article has the month or weekday, and does not give it another day.

    The day may stand apart from its month ("on the 3rd"), but not with another month only.
    """
    same = [other for other in evidence.dates if other.name == date.name]
    if not same:
        return False
    if not date.day or any(other.day == date.day for other in same):
        return True
    elsewhere = sum(other.day == date.day for other in evidence.dates)
    return elsewhere < sum(n.value == date.day for n in evidence.numbers)


def _undated(date: Date) -> str:
    when = f"{date.day} {date.name}" if date.day else date.name
    return f"The summary has {when}; the article does not."


def _message(figure: Figure, evidence: Evidence) -> str:
    missing = f"The summary has {figure.text}; the article does not"
    like = [other for other in evidence.figures if _is_like(figure, other)]
    if not like:
        return f"{missing}."
    value = figure.number.value
    closest = min(like, key=lambda other: abs(other.number.value - value))
    return f"{missing} (it has {closest.text})."


def _is_like(figure: Figure, other: Figure) -> bool:
    """Whether ``other`` may be what was meant: close, or with another scale word or unit."""
    number, known = figure.number, other.number
    if number.kind != known.kind or not _is_quantity(known):
        return False
    if figure.unit != other.unit:
        return number.value == known.value
    is_close = number.value / _LIKE <= known.value <= number.value * _LIKE
    return is_close or number.value * known.scale == known.value * number.scale

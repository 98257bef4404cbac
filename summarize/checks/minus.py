"""A minus lost or gained: minus 5 degrees is not ៥ អង្សា."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from summarize.khmer.normalise import key
from summarize.khmer.numbers import Language, numbers
from summarize.khmer.numerals import plain

_NEAR: Final = 12  # characters in front of a number that can hold its sign, and behind it "below"
_SIGNS: Final[dict[Language, re.Pattern[str]]] = {
    "en": re.compile(r"(?:\b(?:minus|negative)\s|(?:^|[\s(])-)$", re.IGNORECASE),
    "km": re.compile("(?:ដក|អវិជ្ជមាន|ក្រោម ?សូន្យ|ក្រោម ?0) ?$"),
}
_HYPHEN: Final = re.compile("[-\u2013] ?$")
_BELOW: Final[dict[Language, re.Pattern[str]]] = {
    "en": re.compile(
        r"(?:\s?(?:°C?|degrees?(?: Celsius)?|C))?\sbelow\s(?:zero|freezing)", re.IGNORECASE
    ),
    "km": re.compile(" ?(?:អង្សា[^ ]{0,8})? ?(?:ក្រោម ?(?:សូន្យ|0)|អវិជ្ជមាន)"),
}


def check(source: str, target: str) -> list[str]:
    """Only numbers in digits that stand in both texts, and with one sign in each."""
    english, khmer = dict(_signed(plain(source), "en")), dict(_signed(key(target), "km"))
    return [
        f"The English has {_written(value, english)}; the Khmer has {_written(value, khmer)}."
        for value in english
        if len(english[value]) == len(khmer.get(value, ())) == 1 and english[value] != khmer[value]
    ]


def _written(value: Decimal, signs: dict[Decimal, set[bool]]) -> str:
    return f"{'minus ' if True in signs[value] else ''}{value}"


def _signed(text: str, language: Language) -> Iterator[tuple[Decimal, set[bool]]]:
    """Every value in digits, with whether it stands after a minus, or both with and without."""
    found: dict[Decimal, set[bool]] = {}
    for number in numbers(text, language):
        if number.kind == "digits":
            before = text[max(0, number.start - _NEAR) : number.start]
            below = _BELOW[language].match(text, number.end)
            is_minus = bool(_SIGNS[language].search(before) or below)
            found.setdefault(number.value, set()).add(is_minus)
            if language == "km" and _HYPHEN.search(before):  # a sign, or part of a name
                found[number.value] = {True, False}
    yield from found.items()

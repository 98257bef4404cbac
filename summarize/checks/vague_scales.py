"""Millions for billions where no figure is told: "millions of riel" is not រាប់ពាន់លានរៀល."""

import re
from typing import Final

from summarize.checks.numbers import difference
from summarize.khmer.alphabet import COENG
from summarize.khmer.normalise import key
from summarize.khmer.numbers import numbers

_NAMES: Final = {10**3: "thousands", 10**6: "millions", 10**9: "billions", 10**12: "trillions"}
_ORDERS: Final = {name: order for order, name in _NAMES.items()}
_LEAST: Final = 10**6  # thousands are told in many ways: ពាន់ ម៉ឺន សែន
_ENGLISH: Final = re.compile(r"\b(thousand|million|billion|trillion)s?\b", re.IGNORECASE)
_KHMER: Final = re.compile(
    rf"(?<!{COENG})(?:រាប់|ច្រើន|ប៉ុន្មាន|មួយ) ?(?:សិប|ដប់|រយ)? ?"
    "(?:(?P<trillions>លាន ?លាន|ទ្រីលាន|ទ្រីលីយ៉ុន|ទ្រីលៀន)"
    "|(?P<billions>(?:ពាន់|ម៉ឺន|មុឺន|សែន) ?លាន|ប៊ីល្លាន|ប៊ីលាន|ប៊ីលៀន|ប៊ីលីយ៉ុន)"
    "|(?P<millions>លាន))"
)


def check(source: str, target: str) -> list[str]:
    """Where the English counts in thousands or more, the Khmer must count in the same order.

    A number in figures that is lost is for the check of numbers, which tells more.
    """
    found = {match.lastgroup or "": match[0] for match in _KHMER.finditer(key(target))}
    known = _orders(source) if found else frozenset[int]()
    foreign = {name: text for name, text in found.items() if known and _ORDERS[name] not in known}
    if not foreign or difference(source, target)[0]:
        return []
    return [
        f"The English counts in {_NAMES[max(known)]}; the Khmer counts in {name} ({text}). "
        "Is the scale word right?"
        for name, text in foreign.items()
    ]


def _orders(source: str) -> frozenset[int]:
    """The powers of a thousand in which the English counts, told in words or in figures."""
    told = {_ORDERS[f"{word.lower()}s"] for word in _ENGLISH.findall(source)}
    values = [number.value for number in numbers(source, "en") if number.value >= _LEAST]
    return frozenset(told | {max(order for order in _NAMES if order <= v) for v in values})

"""Sums of money with the currency as a word after the number: ៥ លានដុល្លារ for $5 លាន."""

import re
from dataclasses import dataclass
from typing import Final

from summarize.khmer.alphabet import LETTER
from summarize.khmer.numbers import Number, numbers


@dataclass(frozen=True, slots=True)
class Currency:
    """A ``sign``, the Khmer ``word`` for it, and the pattern of its English ``names``."""

    sign: str
    word: str
    names: str


CURRENCIES: Final = (
    Currency("US$", "ដុល្លារអាមេរិក", r"\$|\bdollars?\b|\bUSD\b"),
    Currency("$", "ដុល្លារ", r"\$|\bdollars?\b|\bUSD\b"),
    Currency("€", "អឺរ៉ូ", r"€|\beuros?\b|\bEUR\b"),
    Currency("£", "ផោន", r"£|\bpounds?\b|\bGBP\b"),
    Currency("៛", "រៀល", r"៛|\briels?\b|\bKHR\b"),
    Currency("฿", "បាត", r"฿|\bbahts?\b|\bTHB\b"),
    Currency("¥", "យ៉េន", r"\byen\b|\bJPY\b"),
    Currency("¥", "យ័ន", r"\byuan\b|\brenminbi\b|\bRMB\b|\bCNY\b"),
)
_ENDS_IN_DIGIT: Final = re.compile(r"[0-9០-៩]\Z")
_GOES_ON: Final = re.compile(r"[.,]?[0-9០-៩]|\s?[-–/]\s?[0-9០-៩]|\s?[A-Za-z]")
SIGNS: Final = "$€£៛฿¥"
_SIGNED: Final = re.compile(rf"[{SIGNS}]\s?\Z")
_LETTER: Final = re.compile(f"[{LETTER}]")


def currency_words(target: str, source: str) -> str:
    """``target`` with a word for each currency sign whose currency the English ``source`` names.

    ¥ is read as yen or yuan by the English, and stays if that names both or neither. A sum that is
    part of a range, or has a Latin unit ($5m), stays too. Idempotent.
    """
    named = [c for c in CURRENCIES if c.sign in target and re.search(c.names, source, re.I)]
    signs = [currency.sign for currency in named]
    for currency in named:
        if signs.count(currency.sign) == 1:
            target = _after(_before(target, currency), currency)
    return target


def _before(text: str, currency: Currency) -> str:
    """The sign before its number, $5."""
    starts = {number.start: number for number in numbers(text, "km")}
    sign = re.compile(rf"(?<![A-Za-z{SIGNS}])(?<![{SIGNS}]\s){re.escape(currency.sign)}\s?")
    for match in reversed(list(sign.finditer(text))):
        number = starts.get(match.end())
        if number and not _GOES_ON.match(text, number.end):
            text = _worded(text, match.start(), number, number.end, currency.word)
    return text


def _after(text: str, currency: Currency) -> str:
    """The sign after its number, 5$."""
    ends = {number.end: number for number in numbers(text, "km")}
    sign = re.compile(rf"\s?{re.escape(currency.sign)}(?!\s?[0-9០-៩A-Za-z{SIGNS}])")
    for match in reversed(list(sign.finditer(text))):
        number = ends.get(match.start())
        if number and not _SIGNED.search(text, 0, number.start):
            text = _worded(text, number.start, number, match.end(), currency.word)
    return text


def _worded(text: str, start: int, number: Number, end: int, word: str) -> str:
    """``text`` with ``start:end`` replaced by the number and the word, unless it is there."""
    rest = text[end:]
    if rest.lstrip().startswith(word):
        return text[:start] + number.text + rest
    joint = " " if _ENDS_IN_DIGIT.search(number.text) else ""
    gap = " " if _LETTER.match(rest) else ""
    return f"{text[:start]}{number.text}{joint}{word}{gap}{rest}"

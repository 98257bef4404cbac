"""Units that the English counts in and the Khmer does not: per cent, money, lengths, weights."""

import re
from typing import Final

from summarize.khmer.normalise import key

# By what it is called in a message: the English after a number, and all that Khmer writers put.
_UNITS: Final = {
    "percent": (r"%|per\s?cent\b|pc\b", "%|ភាគ|៪"),
    "dollars": (r"(?:(?:US|Australian|Canadian) )?dollars?\b", r"ដុល្លា|ដុលា|ដុល្លៃ|\$|USD"),
    "euros": (r"euros?\b", "អឺរ៉ូ|អ៊ឺរ៉ូ|អឺរូ|អេរ៉ូ|€|EUR"),
    "riels": (r"riels?\b", "រៀល|៛"),
    "kilometres": (r"km\b|kilomet(?:er|re)s?\b", r"គីឡូ|គ\.?ម|[Kk][Mm]"),
    "metres": (r"met(?:er|re)s?\b", r"ម៉ែត|មែត|ម៉ត្រ|[0-9] ?ម\b|[0-9] ?m\b"),
    "miles": (r"miles?\b", "ម៉ាយ|ម៉ៃ|មៃល|ម៉ែល|ម៉ាល|mile|គីឡូ"),
    "kilograms": (r"kg\b|kilo(?:gram)?s?\b", r"គីឡូ|គ\.?ក|[Kk][Gg]"),
    "tonnes": (r"(?:metric )?ton(?:ne)?s?\b", "តោន"),
    "degrees": (r"°|degrees\b", "អង្សា|ដឺក្រេ|°"),
}
_BEFORE: Final = {"dollars": r"\$", "euros": "€"}
_NUMBER: Final = r"(?:[0-9]|\b(?:hundred|thousand|million|billion|trillion))[ -]?"
_AFTER_NUMBER: Final = "|".join(f"(?P<{unit}>{words})" for unit, (words, _) in _UNITS.items())
_ENGLISH: Final = re.compile(f"{_NUMBER}(?:{_AFTER_NUMBER})", re.IGNORECASE)
_SIGN: Final = re.compile("|".join(f"(?P<{u}>{s} ?[0-9])" for u, s in _BEFORE.items()))
_KHMER: Final = {unit: re.compile(key(words)) for unit, (_, words) in _UNITS.items()}


def check(source: str, target: str) -> list[str]:
    """Only units right beside a number; miles may have become kilometres."""
    found = (*_ENGLISH.finditer(source), *_SIGN.finditer(source))
    units = dict.fromkeys(match.lastgroup or "" for match in found)
    if not units:
        return []
    khmer = key(target)
    missing = [unit for unit in units if not _KHMER[unit].search(khmer)]
    return [f"The English counts in {unit}; the Khmer does not." for unit in missing]

"""Months and weekdays that the English names must be named in the Khmer."""

import re
from typing import Final

from summarize.khmer.normalise import key
from summarize.khmer.numbers import numbers
from summarize.khmer.numbers_km import MONTHS

_MONTHS: Final = (
    "January February March April May June July August September October November December"
)
# As much of each name as all its spellings share.
_WEEKDAYS: Final = {
    "Monday": ("ច័ន", "ចន្ទ"),
    "Tuesday": ("អង្គា",),
    "Wednesday": ("ពុធ", "ពុទ្ធ"),
    "Thursday": ("ព្រហ",),
    "Friday": ("សុក្រ",),
    "Saturday": ("សៅរ",),
    "Sunday": ("អាទិត្យ",),
}
_NAME: Final = re.compile(
    rf"\b(?:(?P<month>{'|'.join(_MONTHS.split())})|(?P<day>{'|'.join(_WEEKDAYS)}))s?\b"
)
_IN_TIME: Final = re.compile(
    r"(?:[0-9]|\b(?:in|of|by|since|until|from|to|last|next|early|late|mid))[\s-]+$", re.IGNORECASE
)
_DOUBTFUL: Final = frozenset({"March", "May"})  # also verbs: need a figure or "in" beside them
_STEM: Final = {"កុម្ភៈ": "កុម្ភ", "មិថុនា": "មិថុ", "កក្កដា": "កក្កដ", "ឧសភា": "សភា"}


def check(source: str, target: str) -> list[str]:
    """A month may also be given by its number."""
    names = [match for match in _NAME.finditer(source) if _is_meant(match)]
    if not names:
        return []
    khmer = key(target)
    missing = [match for match in names if not _is_named(match, khmer)]
    return [f"The English names {name}; the Khmer does not." for name in _words(missing)]


def _words(found: list[re.Match[str]]) -> list[str]:
    return list(dict.fromkeys(match["month"] or match["day"] for match in found))


def _is_meant(match: re.Match[str]) -> bool:
    if match["month"] not in _DOUBTFUL:
        return True
    before, after = match.string[: match.start()], match.string[match.end() :]
    return bool(_IN_TIME.search(before) or re.match(r",?\s*[0-9]", after))


def _is_named(match: re.Match[str], khmer: str) -> bool:
    if match["day"]:
        return any(key(name) in khmer for name in _WEEKDAYS[match["day"]])
    index = _MONTHS.split().index(match["month"])
    name = key(_STEM.get(MONTHS[index], MONTHS[index]))
    return name in khmer or any(n.value == index + 1 for n in numbers(khmer, "km"))

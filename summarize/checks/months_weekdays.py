"""Months and weekdays that the English names must be named in the Khmer."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from summarize.english.dates import dates, numeric_dates
from summarize.khmer.normalise import key
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
_WEEKDAYS_IN_FULL: Final = ["ច័ន្ទ", "អង្គារ", "ពុធ", "ព្រហស្បតិ៍", "សុក្រ", "សៅរ៍", "អាទិត្យ"]
# As a number after the word for month, or in a date in figures: ខែ៧, ខែទី៧, 16/7/2019, 7.16.19.
_BY_NUMBER: Final = tuple(
    re.compile(
        rf"ខែ ?(?:ទី ?)?0?{n}(?![0-9])"
        rf"|(?<![0-9])(?:[0-9]{{1,4}}[/.-]0?{n}|0?{n}[/.-][0-9]{{1,2}})[/.-][0-9]{{2}}"
    )
    for n in range(1, len(MONTHS) + 1)
)
_STEM: Final = {"កុម្ភៈ": "កុម្ភ", "មិថុនា": "មិថុ", "កក្កដា": "កក្កដ", "ឧសភា": "សភា"}


@dataclass(frozen=True, slots=True)
class DateName:
    """A month or a weekday, in English and as Khmer newspapers write it."""

    kind: Literal["month", "day"]
    english: str
    khmer: str


_ALL: Final = (
    *(DateName("month", *pair) for pair in zip(_MONTHS.split(), MONTHS, strict=True)),
    *(DateName("day", *pair) for pair in zip(_WEEKDAYS, _WEEKDAYS_IN_FULL, strict=True)),
)
BY_ENGLISH: Final = {name.english: name for name in _ALL}
"""Months and weekdays by their English names."""
_BY_KHMER: Final = {**{name.khmer: name for name in _ALL}, "ចន្ទ": BY_ENGLISH["Monday"]}
_KHMER_NAME: Final = re.compile(
    rf"ខែ ?(?P<month>{'|'.join(MONTHS)})|ថ្ងៃ ?(?P<day>ចន្ទ|{'|'.join(_WEEKDAYS_IN_FULL)})"
)


def check(source: str, target: str) -> list[str]:
    """A month may also be given by its number.

    When all names are there, one that the English does not have stands in the place of another.
    """
    missing, foreign = difference(source, target)
    lost = [f"The English names {name.english}; the Khmer does not." for name in missing]
    return lost or [f"The Khmer names {name.english}; the English does not." for name in foreign]


def difference(source: str, target: str) -> tuple[list[DateName], list[DateName]]:
    """What the English names and the Khmer does not, and what the Khmer names of its own."""
    wanted = list(dict.fromkeys(BY_ENGLISH[date.name] for date in dates(source)))
    khmer = key(target)
    missing = [name for name in wanted if not _is_named(name, khmer)]
    given = [_BY_KHMER[match["month"] or match["day"]] for match in _KHMER_NAME.finditer(target)]
    foreign = [name for name in dict.fromkeys(given) if not _is_known(name, wanted, source)]
    return missing, foreign


def _is_known(name: DateName, wanted: list[DateName], source: str) -> bool:
    """Whether the English has it in some form: in full, in short ("Nov-Feb") or in figures."""
    return (
        name in wanted
        or re.search(rf"\b{name.english[:3]}", source) is not None
        or any(date.name == name.english for date in numeric_dates(source))
    )


def _is_named(name: DateName, khmer: str) -> bool:
    if name.kind == "day":
        return any(key(stem) in khmer for stem in _WEEKDAYS[name.english])
    stem = key(_STEM.get(name.khmer, name.khmer))
    return stem in khmer or _BY_NUMBER[MONTHS.index(name.khmer)].search(khmer) is not None

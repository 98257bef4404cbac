"""Months and weekdays that the Khmer does not name, or puts beside another day of the month.

One that stands in the place of another is for :mod:`summarize.checks.wrong_dates`.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from summarize.english.dates import MONTH_NAMES, dates, numeric_dates, recased
from summarize.khmer.normalise import key
from summarize.khmer.numbers_km import MONTHS

# As much of each name as all its spellings share; not the word for penal, nor a sun or a week.
_WEEKDAYS: Final = {
    "Monday": "ច័ន|ចន្ទ",
    "Tuesday": "អង្គា",
    "Wednesday": "ពុធ|ពុទ្ធ",
    "Thursday": "ព្រហ(?!្ម)",
    "Friday": "សុក្រ",
    "Saturday": "សៅរ",
    "Sunday": "(?<!ព្រះ)(?<![0-9])(?<![0-9] )(?<!មួយ)អាទិត្យ",
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
_STEM: Final = {"កុម្ភៈ": "កុម្ភ", "មិថុនា": "មិថុ", "កក្កដា": "កក្កដ", "ឧសភា": "សភា", "មីនា": "ម[ីិ]នា"}


@dataclass(frozen=True, slots=True)
class DateName:
    """A month or a weekday, in English and as Khmer newspapers write it."""

    kind: Literal["month", "day"]
    english: str
    khmer: str


_ALL: Final = (
    *(DateName("month", *pair) for pair in zip(MONTH_NAMES, MONTHS, strict=True)),
    *(DateName("day", *pair) for pair in zip(_WEEKDAYS, _WEEKDAYS_IN_FULL, strict=True)),
)
BY_ENGLISH: Final = {name.english: name for name in _ALL}
"""Months and weekdays by their English names."""
_BY_KHMER: Final = {**{name.khmer: name for name in _ALL}, "ចន្ទ": BY_ENGLISH["Monday"]}
_KHMER_NAME: Final = re.compile(
    rf"(?:ខែ|ទី ?[0-9]{{1,2}}) ?(?P<month>{'|'.join(MONTHS)})"
    rf"|ថ្ងៃ ?(?P<day>ចន្ទ|{'|'.join(_WEEKDAYS_IN_FULL)})"
)
_DAY: Final = "0?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_WEEKDAY: Final = f"(?P<name>{'|'.join(_WEEKDAYS)})"
_BETWEEN: Final = (
    rf"(?:[\s,(./-]|\b(?:the|of|on|a|night|morning|evening|afternoon|{'|'.join(MONTH_NAMES)})\b"
    r"|\b[A-Z][a-z]{2,3}\b|\b(?:19|20)[0-9]{2}\b){1,8}"
)
_DATED: Final = re.compile(rf"\b{_WEEKDAY}s?{_BETWEEN}{_DAY}\b")
_DATED_AFTER: Final = re.compile(rf"\b{_DAY}{_BETWEEN}{_WEEKDAY}")
_DATED_KHMER: Final = re.compile(
    rf"ថ្ងៃ ?(?P<name>ចន្ទ|{'|'.join(map(key, _WEEKDAYS_IN_FULL))}),? ?(?:ថ្ងៃ ?)?"
    "ទី ?0?(?P<day>[0-9]{1,2})(?![0-9])"
)


def check(source: str, target: str) -> list[str]:
    """A month may also be given by its number."""
    missing, foreign = difference(source, target)
    replaced = {name.kind for name in foreign}
    lost = [name.english for name in missing if name.kind not in replaced]
    return [
        *(f"The English names {name}; the Khmer does not." for name in lost),
        *(
            f"The Khmer gives {name} the date {day}; the English does not."
            for name, day in _moved(source, target)
        ),
    ]


def difference(source: str, target: str) -> tuple[list[DateName], list[DateName]]:
    """What the English names and the Khmer does not, and what the Khmer names of its own."""
    wanted = list(dict.fromkeys(BY_ENGLISH[date.name] for date in dates(source)))
    khmer = key(target)
    missing = [name for name in wanted if not _is_named(name, khmer)]
    given = [_BY_KHMER[match["month"] or match["day"]] for match in _KHMER_NAME.finditer(khmer)]
    foreign = [name for name in dict.fromkeys(given) if not _is_known(name, wanted, source)]
    return missing, foreign


def _is_known(name: DateName, wanted: list[DateName], source: str) -> bool:
    """Whether the English has it in some form: in full, in short ("Nov-Feb") or in figures."""
    return (
        name in wanted
        or re.search(rf"\b(?:{name.english}|{name.english[:3]}[trs]{{0,2}})s?\b", recased(source))
        is not None
        or any(date.name == name.english for date in numeric_dates(source))
    )


def _is_named(name: DateName, khmer: str) -> bool:
    if name.kind == "day":
        return re.search(_WEEKDAYS[name.english], khmer) is not None
    stem = key(_STEM.get(name.khmer, name.khmer))
    return (
        re.search(stem, khmer) is not None
        or _BY_NUMBER[MONTHS.index(name.khmer)].search(khmer) is not None
    )


def _moved(source: str, target: str) -> list[tuple[str, str]]:
    """Weekdays that the Khmer puts beside a day of the month which the English has elsewhere."""
    english = recased(source)
    own = {(m["name"], m["day"]) for m in _DATED.finditer(english)}
    own |= {(m["name"], m["day"]) for m in _DATED_AFTER.finditer(english)}
    given = [(_BY_KHMER[m["name"]].english, m["day"]) for m in _DATED_KHMER.finditer(key(target))]
    return [
        (name, day)
        for name, day in dict.fromkeys(given)
        if (name, day) not in own
        and re.search(rf"\b{name}", english)
        and re.search(rf"(?<![0-9]){day}(?![0-9])", english)
    ]

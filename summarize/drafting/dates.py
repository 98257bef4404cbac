"""Complete a date of which a model dropped a part: where it belongs is told by what is left.

"3 March 2020" that came out as ខែមីនា ឆ្នាំ២០២០ gets its day, one that came out as ឆ្នាំ២០២០ its month.
"""

import re
from typing import Final

from summarize.checks import months_weekdays, numbers
from summarize.english.dates import Date, dates
from summarize.khmer.digits import to_ascii_digits

_YEAR: Final = re.compile(r",?\s(?P<year>(?:19|20)[0-9]{2})\b")
_HAS_DAY: Final = re.compile(r"[0-9] ?$")
_HAS_MONTH: Final = re.compile(r"ខែ ?\S+ ?$")


def complete_date(source: str, target: str) -> tuple[str, str]:
    """``target`` with the part of a date that it lacks, and that part, "" where there is none."""
    named = [date for date in dates(source) if not date.name.endswith("day")]
    for date in named:
        is_only = sum(other.name == date.name for other in named) == 1
        for add in (_month, _day) if is_only else ():
            part, start = add(source, target, date)
            mended = f"{target[:start]}{part} {target[start:]}"
            if part and _faults(source, mended) < _faults(source, target):
                return mended, part
    return target, ""


def _month(source: str, target: str, date: Date) -> tuple[str, int]:
    """The month, with its day, and where it goes: before the year, where there is only one."""
    year = _YEAR.search(source, date.start, date.end + len(", 2020"))
    if not year or source.count(year["year"]) != 1:
        return "", 0
    month = months_weekdays.BY_ENGLISH[date.name]
    missing, _ = months_weekdays.difference(source, target)
    start = _only(rf"ឆ្នាំ ?{year['year']}(?![0-9])", target)
    if month not in missing or start < 0 or _HAS_MONTH.search(target[:start]):
        return "", 0
    return f"{_day_word(date)}ខែ{month.khmer}", start


def _day(source: str, target: str, date: Date) -> tuple[str, int]:
    """The day, and where it goes: before its month, where that is named once."""
    start = _only(rf"ខែ ?{months_weekdays.BY_ENGLISH[date.name].khmer}", target)
    lost, _ = numbers.difference(source, target)
    if start < 0 or _HAS_DAY.search(target[:start]) or date.day not in {n.value for n in lost}:
        return "", 0
    return _day_word(date).rstrip(), start


def _day_word(date: Date) -> str:
    return f"ថ្ងៃទី{date.day} " if date.day else ""


def _only(pattern: str, target: str) -> int:
    """Where ``pattern`` is found, -1 unless that is in one place."""
    found = list(re.finditer(pattern, to_ascii_digits(target)))
    return found[0].start() if len(found) == 1 else -1


def _faults(source: str, target: str) -> int:
    numbers_off = sum(map(len, numbers.difference(source, target)))
    return numbers_off + sum(map(len, months_weekdays.difference(source, target)))

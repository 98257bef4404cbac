"""Times of day: 2pm, 2.30 a.m., 14:30, at two in the afternoon; ម៉ោង ២ រសៀល, ម៉ោង ២:៣០ ព្រឹក."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from summarize.khmer.normalise import key
from summarize.khmer.numbers import numbers
from summarize.khmer.numerals import plain

Half = Literal["am", "pm", ""]
_HOURS: Final = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_HOUR_VALUES: Final = {word: n for n, word in enumerate(_HOURS.split("|"), start=1)}
_HOUR: Final = rf"(?P<hour>[01]?[0-9]|2[0-4]|{_HOURS})"
_PART: Final = r"early\smorning|morning|afternoon|evening|night"
_ENGLISH: Final = re.compile(
    rf"(?<![0-9.:,$£€])\b{_HOUR}(?:[:.][0-5][0-9])?(?:\s?(?P<letter>[ap])\.?m\b"
    rf"|(?:\so[’']clock)?\s(?:in\sthe|at)\s(?P<part>{_PART})\b)"
    r"|(?<![0-9.:,])(?P<late>1[3-9]|2[0-3]):[0-5][0-9](?![0-9:])",
    re.IGNORECASE,
)
_PARTS: Final[dict[str, Half]] = {
    "ព្រឹក": "am",
    "ទៀបភ្លឺ": "am",
    "រំលងអធ្រាត្រ": "am",
    "រំលងអាធ្រាត្រ": "am",
    "ទាបភ្លឺ": "am",
    "ព្រលឹម": "am",
    "ភ្លឺ": "am",
    "រសៀល": "pm",
    "ល្ងាច": "pm",
}
_PARTS_BY_KEY: Final = {key(word): half for word, half in _PARTS.items()}
_NIGHT: Final = "យប់"
_FIRST_EVENING_HOUR: Final = 6  # at night: six to eleven are before midnight
_NOON: Final = 12
_MINUTES: Final = r"(?: ?(?:[:.]|និង|ម៉ោង|និងម៉ោង) ?[0-9]{1,2}(?: ?នាទី)?|កន្លះ| កន្លះ)?"
_KHMER_PART: Final = re.compile(
    rf"{_MINUTES} ?(?:(?:វេលា|ពេល|នា|នៃ) ?)?(?P<part>{'|'.join(map(key, _PARTS))}|{_NIGHT})"
)
_CLOCK: Final = re.compile("ម៉ោង ?(?:ប្រហែល|ប្រមាណ|ជិត|ជាង)? ?$")
_NEAR: Final = 16  # characters in front of a Khmer number that can make it an hour


@dataclass(frozen=True, slots=True)
class Time:
    """An hour from 0 to 12 and the half of the day, "" where none is told."""

    hour: int
    half: Half
    text: str


def english(text: str) -> list[Time]:
    """The times of an English text of which the half of the day is told."""
    return [_english(match) for match in _ENGLISH.finditer(plain(text))]


def khmer(text: str) -> list[Time]:
    """The times of a Khmer text of which the half of the day is told."""
    return list(_khmer(key(text)))


def _english(match: re.Match[str]) -> Time:
    if match["late"]:
        return Time(int(match["late"]) % _NOON, "pm", match[0])
    told = match["hour"].lower()
    hour = _HOUR_VALUES.get(told) or int(told)
    part = (match["part"] or "").lower()
    half: Half = "pm" if hour > _NOON else "am"
    if match["letter"]:
        half = "am" if match["letter"].lower() == "a" else "pm"
    elif part == "night":
        half = _at_night(hour)
    elif "morning" not in part:
        half = "pm"
    return Time(hour % _NOON, half, match[0])


def _khmer(text: str) -> Iterator[Time]:
    for number in numbers(text, "km"):
        hour, near = number.value, max(0, number.start - _NEAR)
        if hour > 24 or hour % 1 or not _CLOCK.search(text[near : number.start]):
            continue
        part = _KHMER_PART.match(text, number.end)
        if hour > _NOON:
            yield Time(int(hour) % _NOON, "pm" if hour < 24 else "am", number.text)
        elif part:
            told = _PARTS_BY_KEY.get(part["part"]) or _at_night(int(hour))
            yield Time(int(hour) % _NOON, told, f"{number.text} {part['part']}")


def _at_night(hour: int) -> Half:
    return "pm" if hour % _NOON >= _FIRST_EVENING_HOUR else "am"

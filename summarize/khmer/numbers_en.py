"""English numbers: 1,234.5, $1.2m, 16th, 1990s, 10:30 pm, twenty-one, a dozen, May, War II."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from math import prod
from typing import Final

from summarize.english.dates import MONTH_NAMES
from summarize.khmer.numerals import NUMERAL, VULGAR, Kind, Number, is_minutes, pieces, readings

_UNITS: Final = "zero one two three four five six seven eight nine ten eleven twelve thirteen "
_TEENS: Final = "fourteen fifteen sixteen seventeen eighteen nineteen"
_ORDINALS: Final = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_SCALES: Final = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "lakh": 10**5,
    "crore": 10**7,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_SHORT_SCALES: Final = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "tn": 10**12,
}
_MONTHS: Final = tuple(name.lower() for name in MONTH_NAMES)


def _cardinals() -> dict[str, int]:
    words = {word: value for value, word in enumerate((_UNITS + _TEENS).split())}
    words |= {word: 10 * index for index, word in enumerate(_TENS.split(), start=2)}
    return words | _SCALES


def _ordinals() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_ORDINALS.split())}
    words |= {f"{word}s": value for word, value in words.items() if value > 2}  # two thirds
    words |= {f"{word[:-1]}ieth": 10 * n for n, word in enumerate(_TENS.split(), start=2)}
    return words | {f"{word}th": value for word, value in _SCALES.items()}


_ORDINAL_VALUES: Final = _ordinals()
_WORD_VALUES: Final = _cardinals() | _ORDINAL_VALUES
_HALF: Final = Decimal("0.5")
_MONTH_VALUES: Final[dict[str, tuple[Decimal, ...]]] = {
    **{month: (Decimal(n),) for n, month in enumerate(_MONTHS, start=1)},
    **{month[:3]: (Decimal(n),) for n, month in enumerate(_MONTHS, start=1)},
    "sept": (Decimal(9),),
}
# Words that a Khmer translator may turn into a figure.
_NAMES: Final[dict[str, tuple[Decimal, ...]]] = {
    **_MONTH_VALUES,
    **dict.fromkeys(["once", "single"], (Decimal(1),)),
    **dict.fromkeys(
        ["twice", "double", "doubled", "doubling", "both", "couple", "pair"], (Decimal(2),)
    ),
    **dict.fromkeys(["twins", "twin", "runner-up", "runners-up"], (Decimal(2),)),
    **dict.fromkeys(["thrice", "triple", "tripled", "triplets", "treble"], (Decimal(3),)),
    **dict.fromkeys(["decade", "decades"], (Decimal(10),)),
    **dict.fromkeys(["century", "centuries", "centenary"], (Decimal(100),)),
    **{f"{word[:-1]}ies": (Decimal(10 * n),) for n, word in enumerate(_TENS.split(), start=2)},
    **{f"{word}fold": (Decimal(n),) for n, word in enumerate(_UNITS.split()) if n > 1},
    "fortnight": (Decimal(2), Decimal(14)),
    "noon": (Decimal(12),),
    "midnight": (Decimal(12), Decimal(0), Decimal(24)),
    **dict.fromkeys(["half", "halves"], (_HALF, Decimal(50), Decimal(2))),
    **dict.fromkeys(["quarter", "quarters"], (_HALF / 2, Decimal(25), Decimal(4))),
    **dict.fromkeys(["quarter past", "quarter of an hour"], (Decimal(15),)),
    "quarter to": (Decimal(45),),
}
# What half of something is in the next smaller unit; half a million is a number of its own.
_HALVED: Final = {
    "minute": 30,
    "hour": 30,
    "past": 30,
    "day": 12,
    "year": 6,
    "dozen": 6,
    "decade": 5,
    "century": 50,
    **{word: scale // 2 for word, scale in _SCALES.items() if scale >= 100},
}
_ROMAN_NUMERALS: Final = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI"
_ROMAN: Final = {numeral: n for n, numeral in enumerate(_ROMAN_NUMERALS.split(), start=1)}

_SCALE_WORD: Final = r"(?:hundred|thousand|lakh|crore|million|billion|trillion)"
_ONE_WORD: Final = "(?:" + "|".join(sorted(_WORD_VALUES, key=len, reverse=True)) + ")"
_AND: Final = rf"and\s+(?!\w+[\s-]+{_SCALE_WORD})"
_NUMBER: Final = re.compile(
    rf"(?P<money>[$£€]\s?)?(?P<digits>{NUMERAL})(?P<vulgar>[{''.join(VULGAR)}])?"
    rf"\+?(?:(?P<scale>(?:[\s-]{_SCALE_WORD})+)s?\b|\s?(?P<short>bn|tn|mn|mln|m|k)\b)?"
    r"(?P<decade>'?s\b)?(?:(?=(?P<half>(?::[0-9]{2})?\s?[ap]\.?m\b)))?"
    r"(?:(?=(?P<minutes>:[0-5][0-9](?![0-9:]))))?"
    rf"|\b(?P<words>{_ONE_WORD}(?:[\s-]+(?:{_AND})?{_ONE_WORD})*)\b"
    rf"(?P<and_half>[\s-]+and[\s-]+a[\s-]+half\b(?:[\s-](?P<of>{_SCALE_WORD})\b)?)?"
    rf"|\bhalf[\s-](?:an?\s)?(?P<halved>{'|'.join(_HALVED)})s?\b"
    r"|\b(?P<one_and_half>an?\s[a-z]{3,12}\sand\sa\shalf)\b"
    r"|\b(?P<name>" + "|".join(sorted(_NAMES, key=len, reverse=True)) + r")\b"
    r"|(?<=[a-z] )(?P<roman>(?-i:[IVX][IVX]+|(?<=War )I|(?<=Phase )I|(?<=Type )I))\b",
    re.IGNORECASE | re.ASCII,
)


def _start() -> re.Pattern[str]:
    """Where a number may begin, told by three letters: most words are passed over at once."""
    thirds: dict[str, set[str]] = {}
    for word in (*_WORD_VALUES, *_NAMES, "half"):
        thirds.setdefault(word[:2], set()).add(word[2])
    begins = (
        "".join(map(_either_case, (*two, "".join(sorted(third)))))
        for two, third in sorted(thirds.items())
    )
    words = rf"{'|'.join(begins)}|[aA](?=[nN]?\s\w+\s[aA][nN][dD]\s)|[IVX]+\b"
    first = "".join(sorted({two[0] for two in thirds} | {"a"}))
    return re.compile(rf"[$£€0-9]|\b(?=[{first}{first.upper()}IVX])(?:{words})", re.ASCII)


def _either_case(letters: str) -> str:
    return f"[{letters}{letters.upper()}]"


_START: Final = _start()
_WORD: Final = re.compile(_ONE_WORD + r"\b", re.IGNORECASE | re.ASCII)


def find(text: str) -> list[Number]:
    """The numbers of an English text in order; ranges are not looked at yet.

    ``text`` has ASCII digits and hyphens.
    """
    found: list[Number] = []
    for match in _matches(text):
        if match["digits"]:
            found += _in_digits(match, text)
        elif match["words"]:
            found += _in_words(match)
        elif match["halved"] or match["one_and_half"]:
            found.append(_half(match))
        else:
            found += _named(match)
    return found


def _matches(text: str) -> Iterator[re.Match[str]]:
    """What :data:`_NUMBER` finds, tried only where a number may begin."""
    end = 0
    for start in _START.finditer(text):
        if start.start() >= end and (match := _NUMBER.match(text, start.start())):
            end = match.end()
            yield match


def _in_digits(match: re.Match[str], text: str) -> list[Number]:
    numeral, start, end = match["digits"], match.start("digits"), match.end()
    if numeral == "00" and is_minutes(text, start):
        return []
    values = readings(numeral, ".")
    if not values or (match["half"] and "." in numeral):  # 16.1.2020, 1.30 am
        return [_in_half_of_day(n, match) for n in pieces(text, start, match.end("digits"))]
    values = [value + VULGAR.get(match["vulgar"] or "", 0) for value in values]
    value, scale = values[0], _scale(match)
    number = Number(value * scale, match.start(), end, text[match.start() : end], scale=scale)
    return [replace(number, others=(*values[1:], *_other_readings(match, value)))]


def _scale(match: re.Match[str]) -> int:
    """The factor of the scale words; a bare m is for millions only after a currency sign."""
    short = (match["short"] or "").lower()
    if short == "m" and not match["money"]:
        return 1
    words = re.findall("[a-z]+", (match["scale"] or "").lower())
    return prod(_SCALES[word] for word in words) * _SHORT_SCALES.get(short, 1)


def _other_readings(match: re.Match[str], value: Decimal) -> list[Decimal]:
    others = set()
    if match["short"] and not match["money"]:  # 5k may be a run, 100 m are mostly metres
        others |= {value, value * _SHORT_SCALES[match["short"].lower()]}
    if match["decade"]:  # the 1990s are the 90s, the 1800s the 19th century
        others |= {value % 100, value // 100 + 1}
    if match["half"] or (value > 12 and match["minutes"]):
        others |= _hours(value)
    return sorted(others - {value * _scale(match)})


def _hours(value: Decimal) -> set[Decimal]:
    """Other ways to tell the hour of a time: 10 pm is 22, 14:00 is 2 pm."""
    return {(value + 12) % 24, value % 12} if value < 24 else set()


def _in_half_of_day(number: Number, match: re.Match[str]) -> Number:
    others = _hours(number.value) - {number.value} if match["half"] else set()
    return replace(number, others=tuple(sorted(others)))


def _in_words(match: re.Match[str]) -> list[Number]:
    """The numbers of a run of number words; "nineteen twenty" is two, "twenty-one" is one."""
    found: list[Number] = []
    for word in _WORD.finditer(match.string, match.start(), match.end("words")):
        value = _WORD_VALUES[word[0].lower()]
        start = word.start()
        if found and (joined := _joined(found[-1], word[0].lower())):
            start, value = found.pop().start, joined
        found.append(_spelled(match.string, start, word, value))
    if match["and_half"]:  # one and a half, a million and a half
        last, end = found.pop(), match.end()
        times = _SCALES[match["of"].lower()] if match["of"] else 1
        half, text = (last.value + _HALF * last.scale) * times, match.string[last.start : end]
        found.append(Number(half, last.start, end, text, kind="words", scale=last.scale * times))
    return found


def _half(match: re.Match[str]) -> Number:
    """Half of a unit, or one and a half of it."""
    if match["one_and_half"]:
        return Number(1 + _HALF, *match.span(), match[0], kind="name")
    word = match["halved"].lower()
    inside, shares = Decimal(_HALVED[word]), (Decimal(50), Decimal(2))
    if scale := _SCALES.get(word, 0) // 100:
        return Number(inside, *match.span(), match[0], (_HALF, *shares), "words", 100 * scale)
    return Number(_HALF, *match.span(), match[0], (*shares, inside), "name")


def _spelled(text: str, start: int, last: re.Match[str], value: int) -> Number:
    """A number in words; an ordinal, or a scale alone ("several million"), counts as a name."""
    word = last[0].lower()
    alone = start == last.start() and word in _SCALES
    kind: Kind = "name" if alone or word in _ORDINAL_VALUES else "words"
    span = text[start : last.end()]
    return Number(Decimal(value), start, last.end(), span, kind=kind, scale=_SCALES.get(word, 1))


def _joined(number: Number, word: str) -> int:
    """``number`` with the next word taken in; 0 when that word begins another number.

    A million five years ago is two: only "one million five" is one.
    """
    is_alone = number.kind == "name" and number.scale >= 1000
    return 0 if is_alone and word not in _SCALES else _join(int(number.value), word)


def _join(total: int, word: str) -> int:
    value = _WORD_VALUES[word]
    if scale := _SCALES.get(word.removesuffix("th")):
        low = total % (scale * 1000 if scale >= 1000 else 1000)
        return total - low + low * scale if 0 < low < max(scale, 100) else 0
    fits_hundred = total >= 100 and total % 100 == 0
    fits_ten = value < 10 and total % 10 == 0 and 20 <= total % 100 <= 90
    return total + value if fits_hundred or fits_ten else 0


def _named(match: re.Match[str]) -> list[Number]:
    name = match["name"]
    values = _NAMES[name.lower()] if name else (Decimal(_ROMAN.get(match["roman"], 0)),)
    if not values[0]:
        return []
    kind: Kind = "month" if name and name.lower() in _MONTH_VALUES else "name"
    return [Number(values[0], match.start(), match.end(), match[0], values[1:], kind)]

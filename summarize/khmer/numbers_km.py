"""Khmer numbers: ១.២៣៤,៥, 1,2 លាន, ៣ម៉ឺន៥ពាន់, ពាន់លាន, សាមសិបប្រាំ, ពាក់កណ្ដាល, ឧសភា.

Words run together in Khmer, so a number word is told by what may not stand beside it (a sign that
would make it part of another word: រយ "hundred" in រយៈ "span", បី "three" in ដើម្បី "in order to"),
never by a word boundary.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, zip_longest
from math import prod
from typing import Final

from summarize.khmer.alphabet import COENG, MARK
from summarize.khmer.numerals import NUMERAL, VULGAR, Kind, Number, is_minutes, pieces, readings

_UNIT_WORDS: Final = "សូន្យ មួយ ពីរ បី បួន ប្រាំ ប្រាំមួយ ប្រាំពីរ ប្រាំបី ប្រាំបួន"
_UNITS: Final = {word: value for value, word in enumerate(_UNIT_WORDS.split())}
_TENS: Final = {
    "ដប់": 10,
    "ម្ភៃ": 20,
    "ម៉្ភៃ": 20,
    "មៃ": 20,
    "សាមសិប": 30,
    "សែសិប": 40,
    "ហាសិប": 50,
    "ហុកសិប": 60,
    "ចិតសិប": 70,
    "ចិត្តសិប": 70,
    "ចឹតសិប": 70,
    "ប៉ែតសិប": 80,
    "បែតសិប": 80,
    "កៅសិប": 90,
}
_SCALES: Final = {
    "រយ": 100,
    "ពាន់": 10**3,
    "ម៉ឺន": 10**4,
    "មុឺន": 10**4,
    "សែន": 10**5,
    "លាន": 10**6,
    "កោដិ": 10**7,
    **dict.fromkeys(["ប៊ីលាន", "ប៊ីលីយ៉ុន", "ប៊ីលៀន", "ប៊ីល្លាន"], 10**9),
    **dict.fromkeys(["ទ្រីលាន", "ទ្រីលីយ៉ុន", "ទ្រីលៀន"], 10**12),
}
_HALF: Final = Decimal("0.5")
_MONTH_NAMES: Final = "មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ"
MONTHS: Final = tuple(_MONTH_NAMES.split())
_NAMES: Final[dict[str, tuple[Decimal, ...]]] = {
    **{month: (Decimal(n),) for n, month in enumerate(MONTHS, start=1)},
    "ពាក់កណ្ដាល": (_HALF, Decimal(50)),
    "ពាក់កណ្តាល": (_HALF, Decimal(50)),
    "ទសវត្ស": (Decimal(10),),
    "សតវត្ស": (Decimal(100),),
    "ទ្វេ": (Decimal(2),),
}
# Units in មួយម៉ោងកន្លះ, one and a half hours.
_HALVED_TIMES: Final = "នាទី|ម៉ោង|ថ្ងៃ|សប្តាហ៍|សប្ដាហ៍|អាទិត្យ|ខែ|ឆ្នាំ|ទសវត្សរ៍|សតវត្សរ៍|ដង"
_HALVED_THINGS: Final = "ដុល្លារ|ភាគរយ|គីឡូម៉ែត្រ|គីឡូក្រាម|គីឡូ|ម៉ែត្រ|តោន|ហិកតា|លីត្រ"
_CLOCK: Final = re.compile("ម៉ោង ?$")


def _either(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_MINUTES: Final = re.compile("[ \u00a0]?នាទី")
_ORDINAL: Final = re.compile("ទី[ \u00a0\u200b]?$")  # ទីពីរ is "second"
_NEAR: Final = 6  # characters in front of a number that can make it an ordinal or a time
_GAP: Final = re.compile("[ \u00a0\u200b]{0,2}")
_UNIT_GAP: Final = re.compile(f"[ \u00a0]?(?:{_HALVED_TIMES}|{_HALVED_THINGS})[ \u00a0]?")
_NOT_INSIDE: Final = f"(?![{MARK}{COENG}])"
_NOT_BELOW: Final = f"(?<!{COENG})"  # the first letter is the foot of another
# ពី "from" before a word that begins with រ ("from the state"), and ហាក់បីដូច "as if".
_NO_NUMBER: Final = "(?!(?<=ពីរ)(?:កឃើញ|បស់|ដ្ឋ|ដូវ|បាយ|បៀប|បប|បួស|ហូត|ហ័ស|យៈ)|(?<=បី)ដូច)"
_SPLIT: Final = "[ \u200b]?"  # some writers put spaces between all words
_UNIT: Final = f"(?:ប្រាំ{_SPLIT}(?:មួយ|ពីរ|បី|បួន)|{_either(_UNITS)})"
_HALF_WORD: Final = "កន្លះ"
_WORDS: Final = (*_UNITS, *_TENS, *_SCALES, *_NAMES, _HALF_WORD)
_FIRST: Final = "".join(sorted({word[0] for word in _WORDS}))
_TOKEN: Final = re.compile(
    f"(?=[0-9{_FIRST}])(?:"  # passes over most letters at once
    f"(?P<digits>{NUMERAL}[{''.join(VULGAR)}]?)"
    f"|{_NOT_BELOW}(?P<word>{_either(_TENS)}(?:{_SPLIT}{_UNIT})?|{_UNIT}){_NO_NUMBER}{_NOT_INSIDE}"
    f"|{_NOT_BELOW}(?<!ភាគ)(?P<scale>{_either(_SCALES)}){_NOT_INSIDE}"
    f"|(?P<half>{_HALF_WORD})|(?P<name>{_either(_NAMES)}))"
)


def find(text: str) -> list[Number]:
    """The numbers of a Khmer text in order; ranges are not looked at yet.

    ``text`` has ASCII digits and hyphens.
    """
    found: list[Number] = []
    for run in _runs(text):
        if run[0].lastgroup == "name":
            values = _NAMES[run[0][0]]
            kind: Kind = "month" if run[0][0] in MONTHS else "name"
            found.append(_number(run, text, values, kind))
        else:
            found += _values(run, text)
    return found


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Tokens that make up one number each; a scale word without a number before it is none."""
    run: list[re.Match[str]] = []
    tokens = list(_TOKEN.finditer(text))
    for token, following in zip_longest(tokens, tokens[1:]):
        if run and not (_is_half_of(run, token) or _continues(run[-1], token, following)):
            yield run
            run = []
        if run or token.lastgroup not in ("scale", "half") or _is_half_of([token], following):
            run.append(token)
    if run:
        yield run


def _is_half_of(run: list[re.Match[str]], token: re.Match[str] | None) -> bool:
    """Whether a run is the half of the scale that follows: កន្លះលាន."""
    if len(run) != 1 or run[0].lastgroup != "half":
        return False
    return token is not None and token.lastgroup == "scale" and _adjacent(run[0], token)


def _continues(last: re.Match[str], token: re.Match[str], following: re.Match[str] | None) -> bool:
    """Whether ``token`` belongs to the number that ``last`` ends: ៣លាន, ៣លាន ៥សែន, មួយរយដប់."""
    if "name" in (last.lastgroup, token.lastgroup):
        return False
    if (
        token.lastgroup == "half"
        and last.lastgroup != "half"
        and _UNIT_GAP.fullmatch(last.string, last.end(), token.start())
    ):
        return True
    if not _adjacent(last, token):
        return False
    if token.lastgroup in ("scale", "half"):
        return last.lastgroup != "half"
    if last.lastgroup != "scale":
        return False
    values = _coefficient(token)
    if not values:
        return False
    if following and following.lastgroup == "scale" and _adjacent(token, following):
        return values[0] * _SCALES[following[0]] < _SCALES[last[0]]
    touching = token.lastgroup == "word" or last.end() == token.start()
    return touching and values[0] < _SCALES[last[0]]


def _adjacent(left: re.Match[str], right: re.Match[str]) -> bool:
    return _GAP.fullmatch(left.string, left.end(), right.start()) is not None


def _coefficient(token: re.Match[str]) -> list[Decimal]:
    """The readings of a number without its scale; empty when the digits are no single number."""
    if token.lastgroup == "digits":
        part = VULGAR.get(token[0][-1], Decimal(0))
        return [value + part for value in readings(token[0].rstrip("".join(VULGAR)), ",")]
    if token.lastgroup == "half":
        return [_HALF]
    word = token[0].replace(" ", "").replace("\u200b", "")
    ten = next((ten for ten in _TENS if word.startswith(ten)), "")
    return [Decimal(_TENS.get(ten, 0) + _UNITS.get(word.removeprefix(ten), 0))]


def _values(run: list[re.Match[str]], text: str) -> list[Number]:
    first = run[0]
    if first[0] == "00" and (is_minutes(text, first.start()) or _MINUTES.match(text, first.end())):
        return []
    values = [_evaluate(run, reading) for reading in _coefficient(first)]
    if not values:
        return pieces(text, first.start(), first.end())
    in_digits = any(token.lastgroup == "digits" for token in run)
    kind: Kind = "digits" if in_digits else "words"
    near = max(0, first.start() - _NEAR)
    if run[-1].lastgroup == "half" and _CLOCK.search(text, near, first.start()):  # half past two
        hour = _number(run[:-1], text, _coefficient(first), kind)
        return [hour, _number(run[-1:], text, [_HALF, Decimal(30)], "name")]
    if kind == "words" and _ORDINAL.search(text, near, first.start()):
        kind = "name"
    return [_number(run, text, values, kind)]


def _evaluate(run: list[re.Match[str]], first: Decimal) -> Decimal:
    parts = [first]
    for before, token in pairwise(run):
        if token.lastgroup == "half":
            parts.append(_HALF * _SCALES.get(before[0], 1))
        elif token.lastgroup != "scale":
            parts.append(_coefficient(token)[0])
        elif before.lastgroup == "scale":  # ២ពាន់៥រយ លាន: what is smaller counts in millions
            scale = _SCALES[token[0]]
            small = sum((part for part in parts if part <= scale), Decimal(0))
            parts = [*(part for part in parts if part > scale), small * scale]
        else:
            parts[-1] *= _SCALES[token[0]]
    return sum(parts, Decimal(0))


def _number(run: list[re.Match[str]], text: str, values: Sequence[Decimal], kind: Kind) -> Number:
    start, end = run[0].start(), run[-1].end()
    scale = prod(_SCALES[token[0]] for token in run if token.lastgroup == "scale")
    return Number(values[0], start, end, text[start:end], tuple(values[1:]), kind, scale)

"""Dates: ថ្ងៃទី១៦ ខែកញ្ញា ឆ្នាំ២០២៥."""

import re
from typing import Final

from summarize.khmer.alphabet import COENG, MARK
from summarize.khmer.digits import to_ascii_digits
from summarize.khmer.numbers_km import MONTHS

_DIGIT: Final = "[0-9០-៩]"
_MONTH: Final = f"(?:{'|'.join(MONTHS)})(?![{MARK}{COENG}])"
_YEAR: Final = f"{_DIGIT}{{4}}(?!{_DIGIT}|[.,]{_DIGIT})"
_DAY_MONTH: Final = re.compile(f"ទី ?({_DIGIT}{{1,2}}) ?(?:ខែ ?)?({_MONTH})")
_MONTH_ALONE: Final = re.compile(f"ខែ ({_MONTH})")
_MONTH_YEAR: Final = re.compile(f"(ខែ{_MONTH}) ?(?:(ឆ្នាំ) ?)?({_YEAR})")
_YEAR_ALONE: Final = re.compile(f"ឆ្នាំ ({_YEAR})")
_DAY: Final = re.compile(f"ថ្ងៃ ទី(?={_DIGIT}{{1,2}} ខែ)")


def space_dates(target: str, source: str) -> str:
    """``target`` with its dates in the form of the press; ខែ and ឆ្នាំ are added where missing.

    A number after a month is taken for a year only if the English ``source`` has it too. Dates in
    figures (16/9/2025) stay, as nobody can tell day from month. Idempotent.
    """
    text = _DAY_MONTH.sub(r"ទី\1 ខែ\2", target)
    text = _MONTH_ALONE.sub(r"ខែ\1", text)
    text = _MONTH_YEAR.sub(lambda match: _with_year(match, source), text)
    return _DAY.sub("ថ្ងៃទី", _YEAR_ALONE.sub(r"ឆ្នាំ\1", text))


def _with_year(match: re.Match[str], source: str) -> str:
    month, word, year = match.groups()
    known = word or to_ascii_digits(year) in re.findall("[0-9]{4}", source)
    return f"{month} ឆ្នាំ{year}" if known else match[0]

"""How long a summary is to be, as people write it: short, 3, 60w, 300c, 3p, standfirst or push."""

import re
from dataclasses import replace
from typing import Final

from summarize.backends.base import CHARACTERS_A_WORD, Form, SummarySpec
from summarize.errors import UsageError

NAMED: Final = {"short": 2, "medium": 3, "long": 5}
MAX_SENTENCES: Final = 50
MAX_WORDS: Final = 2_000
MAX_CHARACTERS: Final = 20_000
FEWEST_WORDS: Final = 5
FEWEST_CHARACTERS: Final = 40
PUSH: Final = 120
"""Characters of a push message, in either language."""
STANDFIRST: Final = SummarySpec(2, words=40, form="standfirst")
WORDS_A_SENTENCE: Final = 12
"""Of the shortest sentences of news: so many may be needed to fill a bound in words."""
_LENGTH: Final = re.compile(r"(?P<number>\d{1,6})(?P<unit>[wcp]?)", re.ASCII)


def spec_of(length: str, *, compress: bool = False) -> SummarySpec:
    """What ``length`` means. Raises ``UsageError``."""
    if length == "push":
        return SummarySpec(1, characters=PUSH, form="push", compress=True)
    if length == "standfirst":
        return replace(STANDFIRST, compress=compress)
    if length in NAMED:
        return SummarySpec(NAMED[length], compress=compress)
    found = _LENGTH.fullmatch(length)
    spec = _counted(int(found["number"]), found["unit"], compress) if found else None
    if spec is None:
        raise UsageError(
            f"length {length!r} is neither short, medium, long nor a number with its unit",
            f"Give --length short, medium, long, a number of sentences from 1 to {MAX_SENTENCES}, "
            f"of words such as 60w, of characters such as 300c, or of points such as 3p; "
            "standfirst; or push.",
        )
    return spec


def _counted(number: int, unit: str, compress: bool) -> SummarySpec | None:
    if unit == "w" and FEWEST_WORDS <= number <= MAX_WORDS:
        return SummarySpec(_room(number), words=number, compress=compress)
    if unit == "c" and FEWEST_CHARACTERS <= number <= MAX_CHARACTERS:
        room = _room(number // CHARACTERS_A_WORD)
        return SummarySpec(room, characters=number, compress=compress)
    if unit in {"", "p"} and 1 <= number <= MAX_SENTENCES:
        form: Form = "points" if unit else "summary"
        return SummarySpec(number, form=form, compress=compress)
    return None


def _room(words: int) -> int:
    return max(1, min(MAX_SENTENCES, words // WORDS_A_SENTENCE))

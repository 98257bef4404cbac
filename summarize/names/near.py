"""Whether Khmer text has a name in a spelling of its own: one letter other, more or less."""

from collections.abc import Iterable
from typing import Final

from summarize.names.sounds import letters

_LEAST: Final = 5
"""Letters that are heard from which one of them may differ; a shorter name has to be whole."""


def is_near(forms: Iterable[str], text: str) -> bool:
    """Whether ``text`` spells one of ``forms``, both keys: signs that are not heard do not count.

    One of five heard letters or more may differ (edit distance within the text, Sellers, 1980).
    """
    heard = [letter for letter, _ in letters(text)]
    return any(_edits(form, heard) <= (len(form) >= _LEAST) for form in map(_heard, forms) if form)


def _heard(form: str) -> list[str]:
    return [letter for letter, _ in letters(form)]


def _edits(form: list[str], heard: list[str]) -> int:
    """The fewest edits that make ``form`` of any part of ``heard``."""
    above = [0] * (len(heard) + 1)
    for row, wanted in enumerate(form, start=1):
        line = [row]
        for column, letter in enumerate(heard):
            other = above[column] + (letter != wanted)
            line.append(min(other, above[column + 1] + 1, line[column] + 1))
        above = line
    return min(above)

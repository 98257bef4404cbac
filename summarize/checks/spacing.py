"""Spaces where Khmer writes none."""

import re
from typing import Final

from summarize.khmer.spacing import join_words

_FAULTS: Final = (
    (re.compile(r"\s[។៕ៗ]"), "There is a space before ។, ៕ or ៗ. Join the sign to the word."),
    (re.compile(r"\S[^\S\n]{2,}(?=\S)"), "There are two spaces in a row. Leave one."),
    (re.compile(r"«\s|\s»"), "There is a space inside « ». Join the marks to the words."),
)


def check(source: str, target: str) -> list[str]:
    """A house may want it otherwise, so these are notes of style."""
    found = [message for fault, message in _FAULTS if fault.search(target)]
    if join_words(target) != target:
        found.append("The words are written apart. Leave spaces between phrases only.")
    return found

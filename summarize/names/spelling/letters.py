"""Latin letters as the model reads them, and Khmer letters as it writes them."""

import re
import unicodedata
from typing import Final

from summarize.khmer.alphabet import BASE, COENG

LONGEST: Final = 40
"""Letters of one word; what goes beyond is no name of a person or a place."""
_LETTERS: Final = str.maketrans(
    {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
_PLAIN: Final = "abcdefghijklmnopqrstuvwxyz'"
_APART: Final = re.compile("[^a-z']+")
_APOSTROPHE: Final = str.maketrans("’‘ʼ`´", "'''''")
_WITHIN: Final = re.compile("(?<=[a-z])[-‐‑](?=[a-z])")
_SYMBOL: Final = re.compile(f"{COENG}[{BASE}]|.", re.DOTALL)
_POSSESSIVE: Final = re.compile(r"(?<=[a-z])'s?(?![a-z])")


def words(latin: str) -> list[str]:
    """The words of a Latin name in plain small letters, hyphens closed up, possessives gone."""
    folded = unicodedata.normalize("NFKD", latin.translate(_APOSTROPHE).lower())
    marked = "".join(c for c in folded.translate(_LETTERS) if not unicodedata.combining(c))
    joined = _POSSESSIVE.sub("", _WITHIN.sub("", marked))
    return [word for part in _APART.split(joined) if (word := part.strip("'"))]


def latin_numbers(word: str) -> list[int]:
    """The numbers of the letters of a word in plain small letters, from 1 on."""
    return [_PLAIN.index(letter) + 1 for letter in word]


def symbols(khmer: str) -> list[str]:
    """The letters and signs of a Khmer word; a subscript is one with the sign before it."""
    return _SYMBOL.findall(khmer)

"""Finding an English name in Khmer letters by its consonants, without a word segmenter.

Khmer spells foreign names by ear, and in many ways: vowels vary, consonants of one kind stand for
each other. What is compared is the order of the kinds of consonants. Sounds that one of the two
scripts often leaves out count for nothing: h, y, w and r after a vowel.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarize.khmer.alphabet import COENG, FINAL, ROBAT, SHIFTER, SIGN, VOWEL

LEAST: Final = 3  # consonants; fewer occur by chance

_KINDS: Final = {
    "K": "កខគឃ",
    "N": "ងញណន",
    "S": "ចឆជឈស",
    "T": "ដឋឌឍតថទធ",
    "P": "បផពភ",
    "M": "ម",
    "R": "រ",
    "L": "លឡ",
    "V": "វ",
}
_KIND: Final = {letter: kind for kind, letters in _KINDS.items() for letter in letters}
_CONSONANT: Final = re.compile(f"[{''.join(_KIND)}]")
_FA: Final = "ហ្វ"  # the f of foreign words: three characters, one consonant
_AS_PHA: Final = "ផ\u00b7\u00b7"
_REST: Final = re.compile(f"(?:·|[{VOWEL}{SHIFTER}{ROBAT}{SIGN}{FINAL}])*")
_VOWEL_LETTER: Final = re.compile(f"[\u17a2\u1799\u17a0\u17a5-\u17b3][{VOWEL}{SHIFTER}{SIGN}]*$")

# Spellings and the consonants they stand for; the first that fits counts.
_SPELLINGS: Final = {
    "tch|sch|ch|sh|dge": "S",
    "th": "T",
    "ph": "P",
    "gh": "",
    "ck": "K",
    "qu": "KV",
    "ng(?![aeiou])": "N",
    "c(?=[eiy])|g(?=[eiy])|[jsz]": "S",
    "[cgkq]": "K",
    "x": "KS",
    "[dt]": "T",
    "[bfp]": "P",
    "n": "N",
    "m": "M",
    "l": "L",
    "r(?=[aeiouy])": "R",
    "v|w(?=[aeiouy])": "V",
}
_SPELLING: Final = re.compile("|".join(f"({spelling})" for spelling in _SPELLINGS))
_SOUNDS: Final = tuple(_SPELLINGS.values())
_DOUBLED: Final = re.compile(r"(.)\1")


@dataclass(frozen=True, slots=True)
class Sounds:
    """The consonants of a name by kind; a small letter follows another without a vowel between.

    ``vowel_first`` tells of a name that begins with a vowel, h or y.
    """

    kinds: str
    vowel_first: bool


@dataclass(frozen=True, slots=True)
class Consonants:
    """The consonants of a Khmer text by kind, subscripts as small letters, with their places."""

    text: str
    kinds: str
    places: tuple[int, ...]


@lru_cache(maxsize=1 << 10)
def sounds(name: str) -> Sounds:
    """The consonants of one English word."""
    word = _DOUBLED.sub(r"\1", name.lower())
    kinds, end = "", 0
    for match in _SPELLING.finditer(word):
        sound = _SOUNDS[(match.lastindex or 1) - 1]
        joined = bool(kinds) and not re.search("[aeiouy]", word[end : match.start()])
        kinds += sound.lower() if joined else sound[:1] + sound[1:].lower()
        end = match.end()
    return Sounds(kinds, word[:1] in "aeiouhy")


@lru_cache(maxsize=1 << 8)
def consonants(text: str) -> Consonants:
    """The consonants of ``text``, which is in the form of :func:`summarize.khmer.normalise.key`."""
    marked = text.replace(_FA, _AS_PHA)
    places = tuple(match.start() for match in _CONSONANT.finditer(marked))
    kinds = [_KIND[marked[i]] for i in places]
    kinds = [
        k.lower() if marked[i - 1 : i] == COENG else k for i, k in zip(places, kinds, strict=True)
    ]
    return Consonants(marked, "".join(kinds), places)


def renderings(name: str, text: str) -> list[str]:
    """What in ``text`` may be ``name`` in Khmer letters, each once, in order.

    ``text`` is in the form of :func:`summarize.khmer.normalise.key`. Empty for a name with fewer
    than ``LEAST`` consonants.
    """
    wanted = sounds(name)
    if len(wanted.kinds) < LEAST:
        return []
    khmer = consonants(text)
    sought, among = wanted.kinds.upper(), khmer.kinds.upper()
    found = []
    start = among.find(sought)
    while start >= 0:
        if rendering := _rendering(wanted, khmer, start):
            found.append(rendering)
        start = among.find(sought, start + 1)
    return list(dict.fromkeys(found))


def _rendering(wanted: Sounds, khmer: Consonants, start: int) -> str:
    """The Khmer word part at ``start``, or "" when it cannot be read as the name."""
    stop = start + len(wanted.kinds)
    given = khmer.kinds[start:stop]
    if any(k.islower() and not w.islower() for k, w in zip(given, wanted.kinds, strict=True)):
        return ""
    first = khmer.places[start]
    rest = _REST.match(khmer.text, khmer.places[stop - 1] + 1)
    end = rest.end() if rest else first
    part = khmer.text[first:end]
    if " " in part or khmer.text[end : end + 1] == COENG:
        return ""
    if wanted.vowel_first:
        vowel = _VOWEL_LETTER.search(khmer.text, 0, first)
        part = vowel[0] + part if vowel else ""
    return part.replace(_AS_PHA, _FA)

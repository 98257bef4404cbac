"""Names found by their sound: in the project's corpus, and in lists of pairs that also hold others.

The Khmer press puts a space on each side of a person's name and within it, so two Latin words in
a row are looked for as two Khmer words in a row.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from summarize.khmer.alphabet import BASE, LETTER
from summarize.khmer.normalise import clean
from summarize.names.spelling.letters import symbols, words
from training.names.alignment import Units, cut

LEAST: Final = -4.0
"""Log probability (nats) a letter and symbol: 99 of 100 known pairs have more than -3.1, 95 of 100
pairs of names that do not belong together less than -5."""
_NAME: Final = re.compile(r"[A-ZÀ-Ž][\w’'-]*[a-zà-ž](?:[ -]+[A-ZÀ-Ž][\w’'-]*[a-zà-ž])+")
_TOKEN: Final = re.compile(f"[{BASE}][{LETTER}]*")
_LONGEST: Final = 24  # characters of a Khmer word of a name
_GENERIC: Final = re.compile("^(?:ទីក្រុង|ប្រទេស|ខេត្ត|ព្រះបាទ|ភាសា)")
_BRACKETS: Final = re.compile(r"\s*[(,].*")

Pair = tuple[str, str]
Pairs = Iterable[Pair]


def in_text(lines: Pairs, units: Units) -> Counter[tuple[Pair, Pair]]:
    """First and second word of names with their Khmer, counted, from pairs of sentences."""
    fits = _judge(units)
    found: Counter[tuple[Pair, Pair]] = Counter()
    for english, khmer in lines:
        beside = list(_beside(clean(khmer)))
        for latin in _NAME.findall(english):
            for first, second in _in_a_row(words(latin)):
                for one, other in beside:
                    if fits(first, one) and fits(second, other):
                        found[(first, one), (second, other)] += 1
    return found


def in_titles(lines: Pairs, units: Units) -> list[tuple[Pair, ...]]:
    """The words of each pair of names that sound alike throughout, word by word."""
    fits, found = _judge(units), []
    for english, khmer in lines:
        latin = words(_BRACKETS.sub("", english))
        forms = _GENERIC.sub("", clean(_BRACKETS.sub("", khmer))).split()
        alike = len(latin) == len(forms) and all(map(_TOKEN.fullmatch, forms))
        if alike and english[:1].isupper() and all(map(fits, latin, forms)):
            found.append(tuple(zip(latin, forms, strict=True)))
    return found


def _in_a_row(parts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Two words of a name, and a word with the next two as one (Pham Minh Chinh)."""
    yield from pairwise(parts)
    yield from ((a, b + c) for a, b, c in zip(parts, parts[1:], parts[2:], strict=False))


def _beside(khmer: str) -> Iterator[tuple[str, str]]:
    tokens = [match for match in _TOKEN.finditer(khmer) if len(match[0]) <= _LONGEST]
    for one, other in pairwise(tokens):
        if khmer[one.end() : other.start()] == " ":
            yield one[0], other[0]


def _judge(units: Units) -> Callable[[str, str], bool]:
    """Whether a Khmer word spells a Latin one."""

    @cache
    def fits(latin: str, khmer: str) -> bool:
        length = len(symbols(khmer))
        if not 1 < len(latin) < 20 or not len(latin) / 4 <= length <= 3 * len(latin) + 2:
            return False
        found = cut((latin,), khmer, units)
        return found is not None and found[1] / (len(latin) + length) > LEAST

    return fits

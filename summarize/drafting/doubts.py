"""The words of a draft that the model itself found unlikely.

Of 74 words below :data:`CHANCE` in 35 rated drafts, 61 % stood in a wrong part, as 20 % of all
words did; usable drafts had 0.2 each, wrong ones 3.3 (``benchmarks/results/doubts.md``).
"""

import math
import re
from collections.abc import Iterator, Sequence
from typing import Final

from summarize.backends.base import Piece, ScoresPieces, Translator
from summarize.drafting.known import wanted
from summarize.glossary import Glossary
from summarize.khmer.normalise import key
from summarize.khmer.words import words
from summarize.records import Stretch

CHANCE: Final = 0.1
"""Probability to the model of a token, given all before it, below which its word is doubtful."""
_LEAST: Final = math.log(CHANCE)


def doubtful(
    translator: Translator, pairs: Sequence[tuple[str, str]], glossary: Glossary
) -> list[tuple[Stretch, ...]]:
    """The doubtful words of the Khmer of each pair, English and Khmer; ``ModelError``.

    None where the translator does not tell. Names of the English that the Khmer has in a form of
    the program or glossary are left out: the model need not know them.
    """
    known = [pair for pair in pairs if all(pair)]
    if not known or not isinstance(translator, ScoresPieces):
        return [()] * len(pairs)
    found = dict(zip(known, translator.pieces(known), strict=True))
    return [unlikely(*pair, found.get(pair, ()), glossary) for pair in pairs]


def unlikely(
    source: str, target: str, pieces: Sequence[Piece], glossary: Glossary
) -> tuple[Stretch, ...]:
    """The Khmer words of ``target`` in which one of ``pieces`` is unlikely, neighbours joined."""
    low = [piece for piece in pieces if piece.score < _LEAST]
    if not low:
        return ()
    named = list(_named(source, target, glossary))
    found: list[Stretch] = []
    for word in _words(target):
        if not _meets(word, low) or _meets(word, named):
            continue
        if found and found[-1].end == word.start:
            found[-1] = Stretch(found[-1].start, word.end)
        else:
            found.append(word)
    return tuple(found)


def _meets(word: Stretch, others: Sequence[Stretch | Piece]) -> bool:
    return any(other.start < word.end and word.start < other.end for other in others)


def _words(target: str) -> Iterator[Stretch]:
    """The Khmer words; what is in no word of the list is one as far as it goes."""
    text = key(target)
    start, end = 0, -1
    for word in words(text if len(text) == len(target) else target):
        if word.is_known or word.start != end:
            if end > start:
                yield Stretch(start, end)
            start = word.start
        end = word.start + len(word.text)
        if word.is_known:
            yield Stretch(start, end)
            start, end = end, -1
    if end > start:
        yield Stretch(start, end)


def _named(source: str, target: str, glossary: Glossary) -> Iterator[Stretch]:
    for name in wanted(source, glossary):
        for form in {name.khmer, *(form for own in name.forms for form in own)} - {""}:
            for match in re.finditer(re.escape(form), target):
                yield Stretch(*match.span())

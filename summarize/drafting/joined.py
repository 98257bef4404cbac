"""A name that the Khmer has between other words without spaces: ចៅក្រម|កែវសារ៉ាន់|បាន.

Only Cambodians by their whole names are looked for, between words that the word list has. In 2,000
sentences of the corpus the names of other sentences are not found once; of 896 of their own, closed
up for this, 701 are found exactly and 4 with a word too many or a letter too few.
"""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from summarize.khmer.titles import TITLES
from summarize.khmer.words import Word, words
from summarize.names.listed import families
from summarize.names.sounds import fits, letters, spellings
from summarize.wordlists import word_set

_RUN: Final = re.compile("[\u1780-\u17d3]+")
_LEAST: Final = 2.0  # mean log odds
_LONGEST: Final = 1.25  # letters for one of the name, and the other way round
_TIE: Final = 1e-6
_NO_END: Final = word_set("បាន អាយុ ដែល ថា គឺ នៅ និង")
"""What stands behind names, and sounds like an end of some."""

Span = tuple[int, int]


def joined(latin: str, target: str) -> Span | None:
    """Where ``target``, a :func:`summarize.khmer.normalise.key`, has the sound of a full name."""
    first, *rest = latin.split()
    if not rest or first.lower() not in families():
        return None
    name = "".join((first, *rest))
    best, found = _LEAST, None
    for run in _RUN.finditer(target):
        if fits([name], run[0])[0].score < _LEAST:
            continue
        for start, end in _spans(run[0], len(spellings(name))):
            score = fits([name], run[0][start:end])[0].score
            if score > best - _TIE:  # of equals the last, which has the least beside the name
                best, found = max(best, score), (run.start() + start, run.start() + end)
    return found


def _spans(run: str, length: int) -> Iterator[Span]:
    """Parts of ``run`` that may be a name of ``length`` sounds, the longer ones first."""
    parts = words(run)
    ends = list(accumulate(len(part.text) for part in parts))
    for first, part in enumerate(parts):
        if part.text in TITLES or (first and not parts[first - 1].is_known):
            continue
        for last in reversed(range(first, len(parts))):
            after = parts[last + 1] if last + 1 < len(parts) else None
            if parts[last].text in _NO_END or (after and not _is_apart(parts[last], after)):
                continue
            heard = len(letters(run[part.start : ends[last]]))
            is_part = part.start > 0 or ends[last] < len(run)
            if is_part and length / _LONGEST <= heard <= length * _LONGEST:
                yield part.start, ends[last]


def _is_apart(word: Word, after: Word) -> bool:
    """Whether ``after`` is a word of its own; what is written twice is not: ចាន់|នី is Channy."""
    heard = [letter for letter, _ in letters(word.text)]
    return after.is_known and heard[-1:] != [letter for letter, _ in letters(after.text)][:1]

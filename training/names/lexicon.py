"""Which Khmer words and names text has, and how often: what tells a word from a mere spelling."""

import lzma
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summarize.khmer.alphabet import LETTER
from summarize.khmer.clusters import check
from summarize.khmer.normalise import key
from summarize.khmer.words import words

LEAST_BETWEEN: Final = 3
LEAST_WORDS: Final = 2
_EVERY: Final = 4  # each such line is cut into words, which takes time
_LONGEST: Final = 24  # characters of a name
_RUN: Final = re.compile(f"[{LETTER}]+")
_PLACE: Final = re.compile("^(?:ភូមិ|ឃុំ|ស្រុក|សង្កាត់|ខេត្ត|ក្រុង|ខណ្ឌ|វត្ត|ទីក្រុង)(?=[ក-ឳ])")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Counts by :func:`summarize.khmer.normalise.key`.

    ``between`` has what stands between spaces, a place also without the word for its kind;
    ``words`` has words of the word list.
    """

    between: Counter[str]
    words: Counter[str]

    def known(self) -> list[str]:
        """What occurs often enough to be no slip, in order."""
        often = {form for form, n in self.between.items() if n >= LEAST_BETWEEN}
        often |= {form for form, n in self.words.items() if n >= LEAST_WORDS}
        return sorted(form for form in often if not check(form))


def counted(lines: Iterable[str]) -> Lexicon:
    """The lexicon of Khmer text."""
    between: Counter[str] = Counter()
    listed: Counter[str] = Counter()
    for number, line in enumerate(lines):
        text = key(line)
        for run in _RUN.findall(text):
            name = _PLACE.sub("", run)
            between.update(form for form in {run, name} if len(form) <= _LONGEST)
        if number % _EVERY == 0:
            listed.update(word.text for word in words(text) if word.is_known)
    return Lexicon(between, listed)


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a text packed by xz."""
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        yield from stream

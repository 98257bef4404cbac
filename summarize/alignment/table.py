"""The links between English stems and Khmer words, and how far each can be relied on.

The table is made by ``training/checks/alignment.py``; Khmer words go by their line in the word list
of :mod:`summarize.khmer.words`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from summarize.english.words import content_stem, words
from summarize.khmer.normalise import key
from summarize.khmer.words import words as khmer_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NUMBERS: Final = frozenset(
    (
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "half",
        "third",
        "quarter",
        "dozen",
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "cent",
        "percent",
    )
)
"""Those in words may be digits in the Khmer; other checks compare them."""
PAGE: Final = Path(__file__).with_name("data") / "links.npz"


@dataclass(frozen=True)
class Links:
    """``rows`` numbers the stems; the other tables go by that number, or by that of a word.

    ``rendered`` and ``chance`` are shares of a stem that a link of it renders in its own sentence
    and in any; ``explained`` and ``met`` are the same of a Khmer word.
    """

    rows: Mapping[str, int]
    ends: tuple[int, ...]
    links: "NDArray[np.uint16]"
    rendered: tuple[float, ...]
    chance: tuple[float, ...]
    explained: tuple[float, ...]
    met: tuple[float, ...]

    @cached_property
    def _seen(self) -> dict[int, frozenset[int]]:
        return {}

    def of(self, row: int) -> frozenset[int]:
        """The numbers of the Khmer words that may render a stem."""
        found = self._seen.get(row)
        if found is None:
            start = self.ends[row - 1] if row else 0
            found = self._seen[row] = frozenset(self.links[start : self.ends[row]].tolist())
        return found


@lru_cache(maxsize=1)
def links() -> Links:
    """The shipped table."""
    import numpy as np

    with np.load(PAGE) as data:
        stems = data["stems"].tobytes().decode().split("\n")
        return Links(
            {stem: row for row, stem in enumerate(stems)},
            tuple(data["ends"].tolist()),
            data["links"],
            *(tuple(data[name].tolist()) for name in ("rendered", "chance", "explained", "met")),
        )


@lru_cache(maxsize=1 << 8)
def content(english: str) -> tuple[str, ...]:
    """The stems of the words that carry content, in order; numbers carry none here."""
    stems = map(content_stem, words(english))
    return tuple(s for s in stems if s and s not in _NUMBERS and not s.isdigit())


def words_of(khmer: str) -> list[str]:
    """The known words of a Khmer text, in order."""
    return [word.text for word in khmer_words(key(khmer)) if word.is_known]


def is_ordinary(word: str) -> bool:
    """Whether English text has ``word`` in small letters: a word, and no mere name."""
    stem = content_stem(word.lower())
    return not stem or stem in links().rows

"""How well Khmer text spells an English name by ear, whatever the romanisation.

The table is made by ``training/checks/sounds.py``: how much likelier each Khmer letter is where a
Latin spelling stands than anywhere (log odds), and what a letter costs that one of the two scripts
leaves out. A name is aligned with the part of the text that spells it best (Smith and Waterman,
1981, over the whole name).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from summarize.english.forms import normalised

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.intp]

PAGE: Final = Path(__file__).with_name("data") / "sounds.tsv"
_NOT_LATIN: Final = re.compile("[^a-z]+")
_DOUBLED: Final = re.compile(r"([^aeiou])\1")
_SPELLING: Final = re.compile("tch|sch|ch|sh|th|ph|kh|gh|ng|nh|ny|ck|qu|zh|dj|[aeiouy]+|[a-z]")
_LETTER: Final = re.compile("ហ្វ|ហ្គ|ហ្ស|្?[ក-អ]៍|្?[ក-អ]|[ឥ-ឳ]|[ា-ៅំះៈ]")
_LONGEST: Final = 60  # letters of a name that count
_SILENT: Final = "៍"
_COENG: Final = "្"


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a text spells a name: the mean log odds a spelling, and where the part ends."""

    score: float
    end: int


def spellings(name: str) -> list[str]:
    """The parts of a Latin name that stand for one sound each: Chhoun is ch, h, ou, n."""
    plain = _NOT_LATIN.sub("", normalised(name))
    return _SPELLING.findall(_DOUBLED.sub(r"\1", plain))


def letters(text: str) -> list[tuple[str, int]]:
    """The Khmer letters of ``text`` that are heard, subscripts as plain ones, with their places."""
    return [
        (match[0].lstrip(_COENG), match.start())
        for match in _LETTER.finditer(text)
        if not match[0].endswith(_SILENT)
    ]


def fits(names: Sequence[str], text: str) -> list[Fit]:
    """How well ``text``, a :func:`summarize.khmer.normalise.key`, spells each of ``names``.

    A name without Latin letters fits nothing (score 0, no end).
    """
    import numpy as np

    table = _table()
    heard = [(table.letters[letter], at) for letter, at in letters(text) if letter in table.letters]
    parts = (_known(spellings(name[:_LONGEST]), table) for name in names)
    rows = [[table.rows[part] for part in own] for own in parts]
    if not heard or not any(rows):
        return [Fit(0.0, -1) for _ in names]
    columns = np.array([column for column, _ in heard])
    longest = max(map(len, rows))
    padded = np.array([row + [table.end] * (longest - len(row)) for row in rows])
    best = _aligned(padded, columns, table)
    ends = best.argmax(axis=1)
    return [
        Fit(float(best[i, end]) / len(row), heard[end - 1][1]) if row else Fit(0.0, -1)
        for i, (row, end) in enumerate(zip(rows, ends, strict=True))
    ]


def _aligned(rows: "Numbers", columns: "Numbers", table: "_Table") -> "Floats":
    """The best score of each name that ends at each letter, before the first one too."""
    import numpy as np

    more = np.concatenate([[0.0], np.cumsum(table.more[columns])]).astype(np.float32)
    odds = table.odds[:, columns]
    best = np.zeros((len(rows), len(columns) + 1), np.float32)
    for parts in rows.T:
        step = best + table.lost[parts][:, None]
        np.maximum(step[:, 1:], best[:, :-1] + odds[parts], out=step[:, 1:])
        best = np.maximum.accumulate(step - more, axis=1) + more
    return best


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows are spellings, columns letters; row ``end`` stands for the end of a name."""

    rows: dict[str, int]
    letters: dict[str, int]
    odds: "Floats"
    lost: "Floats"
    more: "Floats"
    end: int


def _known(parts: list[str], table: _Table) -> list[str]:
    """The parts as the table has them: a rare run of vowels as its first vowel."""
    return [part if part in table.rows else part[0] for part in parts]


@lru_cache(maxsize=1)
def _table() -> _Table:
    import numpy as np

    head, more, *lines = (line.split("\t") for line in PAGE.read_text("utf-8").splitlines())
    odds = np.array([line[2:] for line in lines], np.float32) / 10
    lost = np.array([line[1] for line in lines], np.float32) / 10
    nothing = np.full((1, odds.shape[1]), -100, np.float32)
    return _Table(
        {line[0]: row for row, line in enumerate(lines)},
        {letter: column for column, letter in enumerate(head[2:])},
        np.concatenate([odds, nothing]),
        np.append(lost, np.zeros(1, np.float32)),
        (np.array(more[2:], np.float32) / 10).astype(np.float32),
        len(lines),
    )

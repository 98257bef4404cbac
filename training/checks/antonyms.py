"""Fit the table of opposites: ``python -m training.checks.antonyms [--text FILE …]``.

``antonym_choices.tsv`` beside this file has every word that might excuse an opposite. Only those
are kept that excuse a line of the corpus or of ``--text`` for the price of little damage missed
(a greedy hitting set): each costs what it hides.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summarize.checks.antonyms import DOUBTFUL, PAGE, pattern, phrases
from summarize.khmer.normalise import key
from training.checks.alignment import read

CHOICES: Final = Path(__file__).with_name("antonym_choices.tsv")
WORTH: Final = 0.02
"""Lines excused for each damaged line that is hidden, from which an excuse is kept."""


@dataclass(frozen=True, slots=True)
class Line:
    """A pair in the form that the check looks at."""

    english: str
    khmer: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Excuse:
    """A doubtful word, ``column`` 1 of the Khmer meaning or 2 of the English opposite."""

    column: int
    word: str

    def holds(self, line: Line, wrong: Iterable[str] = ()) -> bool:
        """Whether the word stands in the line, outside the ``wrong`` ones."""
        plain = self.word.removeprefix(DOUBTFUL)
        if self.column == 1:
            text = line.khmer
            for form in wrong:
                text = text.replace(form, "\n")
            return key(plain) in text
        return bool(pattern([plain]).search(line.english))


def fitted(row: str, lines: Sequence[Line]) -> str:
    """``row`` with the excuses that are worth it."""
    cells = [cell.split("|") for cell in row.split("\t")]
    said = pattern(word for word in cells[0] if not word.startswith(DOUBTFUL))
    mine = [line for line in lines if said.search(line.english)]
    sure = [Excuse(c, w) for c in (1, 2) for w in cells[c] if not w.startswith(DOUBTFUL)]
    excuses = [Excuse(c, w) for c in (1, 2) for w in cells[c] if w.startswith(DOUBTFUL)]
    wrong = {key(word) for word in cells[3] if not word.startswith(DOUBTFUL)}
    right = {key(excuse.word) for excuse in sure if excuse.column == 1}
    false = [
        line for line in mine if wrong & line.words and not any(e.holds(line, wrong) for e in sure)
    ]
    true = [line for line in mine if right & line.words and not wrong & line.words]
    hidden = {e: sum(e.holds(_damaged(line, right)) for line in true) for e in excuses}
    kept: set[Excuse] = set()
    while false:
        covered = Counter(e for line in false for e in excuses if e.holds(line, wrong))
        best = max(covered, key=lambda e: covered[e] / (hidden[e] + 0.5), default=None)
        if best is None or covered[best] / (hidden[best] + 0.5) < WORTH:
            break
        kept.add(best)
        false = [line for line in false if not best.holds(line, wrong)]
    print(cells[0][0], len(mine), "left", len(false), "kept", len(kept), "of", len(excuses))
    cells[0] = [word for word in cells[0] if not word.startswith(DOUBTFUL)]
    for column in (1, 2):
        cells[column] = [
            w for w in cells[column] if not w.startswith(DOUBTFUL) or Excuse(column, w) in kept
        ]
    cells[3] = [word for word in cells[3] if not word.startswith(DOUBTFUL)]
    return "\t".join("|".join(cell) for cell in cells)


def _damaged(line: Line, right: set[str]) -> Line:
    """The line without the words of the meaning, as a damaged one would be."""
    text = re.sub("|".join(map(re.escape, sorted(right, key=len, reverse=True))), "\n", line.khmer)
    return Line(line.english, text, line.words)


def _turned(row: str) -> str:
    english, khmer, opposite, wrong = row.split("\t")
    return "\t".join((opposite, wrong, english, khmer))


def main() -> None:
    """Read the arguments, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, nargs="*", default=())
    lines = [Line(e.lower(), key(k), phrases(key(k))) for e, k in read(parser.parse_args().text)]
    head, *rows = CHOICES.read_text("utf-8").splitlines()
    both = [way for row in rows for way in (row, _turned(row))]
    PAGE.write_text("\n".join([head, *(fitted(row, lines) for row in both)]) + "\n", "utf-8")


if __name__ == "__main__":
    main()

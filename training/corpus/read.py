"""The files of the corpus: one pair a line, and in articles a line ``#`` between two of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
BETWEEN: Final = "#"
Line = tuple[str, str]


def files() -> list[Path]:
    """All files of the corpus, sentences first."""
    return [*sorted(FOLDER.glob("sentences/*.tsv")), *sorted(FOLDER.glob("articles/*.tsv"))]


def lines_of(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of ``path`` that hold pairs, with their numbers from 1."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line != BETWEEN:
            yield number, line


def pairs() -> list[Line]:
    """All pairs of the corpus, English first. Raises ``ValueError`` on a line of another form."""
    found = []
    for path in files():
        for number, line in lines_of(path):
            english, tab, khmer = line.partition("\t")
            if not (tab and english and khmer) or "\t" in khmer:
                raise ValueError(f"{path.name}, line {number}: not English, tab, Khmer")
            found.append((english, khmer))
    return found

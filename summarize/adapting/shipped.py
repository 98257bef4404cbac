"""Bilingual text that comes with the program: the project's own news corpus, CC0."""

import lzma
from pathlib import Path
from typing import Final

from summarize.adapting.pairs import Pair

_FOLDER: Final = Path(__file__).parent / "data"
CORPUS: Final = _FOLDER / "corpus.tsv.xz"
"""A sample, learned beside what a desk approved, so that nothing else is forgotten."""
GENERAL: Final = _FOLDER / "general.tsv.xz"
"""News sentences that nothing was ever trained on, to tell whether something is forgotten."""
CONFIG: Final = Path(__file__).with_name("config.toml")
"""Every figure that steers what is learned on a desk."""


def read(path: Path) -> list[Pair]:
    """The pairs of one of the files; they are clean."""
    lines = lzma.decompress(path.read_bytes()).decode("utf-8").splitlines()
    return [Pair(*line.split("\t")) for line in lines]

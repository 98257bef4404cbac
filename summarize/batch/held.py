"""Articles set apart: those with drafts too doubtful to lie among the others."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from summarize.confidence import LEVELS, Level

Hold = Literal["wrong", "check"]
"""The best level at which a sentence holds back its article."""
FOLDER: Final = "held"
"""Below the output folder, with the same tree within."""


def is_held(levels: Mapping[Level, int], hold: Hold | None) -> bool:
    """Whether an article with so many sentences of each level is held back."""
    return hold is not None and any(levels.get(one) for one in LEVELS[LEVELS.index(hold) :])


def is_in_folder(files: Iterable[str]) -> bool:
    """Whether ``files``, paths below the output folder, are those of an article held back."""
    return any(name.startswith(f"{FOLDER}/") for name in files)


def held(place: str) -> str:
    """The place of an article that is held back, which has ``place`` otherwise."""
    return f"{FOLDER}/{place}"

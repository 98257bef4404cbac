"""A Khmer word that nothing in the English stands for and that does not belong where it is."""

from typing import Final

from summarize.alignment.strange import strangest
from summarize.names.entities import is_khmer_name

_LEAST: Final = 0.5  # log odds; 4 % of the human translations of the project's news have more


def check(source: str, target: str) -> list[str]:
    """The strangest word of the sentence, where it is strange enough and no name of a place."""
    word, odds = strangest(source, target)
    if odds < _LEAST or is_khmer_name(word):
        return []
    return [
        f"Nothing in the English stands for {word}, and nothing near it goes with it. Is it wrong?"
    ]

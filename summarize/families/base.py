"""What one kind of model wants as input and gives as output: tokens and language codes."""

from collections.abc import Sequence
from typing import Protocol

from summarize.tokens import Tokens


class Family(Protocol):
    """Turns text into the tokens of one kind of model, and tokens into text."""

    @property
    def input_limit(self) -> int:
        """The most source tokens that one input may have."""

    def encode(self, texts: Sequence[str], source: str = "en", target: str = "km") -> list[Tokens]:
        """Tokens of each text; ``source`` and ``target`` are ISO 639-1 codes.

        Nothing is cut: the caller compares lengths with :attr:`input_limit`.
        """

    def decode(self, tokens: Sequence[str]) -> str:
        """The text of output tokens, without special tokens."""

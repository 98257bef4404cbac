"""What the families share: special tokens around the pieces of a text."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.engines.base import Tokens
from summarize.families.pieces import Pieces

END = "</s>"


@dataclass(frozen=True, slots=True)
class Frame:
    """Special tokens around a source text, and those that its output must begin with."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = (END,)
    prefix: tuple[str, ...] = ()


class TokenizerFamily(ABC):
    """A family whose models come with a tokenizer; the subclass knows the special tokens.

    ``stated_target`` is the only target language of a model, where its files name one.
    """

    def __init__(self, pieces: Pieces, input_limit: int, stated_target: str | None = None) -> None:
        self._pieces = pieces
        self._input_limit = input_limit
        self._stated_target = stated_target

    @property
    def input_limit(self) -> int:
        """The most source tokens that one input may have."""
        return self._input_limit

    @abstractmethod
    def frame(self, source: str, target: str) -> Frame:
        """Special tokens for a pair of ISO 639-1 codes. Raises ``ModelError`` for other pairs."""

    def encode(self, texts: Sequence[str], source: str = "en", target: str = "km") -> list[Tokens]:
        """Tokens of each text; special tokens spelt out in a text stay text."""
        frame = self.frame(source, target)
        if not texts:
            return []
        found = self._pieces.split([self.prepare(text) for text in texts])
        return [Tokens((*frame.before, *one, *frame.after), frame.prefix) for one in found]

    def prepare(self, text: str) -> str:
        """Change what this kind of tokenizer would misread; by default nothing."""
        return text

    def decode(self, tokens: Sequence[str]) -> str:
        """Text of output tokens; special tokens are dropped."""
        special = self.special_tokens()
        return self._pieces.join([token for token in tokens if token not in special]).strip()

    def special_tokens(self) -> frozenset[str]:
        """Tokens that are no text."""
        return self._pieces.special

    def knows(self, token: str) -> bool:
        """Whether the vocabulary has ``token``."""
        return token in self._pieces.vocabulary

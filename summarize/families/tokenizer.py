"""What the families share: special tokens around the pieces of a text."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from summarize.errors import ModelError
from summarize.families.pieces import UNKNOWN, Pieces
from summarize.tokens import Tokens

END = "</s>"


@dataclass(frozen=True, slots=True)
class Frame:
    """Special tokens around a source text, and those that its output must begin with."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = (END,)
    prefix: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """The most tokens of one input, and of one output with what it begins with."""

    source: int
    target: int


class TokenizerFamily(ABC):
    """A family whose models come with a tokenizer; the subclass knows the special tokens.

    ``stated_target`` is the only target language of a model, where its files name one.
    ``begins`` counts the tokens that every output begins with, the decoder's start token among
    them; ``engines`` are those that run the family, the preferred one first, and ``library`` is
    what the engine ``transformers`` runs it with. ``beam`` is how wide to search where a model
    does not say.
    """

    begins: ClassVar[int] = 1
    beam: ClassVar[int] = 4
    library: ClassVar[str] = "transformers"
    engines: ClassVar[tuple[str, ...]] = ("ctranslate2", "transformers")

    def __init__(self, pieces: Pieces, input_limit: int, stated_target: str | None = None) -> None:
        self._pieces = pieces
        self._input_limit = input_limit
        self._stated_target = stated_target

    @property
    def input_limit(self) -> int:
        """The most source tokens that one input may have."""
        return self._input_limit

    @classmethod
    def limits(cls, config: Mapping[str, Any]) -> Limits:
        """What a config.json allows; by default, as many tokens as there are positions."""
        positions = int(config["max_position_embeddings"])
        return Limits(positions, positions)

    @abstractmethod
    def frame(self, source: str, target: str) -> Frame:
        """Special tokens for a pair of ISO 639-1 codes. Raises ``ModelError`` for other pairs."""

    def encode(self, texts: Sequence[str], source: str = "en", target: str = "km") -> list[Tokens]:
        """Tokens of each text; special tokens spelt out in a text mean nothing.

        Most tokenizers take them for text. Where one does not, they count as unknown words: an
        article must not end its own source.
        """
        frame = self.frame(source, target)
        if not texts:
            return []
        special = self.special_tokens()
        found = self._pieces.split([self.prepare(text) for text in texts])
        plain = [[UNKNOWN if token in special else token for token in one] for one in found]
        return [Tokens((*frame.before, *one, *frame.after), frame.prefix) for one in plain]

    def prepare(self, text: str) -> str:
        """Change what this kind of tokenizer would misread; by default nothing."""
        return text

    def decode(self, tokens: Sequence[str]) -> str:
        """Text of output tokens; special ones and those that only fill a model up are dropped."""
        special = self.special_tokens()
        words = [token for token in tokens if self.knows(token) and token not in special]
        return self._pieces.join(words).strip()

    def special_tokens(self) -> frozenset[str]:
        """Tokens that are no text."""
        return self._pieces.special

    def knows(self, token: str) -> bool:
        """Whether the vocabulary has ``token``."""
        return token in self._pieces.vocabulary


def require_summary(kind: str, source: str, target: str) -> None:
    """Refuse to translate with ``kind`` of model, which summarises. Raises ``ModelError``."""
    if source != target:
        raise ModelError(
            f"{kind} summarises; it does not translate",
            "Name it with --summarizer, and give --translator a translation model.",
        )

"""Decoder-only models that continue a prompt, read with ``tokenizers`` alone."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.errors import ModelCorruptedError, ModelError
from summarize.tokens import Tokens

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LANGUAGES = ("en", "km")


class Causal:
    """English to Khmer by a prompt with the slot ``{source}``, after the token ``start``.

    ``input_limit`` counts the tokens of the whole prompt.
    """

    def __init__(self, tokenizer: "Tokenizer", prompt: str, start: str, input_limit: int) -> None:
        self._tokenizer = tokenizer
        self._prompt = prompt
        self._start = start
        self._limit = input_limit

    @property
    def input_limit(self) -> int:
        """See :class:`summarize.families.base.Family`."""
        return self._limit

    def encode(self, texts: Sequence[str], source: str = "en", target: str = "km") -> list[Tokens]:
        """See :class:`summarize.families.base.Family`.

        White space is collapsed: a line break would end the source in the eyes of the model.
        """
        if (source, target) != LANGUAGES:
            raise ModelError(f"this model translates en to km, not {source} to {target}")
        prompts = [self._prompt.format(source=" ".join(text.split())) for text in texts]
        encodings = self._tokenizer.encode_batch(prompts, add_special_tokens=False)
        return [Tokens((self._start, *encoding.tokens)) for encoding in encodings]

    def continuations(
        self, texts: Sequence[str]
    ) -> list[tuple[Tokens, tuple[tuple[int, int], ...]]]:
        """The tokens of each Khmer text as it follows its prompt, and where each token stands."""
        encodings = self._tokenizer.encode_batch(
            [f" {text}" for text in texts], add_special_tokens=False
        )
        return [
            (
                Tokens(tuple(one.tokens)),
                tuple((max(0, start - 1), end - 1) for start, end in one.offsets),
            )
            for one in encodings
        ]

    def decode(self, tokens: Sequence[str]) -> str:
        """See :class:`summarize.families.base.Family`. Bytes of incomplete characters are lost."""
        ids = [self._tokenizer.token_to_id(token) for token in tokens]
        text: str = self._tokenizer.decode(
            [i for i in ids if i is not None], skip_special_tokens=True
        )
        return text.replace("\ufffd", "").strip()


def load_tokenizer(path: Path) -> "Tokenizer":
    """Read a ``tokenizer.json``. Raises ``ModelCorruptedError``."""
    from tokenizers import Tokenizer

    try:
        return Tokenizer.from_file(str(path))
    except Exception as error:  # the library raises nothing more precise
        raise ModelCorruptedError(
            f"the tokenizer {path} cannot be read: {error}",
            "Delete its folder; it is made again on the next run.",
        ) from error

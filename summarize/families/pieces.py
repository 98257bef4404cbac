"""Text to subword strings and back, by the files of a tokenizer.

Readers of the same tokenizers: the hub's own class, which takes seconds to import (it brings
torch), and light ones on the libraries beneath it, for the everyday run. A test holds them to
the same answers.
"""

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from summarize.errors import ModelCorruptedError

UNKNOWN = "<unk>"
NAMED = ("bos_token", "eos_token", "pad_token", "unk_token", "sep_token", "mask_token", "cls_token")


class Pieces(Protocol):
    """What a family needs of a tokenizer."""

    @property
    def vocabulary(self) -> frozenset[str]:
        """All tokens, special ones included."""

    @property
    def special(self) -> frozenset[str]:
        """Tokens that are no text."""

    def split(self, texts: Sequence[str]) -> list[list[str]]:
        """Tokens of each text, none added and none cut.

        Some tokenizers take special tokens that are spelt out in a text for what they mean.
        """

    def join(self, tokens: Sequence[str]) -> str:
        """Text of tokens that are not special."""


class HubPieces:
    """A loaded tokenizer of transformers."""

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer
        self.special = frozenset(tokenizer.all_special_tokens)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """See :class:`Pieces`."""
        return frozenset(self._tokenizer.get_vocab())

    def split(self, texts: Sequence[str]) -> list[list[str]]:
        """See :class:`Pieces`."""
        ids = self._tokenizer(
            list(texts), add_special_tokens=False, split_special_tokens=True, verbose=False
        )["input_ids"]
        return [self._tokenizer.convert_ids_to_tokens(found) for found in ids]

    def join(self, tokens: Sequence[str]) -> str:
        """See :class:`Pieces`."""
        text: str = self._tokenizer.convert_tokens_to_string(list(tokens))
        return text


class FastPieces:
    """A ``tokenizer.json``, read by the library tokenizers."""

    def __init__(self, folder: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._tokenizer.encode_special_tokens = True
        added = self._tokenizer.get_added_tokens_decoder().values()
        self.special = frozenset(token.content for token in added if token.special)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """See :class:`Pieces`."""
        return frozenset(self._tokenizer.get_vocab())

    def split(self, texts: Sequence[str]) -> list[list[str]]:
        """See :class:`Pieces`."""
        found = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        # Not encoding.tokens: those of unigram models spell out what the vocabulary lacks.
        return [[self._names[i] for i in encoding.ids] for encoding in found]

    @cached_property
    def _names(self) -> dict[int, str]:
        return {i: token for token, i in self._tokenizer.get_vocab().items()}

    def join(self, tokens: Sequence[str]) -> str:
        """See :class:`Pieces`."""
        text: str = self._tokenizer.decoder.decode(list(tokens))
        return text


class SentencePieces:
    """A vocabulary in ``vocab.json`` with SentencePiece models for source and target."""

    def __init__(self, folder: Path, source: str, target: str) -> None:
        from sentencepiece import SentencePieceProcessor

        self._source = SentencePieceProcessor(model_file=str(folder / source))
        self._target = SentencePieceProcessor(model_file=str(folder / target))
        self._pieces = frozenset(_read(folder / "vocab.json"))
        added = folder / "added_tokens.json"
        codes = frozenset(_read(added)) if added.is_file() else frozenset[str]()
        self.vocabulary = self._pieces | codes
        self.special = codes | _named(_read(folder / "tokenizer_config.json"))

    def split(self, texts: Sequence[str]) -> list[list[str]]:
        """See :class:`Pieces`."""
        return [
            [piece if piece in self._pieces else UNKNOWN for piece in found]
            for found in self._source.encode(list(texts), out_type=str)
        ]

    def join(self, tokens: Sequence[str]) -> str:
        """See :class:`Pieces`."""
        text: str = self._target.decode_pieces(list(tokens))
        return text.replace("▁", " ")  # left by pieces that only the source model has


class NumberedPieces:
    """A SentencePiece model that is all there is: its own numbers are those of the model."""

    def __init__(self, file: Path) -> None:
        from sentencepiece import SentencePieceProcessor

        self._processor = SentencePieceProcessor(model_file=str(file))
        numbers = range(len(self._processor))
        self.names = tuple(self._processor.id_to_piece(i) for i in numbers)
        self.numbers = {name: i for i, name in enumerate(self.names)}
        self.vocabulary = frozenset(self.names)
        self.special = frozenset(
            self.names[i]
            for i in numbers
            if self._processor.is_control(i) or self._processor.is_unknown(i)
        )

    def split(self, texts: Sequence[str]) -> list[list[str]]:
        """See :class:`Pieces`; symbols that the model defines, as ``<2km>``, are recognised."""
        found = self._processor.encode(list(texts), out_type=int)
        return [[self.names[i] for i in ids] for ids in found]

    def join(self, tokens: Sequence[str]) -> str:
        """See :class:`Pieces`."""
        text: str = self._processor.decode_pieces(list(tokens))
        return text


def numbered_pieces(folder: Path) -> NumberedPieces:
    """The one SentencePiece model in ``folder``, whatever its name. Raises ``ValueError``."""
    found = sorted(folder.glob("*.model"))
    if len(found) != 1:
        raise ValueError(
            f"{len(found) or 'no'} SentencePiece model{'s' * (len(found) > 1)} (*.model) beside it"
        )
    return NumberedPieces(found[0])


def light_pieces(folder: Path) -> Pieces:
    """Read the tokenizer of a conversion: as transformers 5 saves it, or SentencePiece alone.

    Raises ``ModelCorruptedError``.
    """
    try:
        if (folder / "tokenizer.json").is_file():
            return FastPieces(folder)
        if (folder / "source.spm").is_file():
            return SentencePieces(folder, "source.spm", "target.spm")
        if (folder / "vocab.json").is_file():
            return SentencePieces(folder, "sentencepiece.bpe.model", "sentencepiece.bpe.model")
        return numbered_pieces(folder)
    except Exception as error:  # the libraries raise nothing more precise
        raise ModelCorruptedError(
            f"the tokenizer in {folder} cannot be read: {error}",
            "Delete that folder; it is made again on the next run.",
        ) from error


def _named(config: dict[str, Any]) -> frozenset[str]:
    """Special tokens named in a tokenizer_config.json, as strings or as objects."""
    values = [config.get(name) for name in NAMED]
    contents = [value["content"] if isinstance(value, dict) else value for value in values]
    return frozenset(content for content in contents if content)


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found

"""The tokenizer of the student: a SentencePiece model for each language, in Marian's format."""

import io
import json
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

END, UNKNOWN, PADDING = "</s>", "<unk>", "<pad>"


def write_vocabulary(
    folder: Path, english: Iterable[str], khmer: Iterable[str], settings: Mapping[str, Any]
) -> None:
    """Learn both vocabularies and write them as Transformers reads them.

    Pieces that both languages have, such as digits and Latin names, share a row: copying them is
    then the same as keeping them.
    """
    source = _learn(folder / "source.spm", english, settings["english"], [settings["tag"]])
    target = _learn(folder / "target.spm", khmer, settings["khmer"], [])
    pieces = [END, UNKNOWN, *dict.fromkeys([*source, *target]), PADDING]
    numbered = {piece: number for number, piece in enumerate(pieces)}
    (folder / "vocab.json").write_text(json.dumps(numbered, ensure_ascii=False), "utf-8")
    load_tokenizer(folder).save_pretrained(folder)


def load_tokenizer(folder: Path) -> Any:
    """The tokenizer that :func:`write_vocabulary` wrote."""
    from transformers import MarianTokenizer

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Recommended: pip install sacremoses")
        return MarianTokenizer(
            str(folder / "source.spm"),
            str(folder / "target.spm"),
            str(folder / "vocab.json"),
            model_max_length=512,
        )


def _learn(path: Path, lines: Iterable[str], size: int, symbols: list[str]) -> list[str]:
    """Write a unigram model of at most ``size`` pieces; returns them without control symbols.

    Digits stand alone, so that numbers are copied digit by digit; unknown letters fall to bytes.
    """
    import sentencepiece

    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_writer=written,
        vocab_size=size,
        hard_vocab_limit=False,
        character_coverage=1.0,
        required_chars="0123456789",
        split_digits=True,
        byte_fallback=True,
        user_defined_symbols=symbols,
        normalization_rule_name="identity",
        num_threads=1,
        minloglevel=2,
    )
    path.write_bytes(written.getvalue())
    model = sentencepiece.SentencePieceProcessor(model_proto=written.getvalue())
    return [model.id_to_piece(i) for i in range(3, len(model))]

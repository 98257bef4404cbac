"""SentencePiece models with control symbols where each family has them."""

import io
from pathlib import Path
from typing import Any

from tests.checkpoints import ENGLISH, KHMER


def train(path: Path, size: int, text: str = ENGLISH + KHMER, **options: Any) -> Any:
    """Train a model to ``path``; the processor that reads it. ``options`` as the trainer's."""
    import sentencepiece

    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(text.splitlines()),
        model_writer=written,
        vocab_size=size,
        hard_vocab_limit=options.get("model_type") == "bpe",
        num_threads=1,
        minloglevel=2,
        **options,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written.getvalue())
    return sentencepiece.SentencePieceProcessor(model_proto=written.getvalue())


def pieces(processor: Any) -> list[str]:
    """Its pieces in order."""
    return [processor.id_to_piece(i) for i in range(len(processor))]

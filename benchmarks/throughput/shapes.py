"""Models with the shapes of published ones, random weights, and tokenizers of the right size.

The pieces are learned from the corpus; where it does not hold as many as the published vocabulary
has, made-up pieces fill it up: they never occur in a text, and cost what others cost.
"""

import io
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

BEAM = 4


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of an encoder-decoder model; ``written`` is how many tokens it writes, always."""

    kind: str
    width: int
    inner: int
    encoder: int
    decoder: int
    heads: int
    vocabulary: int
    written: int


REAL = {
    "distilbart-cnn-12-6": Shape("bart", 1024, 4096, 12, 6, 16, 50_264, 64),
    "opus-transformer-big": Shape("marian", 1024, 4096, 6, 6, 16, 62_000, 48),
    "nllb-600M": Shape("nllb", 1024, 4096, 12, 12, 16, 256_206, 48),
}
SMALL = {
    "distilbart, a quarter wide": Shape("bart", 256, 1024, 6, 3, 4, 12_000, 64),
    "opus, a quarter wide": Shape("marian", 256, 1024, 3, 3, 4, 12_000, 48),
}
TINY = {
    "tiny BART": Shape("bart", 32, 64, 2, 2, 2, 12_000, 8),
    "tiny Marian": Shape("marian", 32, 64, 2, 2, 2, 900, 8),
}
SETS = {"real": REAL, "small": SMALL, "tiny": TINY}


def build(shape: Shape, texts: Sequence[str], folder: Path) -> Path:
    """Write a model of ``shape`` below ``folder``, unless it is there; returns its folder."""
    place = folder / "-".join(map(str, asdict(shape).values()))
    if not (place / "config.json").exists():
        import torch

        torch.manual_seed(1)
        place.mkdir(parents=True, exist_ok=True)
        tokenizer = _TOKENIZERS[shape.kind](shape, texts, place)
        model_class, config = _MODELS[shape.kind](shape, len(tokenizer))
        model = model_class(config).eval()
        model.generation_config.update(
            num_beams=BEAM, min_length=shape.written + 2, max_length=shape.written + 2
        )
        if shape.kind == "marian":  # its outputs begin with one token, not two
            model.generation_config.update(
                min_length=shape.written + 1, max_length=shape.written + 1
            )
        tokenizer.save_pretrained(place)
        model.save_pretrained(place)
    return place


def _sizes(shape: Shape, positions: int) -> dict[str, Any]:
    return {
        "d_model": shape.width,
        "encoder_layers": shape.encoder,
        "decoder_layers": shape.decoder,
        "encoder_attention_heads": shape.heads,
        "decoder_attention_heads": shape.heads,
        "encoder_ffn_dim": shape.inner,
        "decoder_ffn_dim": shape.inner,
        "max_position_embeddings": positions,
    }


def _bart(shape: Shape, vocabulary: int) -> tuple[Any, Any]:
    from transformers import BartConfig, BartForConditionalGeneration

    published: dict[str, Any] = {"forced_bos_token_id": 0, **_sizes(shape, 1024)}
    return BartForConditionalGeneration, BartConfig(vocab_size=vocabulary, **published)


def _marian(shape: Shape, vocabulary: int) -> tuple[Any, Any]:
    from transformers import MarianConfig, MarianMTModel

    published: dict[str, Any] = {"static_position_embeddings": True, **_sizes(shape, 1024)}
    return MarianMTModel, MarianConfig(
        vocab_size=vocabulary,
        pad_token_id=vocabulary - 1,
        decoder_start_token_id=vocabulary - 1,
        eos_token_id=0,
        forced_eos_token_id=None,
        scale_embedding=True,
        activation_function="swish",
        **published,
    )


def _nllb(shape: Shape, vocabulary: int) -> tuple[Any, Any]:
    from transformers import M2M100Config, M2M100ForConditionalGeneration

    return M2M100ForConditionalGeneration, M2M100Config(
        vocab_size=vocabulary,
        bos_token_id=0,
        pad_token_id=1,
        eos_token_id=2,
        decoder_start_token_id=2,
        scale_embedding=True,
        **_sizes(shape, 1024),
    )


def _bart_tokenizer(shape: Shape, texts: Sequence[str], _: Path) -> Any:
    from tokenizers import ByteLevelBPETokenizer
    from transformers import BartTokenizer

    trained = ByteLevelBPETokenizer()
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    trained.train_from_iterator(
        texts, vocab_size=shape.vocabulary, special_tokens=special, show_progress=False
    )
    vocabulary, merges = _parts(trained)
    return BartTokenizer(vocab=_filled(vocabulary, shape.vocabulary), merges=merges)


def _nllb_tokenizer(shape: Shape, texts: Sequence[str], _: Path) -> Any:
    from tokenizers import SentencePieceBPETokenizer
    from transformers import NllbTokenizer
    from transformers.models.nllb.tokenization_nllb import FAIRSEQ_LANGUAGE_CODES as CODES

    trained = SentencePieceBPETokenizer()
    trained.train_from_iterator(
        texts,
        vocab_size=min(shape.vocabulary, 30_000),
        special_tokens=["<s>", "<pad>", "</s>", "<unk>"],
        show_progress=False,
    )
    vocabulary, merges = _parts(trained)
    room = shape.vocabulary - len(CODES) - 1
    return NllbTokenizer(vocab=_filled(vocabulary, room), merges=merges)


def _marian_tokenizer(shape: Shape, texts: Sequence[str], folder: Path) -> Any:
    import sentencepiece
    from transformers import MarianTokenizer

    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_writer=written,
        vocab_size=min(shape.vocabulary - 2, 16_000),
        hard_vocab_limit=False,
        num_threads=1,
        minloglevel=2,
    )
    for side in ("source.spm", "target.spm"):
        (folder / side).write_bytes(written.getvalue())
    model = sentencepiece.SentencePieceProcessor(model_proto=written.getvalue())
    pieces = [model.id_to_piece(i) for i in range(3, len(model))]
    names = {piece: i for i, piece in enumerate(["</s>", "<unk>", *pieces])}
    names = _filled(names, shape.vocabulary - 1)
    names["<pad>"] = len(names)
    (folder / "vocab.json").write_text(json.dumps(names), "utf-8")
    return MarianTokenizer(
        str(folder / "source.spm"), str(folder / "target.spm"), str(folder / "vocab.json")
    )


def _parts(trained: Any) -> tuple[dict[str, int], Any]:
    model = json.loads(trained.to_str())["model"]
    return model["vocab"], [tuple(merge) for merge in model["merges"]]


def _filled(vocabulary: dict[str, int], size: int) -> dict[str, int]:
    made_up = {f"madeupword{i:06}": i for i in range(len(vocabulary), size)}
    return {**vocabulary, **made_up}


_MODELS: dict[str, Callable[[Shape, int], tuple[Any, Any]]] = {
    "bart": _bart,
    "marian": _marian,
    "nllb": _nllb,
}
_TOKENIZERS: dict[str, Callable[[Shape, Sequence[str], Path], Any]] = {
    "bart": _bart_tokenizer,
    "marian": _marian_tokenizer,
    "nllb": _nllb_tokenizer,
}

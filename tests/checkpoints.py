"""Tiny checkpoints with random weights and real tokenizers, as ``save_pretrained`` writes them.

Each has the configuration class, the tokenizer class and the special tokens of the published
models of its family, so that the real loading code runs on it, in well under a second.
"""

import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

ENGLISH = """\
The minister of justice has urged improvements to the quality of the courts and tribunals.
The call came on September 16 at a meeting aimed at action on human trafficking.
The meeting sought to enhance effectiveness and speed up procedures relevant to these crimes.
Prosecutors cooperate with law enforcement officers to combat all forms of exploitation.
He added that the judiciary also needs to expedite investigations in a timely manner.
The instructions came months after a report downgrading the ranking of the country.
The spokesman said the meeting was not held in response to the report.
We meet regularly to exchange our experiences in order to deal with them more effectively.
Farmers in the northern provinces expect a better harvest of rice and cassava this year.
Heavy rain flooded 1,200 homes near the river on Monday, officials said.
The central bank raised its main interest rate by 0.25 percent to fight inflation.
A new bridge will link the two districts when it opens in December 2026.
Teachers asked for smaller classes, newer books and higher salaries.
The national team won two to one after extra time in front of 30,000 people.
Doctors warned that dengue fever usually spreads faster in the rainy season.
"""
KHMER = """\
រដ្ឋមន្ត្រីក្រសួងយុត្តិធម៌បានជំរុញឱ្យកែលម្អគុណភាពតុលាការ។
កិច្ចប្រជុំនេះធ្វើឡើងនៅថ្ងៃទី១៦ ខែកញ្ញា។
កសិកររំពឹងថាទិន្នផលស្រូវនឹងល្អជាងមុននៅឆ្នាំនេះ។
ភ្លៀងធ្លាក់ខ្លាំងបានជន់លិចផ្ទះចំនួន ១.២០០ ខ្នងនៅជិតទន្លេ។
ធនាគារជាតិបានដំឡើងអត្រាការប្រាក់។
ស្ពានថ្មីនឹងភ្ជាប់ស្រុកទាំងពីរ។
គ្រូបង្រៀនស្នើសុំសៀវភៅថ្មី និងប្រាក់ខែខ្ពស់ជាងមុន។
"""
LAYERS = 2
END_STRENGTH = 4.0
WIDTH = 32
HEADS = 2
LIMIT = 96
LED_FACTOR = 10
"""How many times more LED reads than it writes."""


def build_marian(folder: Path, codes: tuple[str, ...] = (">>fra<<", ">>khm<<")) -> None:
    """Marian, many targets by default: SentencePiece on both sides, ``<pad>`` last."""
    from transformers import MarianConfig, MarianMTModel, MarianTokenizer

    folder.mkdir(parents=True)
    source = train_sentencepiece(folder / "source", ENGLISH, 200)
    target = train_sentencepiece(folder / "target", KHMER, 150)
    pieces = ["</s>", "<unk>", *dict.fromkeys(source + target), *codes, "<pad>"]
    write_vocabulary(folder / "vocab.json", pieces)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Recommended: pip install sacremoses")
        tokenizer = MarianTokenizer(
            str(folder / "source.model"), str(folder / "target.model"), str(folder / "vocab.json")
        )
    config = MarianConfig(
        vocab_size=len(pieces),
        pad_token_id=len(pieces) - 1,
        decoder_start_token_id=len(pieces) - 1,
        eos_token_id=0,
        forced_eos_token_id=0,
        scale_embedding=True,
        **shape(),
    )
    save(MarianMTModel, config, tokenizer, folder)


def bart_tokenizer() -> Any:
    """Byte-level BPE of English."""
    from tokenizers import ByteLevelBPETokenizer
    from transformers import BartTokenizer

    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    trained = ByteLevelBPETokenizer()
    trained.train_from_iterator(
        ENGLISH.splitlines(), vocab_size=500, special_tokens=special, show_progress=False
    )
    vocabulary, merges = trained_parts(trained)
    return BartTokenizer(vocab=vocabulary, merges=merges)


def build_led(folder: Path) -> None:
    """LED: the tokenizer of BART, attention in windows, more positions in than out."""
    from transformers import LEDConfig, LEDForConditionalGeneration

    tokenizer = bart_tokenizer()
    dimensions = shape()
    positions = dimensions.pop("max_position_embeddings")
    config = LEDConfig(
        vocab_size=len(tokenizer),
        attention_window=8,
        max_encoder_position_embeddings=LED_FACTOR * positions,
        max_decoder_position_embeddings=positions,
        **dimensions,
    )
    save(LEDForConditionalGeneration, config, tokenizer, folder, end=-2)


def build_pegasus(folder: Path) -> None:
    """PEGASUS: unigrams of English, ``<n>`` among them, sinusoidal positions."""
    from transformers import PegasusConfig, PegasusForConditionalGeneration, PegasusTokenizer

    pieces = train_unigrams(ENGLISH, 300)
    special = ["<pad>", "</s>", "<mask_1>", "<mask_2>", *(f"<unk_{i}>" for i in range(2, 103))]
    vocabulary = [*((token, 0.0) for token in [*special, "<unk>"]), ("<n>", -2.0), *pieces]
    config = PegasusConfig(vocab_size=len(vocabulary), scale_embedding=True, **shape())
    save(PegasusForConditionalGeneration, config, PegasusTokenizer(vocab=vocabulary), folder)


def build_mbart(folder: Path) -> None:
    """mBART-50: unigrams, then language codes such as ``km_KH``, then ``<mask>``."""
    from transformers import MBart50Tokenizer, MBartConfig, MBartForConditionalGeneration

    pieces = train_unigrams(ENGLISH + KHMER, 300)
    controls = [("<unk>", 0.0), ("<s>", 0.0), ("</s>", 0.0)]  # replaced by its own, in its order
    tokenizer = MBart50Tokenizer(vocab=[*controls, *pieces])
    config = MBartConfig(
        vocab_size=len(tokenizer), scale_embedding=True, decoder_start_token_id=2, **shape()
    )
    save(MBartForConditionalGeneration, config, tokenizer, folder, end=2)


def build_t5(folder: Path) -> None:
    """T5: one matrix for what goes in and what comes out, no positions."""
    special = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
    vocabulary = [*special, ("▁summarize:", -3.0), *train_unigrams(ENGLISH, 300)]
    size = len(vocabulary) + 8  # padded, as published
    save_t5("t5", vocabulary, folder, vocab_size=size, n_positions=LIMIT)


def build_mt5(folder: Path) -> None:
    """mT5: two matrices, gated layers, many scripts."""
    special = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
    vocabulary = [*special, *train_unigrams(ENGLISH + KHMER, 400)]
    save_t5("mt5", vocabulary, folder, gated=True, vocab_size=len(vocabulary) + 8)


def build_madlad(folder: Path) -> None:
    """MADLAD-400: a T5 with codes, and with special tokens in another order."""
    special = [("<unk>", 0.0), ("<s>", 0.0), ("</s>", 0.0)]
    codes = [("<2fr>", 0.0), ("<2km>", 0.0)]
    vocabulary = [*special, *codes, *train_unigrams(ENGLISH + KHMER, 400)]
    size = len(vocabulary)  # its tokenizer adds tokens that the model does not have
    save_t5(
        "t5", vocabulary, folder, gated=True, pad="<s>", end=1.5, vocab_size=size, n_positions=LIMIT
    )


def save_t5(
    kind: str,
    vocabulary: list[tuple[str, float]],
    folder: Path,
    *,
    gated: bool = False,
    pad: str = "<pad>",
    end: float = 2,
    **values: int,
) -> None:
    """Save ``kind`` of T5 with numbers of special tokens by their places in ``vocabulary``."""
    import transformers

    places = {token: i for i, (token, _) in enumerate(vocabulary)}
    tokenizer = transformers.T5Tokenizer(vocab=vocabulary, pad_token=pad, extra_ids=5)
    prefix = {"t5": "T5", "mt5": "MT5"}[kind]
    config = getattr(transformers, f"{prefix}Config")(
        d_model=WIDTH,
        d_kv=WIDTH // HEADS,
        d_ff=2 * WIDTH,
        num_layers=LAYERS,
        num_heads=HEADS,
        tie_word_embeddings=not gated,
        initializer_factor=2.0,
        feed_forward_proj="gated-gelu" if gated else "relu",
        pad_token_id=places[pad],
        eos_token_id=places["</s>"],
        decoder_start_token_id=0,
        **values,
    )
    model_class = getattr(transformers, f"{prefix}ForConditionalGeneration")
    save(model_class, config, tokenizer, folder, end, untied=gated)


def build_bart(folder: Path) -> None:
    """BART: byte-level BPE, a summariser from English to English."""
    from transformers import BartConfig, BartForConditionalGeneration

    tokenizer = bart_tokenizer()
    published: dict[str, Any] = {"forced_bos_token_id": 0, **shape()}
    config = BartConfig(
        vocab_size=len(tokenizer),
        bos_token_id=0,
        pad_token_id=1,
        eos_token_id=2,
        decoder_start_token_id=2,
        forced_eos_token_id=2,
        **published,
    )
    save(BartForConditionalGeneration, config, tokenizer, folder)


def build_m2m100(folder: Path) -> None:
    """M2M100: SentencePiece, then a hundred language tokens, then eight made-up words."""
    from transformers import M2M100Tokenizer
    from transformers.models.m2m_100.tokenization_m2m_100 import FAIRSEQ_LANGUAGE_CODES

    folder.mkdir(parents=True)
    learned = train_sentencepiece(folder / "both", ENGLISH + KHMER, 300)
    pieces = ["<s>", "<pad>", "</s>", "<unk>", *learned]
    write_vocabulary(folder / "vocab.json", pieces)
    codes = [f"__{code}__" for code in FAIRSEQ_LANGUAGE_CODES["m2m100"]]
    tokenizer = M2M100Tokenizer(
        str(folder / "vocab.json"), str(folder / "both.model"), additional_special_tokens=codes
    )
    size = len(pieces) + len(tokenizer.lang_code_to_id) + tokenizer.num_madeup_words
    save_m2m100(tokenizer, size, folder)


def build_nllb(folder: Path) -> None:
    """NLLB: the M2M100 architecture with a BPE tokenizer and codes such as ``khm_Khmr``."""
    from tokenizers import SentencePieceBPETokenizer
    from transformers import NllbTokenizer

    trained = SentencePieceBPETokenizer()
    trained.train_from_iterator(
        (ENGLISH + KHMER).splitlines(),
        vocab_size=400,
        special_tokens=["<s>", "<pad>", "</s>", "<unk>"],
        show_progress=False,
    )
    vocabulary, merges = trained_parts(trained)
    tokenizer = NllbTokenizer(vocab=vocabulary, merges=merges)
    save_m2m100(tokenizer, len(tokenizer) + 2, folder)


def build_netra(folder: Path) -> None:
    """Netra-NMT, which no ``save_pretrained`` writes: as it is published."""
    from tests.published.netra import write

    write(folder)


BUILDERS: dict[str, Callable[[Path], None]] = {
    "marian": build_marian,
    "bart": build_bart,
    "m2m100": build_m2m100,
    "nllb": build_nllb,
    "mbart": build_mbart,
    "pegasus": build_pegasus,
    "t5": build_t5,
    "mt5": build_mt5,
    "madlad": build_madlad,
    "netra": build_netra,
    "led": build_led,
}
SUMMARIZERS = ["bart", "led", "mt5", "pegasus", "t5"]
TRANSLATORS = ["m2m100", "madlad", "marian", "mbart", "netra", "nllb"]


def save_m2m100(tokenizer: Any, size: int, folder: Path) -> None:
    from transformers import M2M100Config, M2M100ForConditionalGeneration

    config = M2M100Config(
        vocab_size=size,
        bos_token_id=0,
        pad_token_id=1,
        eos_token_id=2,
        decoder_start_token_id=2,
        **shape(),
    )
    save(M2M100ForConditionalGeneration, config, tokenizer, folder)


def shape() -> dict[str, Any]:
    return {
        "d_model": WIDTH,
        "encoder_layers": LAYERS,
        "decoder_layers": LAYERS,
        "encoder_attention_heads": HEADS,
        "decoder_attention_heads": HEADS,
        "encoder_ffn_dim": 2 * WIDTH,
        "decoder_ffn_dim": 2 * WIDTH,
        "max_position_embeddings": LIMIT,
    }


def save(
    model_class: Any,
    config: Any,
    tokenizer: Any,
    folder: Path,
    end: float = END_STRENGTH,
    untied: bool = False,
) -> None:
    """Draw weights and write everything as ``save_pretrained`` does."""
    drawn(model_class, config, end, untied).save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def drawn(model_class: Any, config: Any, end: float = END_STRENGTH, untied: bool = False) -> Any:
    """A model whose outputs vary and end: wide layers, a strong ``</s>``."""
    import torch

    torch.manual_seed(20)
    config.init_std = 0.8
    model = model_class(config).eval()
    if untied:
        config.tie_word_embeddings = False  # as published; the class itself sets it to true
        model.lm_head.weight = torch.nn.Parameter(0.4 * torch.randn_like(model.lm_head.weight))
    with torch.no_grad():
        output = model.get_output_embeddings().weight
        output *= 0.6
        output[config.eos_token_id] *= end
        output[config.pad_token_id] = 0  # no model writes it
    return model


def train_unigrams(text: str, size: int) -> list[tuple[str, float]]:
    """Pieces with their log-probabilities, without special tokens; the same in every run."""
    import io

    import sentencepiece

    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(text.splitlines()),
        model_writer=written,
        vocab_size=size,
        hard_vocab_limit=False,
        num_threads=1,
        minloglevel=2,
    )
    model = sentencepiece.SentencePieceProcessor(model_proto=written.getvalue())
    return [(model.id_to_piece(i), model.get_score(i)) for i in range(3, len(model))]


def train_sentencepiece(prefix: Path, text: str, size: int) -> list[str]:
    """Train a unigram model to ``prefix.model``; its pieces without the control symbols."""
    import sentencepiece

    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(text.splitlines()),
        model_prefix=str(prefix),
        vocab_size=size,
        hard_vocab_limit=False,
        minloglevel=2,
    )
    model = sentencepiece.SentencePieceProcessor(model_file=f"{prefix}.model")
    return [model.id_to_piece(i) for i in range(len(model)) if not model.is_control(i)][1:]


def trained_parts(trained: Any) -> tuple[dict[str, int], Any]:
    """Vocabulary and merges, which tokenizers take as pairs but declare as text."""
    model = json.loads(trained.to_str())["model"]
    return model["vocab"], [tuple(merge) for merge in model["merges"]]


def write_vocabulary(path: Path, pieces: list[str]) -> None:
    path.write_text(json.dumps({piece: i for i, piece in enumerate(pieces)}), "utf-8")

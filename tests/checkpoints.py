"""Tiny checkpoints with random weights and real tokenizers, as ``save_pretrained`` writes them.

Each has the configuration class, the tokenizer class and the special tokens of the published
models of its family, so that the real loading code runs on it, in well under a second.
"""

import json
import warnings
from collections.abc import Callable
from pathlib import Path

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


def build_bart(folder: Path) -> None:
    """BART: byte-level BPE, a summariser from English to English."""
    from tokenizers import ByteLevelBPETokenizer
    from transformers import BartConfig, BartForConditionalGeneration, BartTokenizer

    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    trained = ByteLevelBPETokenizer()
    trained.train_from_iterator(
        ENGLISH.splitlines(), vocab_size=500, special_tokens=special, show_progress=False
    )
    vocabulary, merges = trained_parts(trained)
    config = BartConfig(
        vocab_size=len(vocabulary),
        bos_token_id=0,
        pad_token_id=1,
        eos_token_id=2,
        decoder_start_token_id=2,
        forced_bos_token_id=0,
        forced_eos_token_id=2,
        **shape(),
    )
    tokenizer = BartTokenizer(vocab=vocabulary, merges=merges)
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


BUILDERS: dict[str, Callable[[Path], None]] = {
    "marian": build_marian,
    "bart": build_bart,
    "m2m100": build_m2m100,
    "nllb": build_nllb,
}


def save_m2m100(tokenizer, size: int, folder: Path) -> None:
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


def shape() -> dict[str, int]:
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


def save(model_class, config, tokenizer, folder: Path) -> None:
    """Draw weights so that outputs vary and end: wide layers, a strong ``</s>``."""
    import torch

    torch.manual_seed(20)
    config.init_std = 0.8
    model = model_class(config).eval()
    with torch.no_grad():
        model.model.shared.weight *= 0.6
        model.model.shared.weight[config.eos_token_id] *= END_STRENGTH
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


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


def trained_parts(trained) -> tuple[dict[str, int], list[tuple[str, str]]]:
    model = json.loads(trained.to_str())["model"]
    return model["vocab"], [tuple(merge) for merge in model["merges"]]


def write_vocabulary(path: Path, pieces: list[str]) -> None:
    path.write_text(json.dumps({piece: i for i, piece in enumerate(pieces)}), "utf-8")

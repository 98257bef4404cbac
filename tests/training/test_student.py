import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors import safe_open

from summarize.backends.base import TranslationSpec
from summarize.backends.embedded import EmbeddedTranslator
from summarize.options import BackendOptions
from tests.checkpoints import ENGLISH, KHMER
from tests.training.data_folder import quick, write_data_folder
from training.adapter.batches import IGNORED
from training.adapter.data import Pair
from training.student.batches import Encoder, batched, padded
from training.student.model import new_model
from training.student.ship import ship
from training.student.train import loss_of
from training.student.vocabulary import load_tokenizer, write_vocabulary

CONFIG = Path("training/student/config.toml")
SMALL = {"english": 330, "khmer": 330, "tag": "<made>"}
SIZES = {
    "d_model": 16,
    "encoder_layers": 1,
    "decoder_layers": 1,
    "encoder_attention_heads": 2,
    "decoder_attention_heads": 2,
    "encoder_ffn_dim": 16,
    "decoder_ffn_dim": 16,
    "max_position_embeddings": 256,
}


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("student")
    write_vocabulary(folder, ENGLISH.splitlines(), KHMER.splitlines(), SMALL)
    return folder


@pytest.fixture(scope="module")
def encode(vocabulary: Path) -> Encoder:
    return Encoder(load_tokenizer(vocabulary), "<made>")


def test_text_of_both_languages_survives_the_vocabulary(vocabulary: Path) -> None:
    tokenizer = load_tokenizer(vocabulary)
    for text in [*KHMER.splitlines(), "Ðøç ឲ្យ 1,234.5%"]:
        ids = tokenizer(text_target=text)["input_ids"]
        assert tokenizer.decode(ids, skip_special_tokens=True) == text


def test_digits_are_pieces_of_their_own_and_the_same_in_both_languages(vocabulary: Path) -> None:
    tokenizer = load_tokenizer(vocabulary)
    source = tokenizer("2026")["input_ids"]
    assert source == tokenizer(text_target="2026")["input_ids"]
    assert len(source) >= len("2026") + 1


def test_only_pairs_made_from_khmer_are_tagged(encode: Encoder, vocabulary: Path) -> None:
    tag = load_tokenizer(vocabulary).convert_tokens_to_ids("<made>")
    assert tag in encode(Pair("Rain.", "ភ្លៀង។", "tagged")).source
    assert tag not in encode(Pair("Rain.", "ភ្លៀង។")).source


@settings(deadline=None)
@given(st.lists(st.integers(1, 12), min_size=1, max_size=40), st.integers(60, 200))
def test_batches_hold_every_pair_once_within_the_budget(
    encode: Encoder, lengths: list[int], budget: int
) -> None:
    pairs = [Pair("rain " * n, "ភ្លៀង។") for n in lengths]
    options = {"tokens": budget, "longest": 1000, "pool": 20}
    batches = list(batched(pairs, encode, options, seed=1))
    assert sum(len(batch.ids) for batch in batches) == len(pairs)
    sizes = [batch.ids.numel() + batch.labels.numel() for batch in batches]
    assert all(
        size <= budget or len(batch.ids) == 1 for size, batch in zip(sizes, batches, strict=True)
    )


def test_padding_is_neither_read_nor_learned(encode: Encoder, vocabulary: Path) -> None:
    torch.manual_seed(0)
    pieces = len(load_tokenizer(vocabulary))
    model = new_model({**SIZES, "dropout": 0.0}, {"num_beams": 1}, pieces).eval()
    short, long = encode(Pair("Rain.", "ភ្លៀង។")), encode(Pair("Rain again. " * 5, "ភ្លៀងទៀត។" * 5))
    alone, both = padded([short], encode.padding), padded([short, long], encode.padding)
    assert both.mask[0].sum() == len(short.source)
    assert (both.labels[0] != IGNORED).sum() == len(short.target)
    only_first = type(both)(both.ids, both.mask, both.labels.clone())
    only_first.labels[1] = IGNORED
    assert torch.allclose(loss_of(model, only_first), loss_of(model, alone), atol=0.02)


@pytest.mark.slow
def test_a_student_is_trained_resumed_shipped_and_drafts(tmp_path: Path) -> None:
    data, out, folder = write_data_folder(tmp_path / "data"), tmp_path / "out", tmp_path / "en-km"
    text = quick(CONFIG)
    for name, value in {**SIZES, "english": 600, "khmer": 400}.items():
        old = tomllib.loads(text)
        now = {**old["model"], **old["vocabulary"]}[name]
        text = text.replace(f"\n{name} = {now}", f"\n{name} = {value}")
    (tmp_path / "config.toml").write_text(text, "utf-8")
    command = [sys.executable, "-m", "training.student.train", "--threads", "1"]
    command += ["--data", str(data), "--out", str(out), "--config", str(tmp_path / "config.toml")]
    for minutes in ("0.05", "0.1"):
        done = subprocess.run([*command, "--minutes", minutes], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    assert (out / "curve.jsonl").read_text().count("development_loss") == 2
    with safe_open(out / "model.safetensors", "pt") as weights:
        names = weights.keys()
        embeddings = [name for name in names if "shared" in name or "embed_tok" in name]
        assert len(embeddings) == 1
        assert weights.get_slice(embeddings[0]).get_dtype() == "F16"
    ship(out, "3", folder)
    translator = EmbeddedTranslator(BackendOptions(tmp_path / "models"), folder)
    drafts = translator.translate(["It rained in town."], TranslationSpec())
    assert len(drafts) == 1
    assert "int8" in translator.signature

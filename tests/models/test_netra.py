"""Netra-NMT as published: read, run and converted, beside computing it the long way."""

import json
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import example, given
from hypothesis import strategies as st
from safetensors.torch import load_file, save_file

from summarize.backends.local import LocalModel
from summarize.engines.base import Engine
from summarize.engines.ctranslate2 import CTranslate2Seq2Seq
from summarize.engines.torch_seq2seq import TorchSeq2Seq
from summarize.errors import ModelCorruptedError, ModelError
from summarize.families import load_family
from summarize.families.base import Family
from summarize.families.pieces import numbered_pieces
from summarize.models.convert import converted
from summarize.models.hub import Snapshot
from summarize.models.layout import fingerprint
from summarize.models.netra.network import load_network
from summarize.options import BackendOptions
from summarize.tokens import Decoding, Generated, Tokens
from tests import netra_reference
from tests.checkpoints import ENGLISH
from tests.published.layout import write_json
from tests.published.netra import weights, write

LONGEST = 40
GREEDY = Decoding(max_new_tokens=LONGEST)
TEXTS = ENGLISH.splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """As published, with more layers that read than layers that write."""
    made = tmp_path / "netra"
    write(made)
    change(made, enc_layers=3, dec_layers=1)
    return made


def change(folder: Path, **fields: Any) -> dict[str, Any]:
    """Another configuration, and weights that fit it."""
    config: dict[str, Any] = json.loads((folder / "config.json").read_text("utf-8")) | fields
    write_json(folder, config=config)
    save_file(weights(config), folder / "model.safetensors")
    return config


def reference(folder: Path) -> tuple[Family, Engine]:
    pieces = numbered_pieces(folder)
    return load_family(folder, pieces), TorchSeq2Seq(folder, pieces, "cpu")


def fast(folder: Path, kept: Path) -> Engine:
    snapshot = Snapshot("netra", fingerprint(folder), folder)
    return CTranslate2Seq2Seq(converted(snapshot, "float32", kept).model, "cpu")


def written(folder: Path, output: Generated) -> list[int]:
    """Numbers of an output, the end mark among them."""
    numbers = numbered_pieces(folder).numbers
    return [numbers[token] for token in (*output.tokens, *["</s>"] * output.finished)]


def test_it_writes_what_a_pass_without_a_cache_writes(folder: Path) -> None:
    family, engine = reference(folder)
    config = json.loads((folder / "config.json").read_text("utf-8"))
    state = {k: v.float() for k, v in load_file(folder / "model.safetensors").items()}
    ids, said = netra_reference.documented(folder, TEXTS, LONGEST)
    outputs = engine.generate(family.encode(TEXTS), GREEDY)
    assert [written(folder, output) for output in outputs] == [
        netra_reference.greedy(state, config, one, LONGEST) for one in ids
    ]
    assert [family.decode(output.tokens) for output in outputs] == said
    assert len({output.tokens for output in outputs}) > 3


def test_it_writes_what_the_published_package_writes(folder: Path) -> None:
    package = pytest.importorskip("netra_nmt", reason="netra-nmt is not installed")
    family, engine = reference(folder)
    theirs = package.NetraTranslator(local_dir=folder, device="cpu")
    outputs = engine.generate(family.encode(TEXTS), GREEDY)
    for tokens, output in zip(family.encode(TEXTS), outputs, strict=True):
        ids = torch.tensor([[numbered_pieces(folder).numbers[token] for token in tokens.source]])
        expected = theirs.model.generate(ids, 2, 3, max_new_tokens=LONGEST)[0, 1:].tolist()
        assert written(folder, output) == expected


def test_the_marker_and_the_text_are_divided_as_the_package_divides_them_together(
    tmp_path: Path,
) -> None:
    write(tmp_path)
    pieces = numbered_pieces(tmp_path)
    family = load_family(tmp_path, pieces)

    @given(st.text(st.sampled_from("Thec 1,-’é\u200b\t\nកា្១។<>/s_|▁"), max_size=20) | st.text())
    @example("<2")
    @example("\u2028▁ x")
    def compare(text: str) -> None:
        [tokens] = family.encode([text])
        [together] = pieces.split([f"<2km> {text.strip()}"])
        assert list(tokens.source) == together

    compare()


def test_all_tokens_at_once_and_one_by_one_give_the_same_logits(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text("utf-8"))
    network = load_network(folder, config)
    ids = torch.tensor([[6, 5, 9, 12], [6, 5, 8, 0]])
    mask = torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]])
    target = torch.tensor([[2, 9, 8], [2, 7, 20]])
    with torch.inference_mode():
        whole = network.step(target, network.start(ids, mask))
        state = network.start(ids, mask)
        parts = [network.step(target[:, i : i + 1], state) for i in range(target.shape[1])]
        alone = network.step(target[1:], network.start(ids[1:, :3], mask[1:, :3]))
    torch.testing.assert_close(torch.cat(parts, 1), whole, rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(alone, whole[1:], rtol=1e-4, atol=1e-4)


def test_the_published_output_may_begin_with_given_tokens(folder: Path, tmp_path: Path) -> None:
    family, engine = reference(folder)
    inputs = [Tokens(one.source, ("▁", "<2km>")) for one in family.encode(TEXTS[:4])]
    free = engine.generate(family.encode(TEXTS[:4]), GREEDY)
    forced = engine.generate(inputs, GREEDY)
    assert [one.tokens for one in forced] != [one.tokens for one in free]
    converted_too = fast(folder, tmp_path / "kept").generate(inputs, GREEDY)
    assert [one.tokens for one in converted_too] == [one.tokens for one in forced]


def test_numbers_without_a_piece_are_unknown_words_on_both_engines(
    folder: Path, tmp_path: Path
) -> None:
    size = len(numbered_pieces(folder).names)
    change(folder, vocab_size=size + 200)
    family, engine = reference(folder)
    outputs = engine.generate(family.encode(TEXTS), GREEDY)
    others = fast(folder, tmp_path / "kept").generate(family.encode(TEXTS), GREEDY)
    assert any("<unk>" in output.tokens for output in outputs)
    assert [family.decode(one.tokens) for one in outputs] == [
        family.decode(one.tokens) for one in others
    ]


def test_weights_that_keep_the_head_apart_load_as_well(folder: Path) -> None:
    before = reference(folder)[1].generate(reference(folder)[0].encode(TEXTS[:2]), GREEDY)
    path = folder / "model.safetensors"
    state = load_file(path)
    save_file(state | {"lm_head.weight": state["decoder.embed.weight"].clone()}, path)
    family, engine = reference(folder)
    assert engine.generate(family.encode(TEXTS[:2]), GREEDY) == before


@pytest.mark.parametrize("name", ["decoder.norm.weight", "encoder.layers.0.ffn.w1.weight"])
def test_weights_that_are_not_all_there_are_refused(folder: Path, name: str) -> None:
    path = folder / "model.safetensors"
    save_file({k: v for k, v in load_file(path).items() if k != name}, path)
    with pytest.raises(ModelCorruptedError, match="cannot be loaded"):
        reference(folder)


def test_weights_of_another_architecture_are_refused(folder: Path) -> None:
    path = folder / "model.safetensors"
    save_file(load_file(path) | {"time_embed.weight": torch.zeros(2, 2)}, path)
    with pytest.raises(ModelCorruptedError, match="cannot be loaded"):
        reference(folder)


def test_a_repository_without_its_sentencepiece_model_is_refused(folder: Path) -> None:
    (folder / "spm_32k.model").unlink()
    options = BackendOptions(folder.parent / "models", "transformers", "cpu", offline=True)
    model = LocalModel(str(folder), options, "translation", "another")
    with pytest.raises(ModelCorruptedError, match="no SentencePiece model"):
        model.encode(TEXTS, "en", "km")


@pytest.mark.parametrize(
    ("engine", "says"),
    [("auto", "ctranslate2-"), ("ctranslate2", "ctranslate2-"), ("transformers", "torch-")],
)
def test_it_runs_by_its_folder_on_every_engine_and_says_on_which(
    folder: Path, tmp_path: Path, engine: Any, says: str
) -> None:
    options = BackendOptions(tmp_path / "models", engine, "cpu", offline=True)
    model = LocalModel(str(folder), options, "translation", "another")
    assert says in model.signature
    assert model.family == "netra"
    assert model.decoding == Decoding(beam_size=1, max_new_tokens=model.input_limit - 1)
    outputs = model.generate(model.encode(TEXTS, "en", "km"), model.decoding)
    assert len({model.decode(output) for output in outputs}) > 3


def test_it_translates_both_ways_and_nothing_else(folder: Path) -> None:
    family, _ = reference(folder)
    [back] = family.encode(["ភ្លៀង។"], "km", "en")
    assert back.source[:2] == ("▁", "<2en>")
    for source, target in (("en", "en"), ("en", "fr"), ("th", "km")):
        with pytest.raises(ModelError, match="does not translate"):
            family.encode(["Rain."], source, target)


def test_more_tokens_than_positions_are_an_error_that_says_so(folder: Path) -> None:
    family, engine = reference(folder)
    with pytest.raises(ModelError, match="failed while generating"):
        engine.generate(family.encode([ENGLISH]), GREEDY)

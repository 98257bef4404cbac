import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

from summarize.models.embedded.adapter import Lora
from summarize.models.embedded.manifest import read_manifest, require_intact
from summarize.models.embedded.vocabulary import tokenizer
from tests.tiny_embedded import tiny_vocabulary, write_model, write_package
from tests.training.data_folder import (
    CONFIG,
    GOOD,
    HELD,
    MORE,
    OPEN,
    STUDENT,
    quick,
    write_data_folder,
)
from training.adapter.batches import IGNORED, Encoder, batched, padded
from training.adapter.data import (
    MONOLINGUAL,
    NEWS,
    Pair,
    clean,
    draw,
    is_sound,
    load_sources,
)
from training.adapter.lora import LoraEmbedding, add_lora, load_adapter, save_adapter
from training.adapter.ship import ship
from training.adapter.synthetic import synthetic_pairs
from training.loop import rate_share

ONE_WAY = {"directions": {"back": 0.0}}
SETTINGS = {"rank": 2, "alpha": 4, "targets": ["q_proj"]}


class Embedded(nn.Module):
    """An embedding of ``pieces`` rows with the head that is tied to it."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.embed: nn.Module = nn.Embedding(pieces, 4)
        self.lm_head: nn.Module = nn.Linear(4, pieces, bias=False)


@pytest.fixture(scope="module")
def encode() -> Encoder:
    return Encoder(tokenizer(tiny_vocabulary()), CONFIG["prompt"])


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_data_folder(tmp_path_factory.mktemp("training") / "data")


def test_made_up_sentences_have_the_same_numbers_on_both_sides() -> None:
    for source, target in synthetic_pairs(1):
        assert sorted(re.findall(r"\d+", source)) == sorted(re.findall(r"\d+", target))
        assert not re.search(r"[{}A-Za-z]", target)


def test_made_up_sentences_are_the_same_for_the_same_seed() -> None:
    assert synthetic_pairs(5) == synthetic_pairs(5) != synthetic_pairs(6)


def test_targets_are_cleaned_and_their_digits_are_ascii() -> None:
    assert clean("In 2019", "ឆ្នាំ\u200b២០១៩ ។") == Pair("In 2019", "ឆ្នាំ2019។")


@pytest.mark.parametrize(
    "pair",
    [
        Pair("The road opened in 2019.", "ផ្លូវនេះបានបើកនៅឆ្នាំ2018។"),
        Pair("Settings", "Settings"),
        Pair("A long sentence that was cut in its translation.", "ខ្លី"),
    ],
    ids=["number lost", "not Khmer", "too short"],
)
def test_unsound_pairs_are_left_out(pair: Pair) -> None:
    assert is_sound(GOOD, CONFIG["filters"])
    assert not is_sound(pair, CONFIG["filters"])


def test_evaluation_sentences_are_never_trained_on(data: Path) -> None:
    (data / "eval" / "more.tsv").write_text(f"{GOOD.source}\tអ្វីផ្សេង។\n", "utf-8")
    sources = load_sources(data, CONFIG)
    assert all(GOOD not in pairs for pairs in sources.values())
    (data / "eval" / "more.tsv").unlink()


def test_khmer_without_english_is_whole_long_and_not_of_the_evaluation_sets(data: Path) -> None:
    config = {**CONFIG, "monolingual": {"sample": 10, "shortest": 30}}
    found = load_sources(data, config)[MONOLINGUAL]
    assert set(found) == {Pair("", OPEN, "alone"), Pair("", MORE, "alone")}


def test_khmer_without_english_has_a_prompt_of_its_own(encode: Encoder) -> None:
    alone, pair = encode(Pair("", GOOD.target, "alone")), encode(GOOD)
    assert alone.prompt < pair.prompt
    assert alone.ids[alone.prompt :] == pair.ids[pair.prompt :]


def test_the_news_are_the_corpus_of_the_project(data: Path) -> None:
    news = load_sources(data, {**CONFIG, "mix": {NEWS: 1.0}})[NEWS]
    assert len(news) > 25_000


@pytest.mark.parametrize("config", [CONFIG, STUDENT], ids=["adapter", "student"])
def test_a_pair_counts_once_over_all_files(data: Path, config: dict[str, Any]) -> None:
    sources = load_sources(data, config)
    assert sum(pairs.count(GOOD) for pairs in sources.values()) == 1


def test_pairs_that_differ_in_case_spacing_or_numbers_count_once(data: Path) -> None:
    other = "the road OPENED in 2018\tផ្លូវនេះ បានបើកនៅ ឆ្នាំ២០១៨ ។\n"
    path = data / "train" / "other.tsv"
    path.write_text(f"{GOOD.source}\t{GOOD.target}\n{other}", "utf-8")
    assert load_sources(data, {**CONFIG, "mix": {"other": 1.0}}) == {"other": [GOOD]}


def test_made_pairs_come_from_a_folder_of_their_own_with_a_prompt_that_says_so(
    data: Path, tmp_path: Path
) -> None:
    (tmp_path / "back_translated.tsv").write_text(
        f"A new road was opened last week.\t{OPEN}\nSchools are built.\t{HELD}\n", "utf-8"
    )
    found = load_sources(data, CONFIG, tmp_path)["back_translated"]
    assert found == [Pair("A new road was opened last week.", OPEN, "tagged")]


def test_a_share_of_the_pairs_is_learned_in_the_other_direction() -> None:
    config = {"mix": {"a": 1.0}, "directions": {"back": 0.5}}
    stream = draw({"a": [GOOD, Pair("", OPEN, "alone")]}, config, seed=1)
    drawn = [next(stream) for _ in range(400)]
    assert 60 < drawn.count(Pair(GOOD.target, GOOD.source, "back")) < 140
    assert drawn.count(Pair("", OPEN, "alone")) == 200


def test_files_are_drawn_by_their_share() -> None:
    sources = {"a": [GOOD], "b": [Pair("x", "y")]}
    stream = draw(sources, {**ONE_WAY, "mix": {"a": 0.9, "b": 0.1}}, seed=1)
    drawn = [next(stream) for _ in range(1000)]
    assert 850 < drawn.count(GOOD) < 950


def test_only_the_target_is_learned(encode: Encoder) -> None:
    example = encode(GOOD)
    batch = padded([example, encode(Pair("Rain.", "ភ្លៀង។"))])
    learned = batch.labels[0][batch.labels[0] != IGNORED].tolist()
    assert learned == list(example.ids[example.prompt :])
    assert batch.ids[0, example.prompt - 1 :].tolist()[1:] == learned[:-1]
    assert batch.tokens < batch.labels.numel()


@given(st.lists(st.integers(1, 12), min_size=1, max_size=60), st.integers(60, 200))
def test_batches_hold_every_pair_once_within_the_budget(lengths: list[int], budget: int) -> None:
    encode = Encoder(tokenizer(tiny_vocabulary()), CONFIG["prompt"])
    pairs = [Pair("rain " * n, "ភ្លៀង។") for n in lengths]
    settings = {"tokens": budget, "longest": 1000, "pool": 20}
    batches = list(batched(pairs, encode, settings, seed=1))
    assert sum(len(batch.ids) for batch in batches) == len(pairs)
    assert all(batch.ids.numel() <= budget or len(batch.ids) == 1 for batch in batches)


def test_the_learning_rate_rises_then_falls_to_zero() -> None:
    assert rate_share(0, 0.1) == 0
    assert rate_share(0.1, 0.1) == 1
    assert rate_share(0.55, 0.1) == pytest.approx(0.5)
    assert rate_share(1.2, 0.1) == 0


def test_a_new_adapter_changes_nothing_and_a_saved_one_comes_back(tmp_path: Path) -> None:
    torch.manual_seed(0)

    def layers() -> Any:
        return nn.ModuleDict({"block": nn.ModuleDict({"q_proj": nn.Linear(4, 3)})})

    first, x = layers(), torch.randn(2, 4)
    before = first["block"]["q_proj"](x)
    add_lora(first, SETTINGS)
    assert torch.equal(first["block"]["q_proj"](x), before)
    with torch.no_grad():
        first["block"]["q_proj"].b.copy_(torch.ones(3, 2).bfloat16())
        first["block"]["q_proj"].a.copy_(first["block"]["q_proj"].a.bfloat16())
    save_adapter(first, SETTINGS, tmp_path)
    second = layers()
    second.load_state_dict({"block.q_proj.weight": first["block"]["q_proj"].base.weight}, False)
    second["block"]["q_proj"].bias.data.copy_(first["block"]["q_proj"].base.bias)
    add_lora(second, SETTINGS)
    load_adapter(second, tmp_path)
    assert torch.equal(second["block"]["q_proj"](x), first["block"]["q_proj"](x))


def test_an_adapter_grows_in_rank_without_a_change_of_what_it_does(tmp_path: Path) -> None:
    def adapted(rank: int) -> Any:
        layers: Any = nn.ModuleDict({"block": nn.ModuleDict({"q_proj": nn.Linear(4, 3)})})
        layers["block"]["q_proj"].requires_grad_(False)
        torch.manual_seed(1)
        nn.init.normal_(layers["block"]["q_proj"].weight)
        nn.init.zeros_(layers["block"]["q_proj"].bias)
        add_lora(layers, {**SETTINGS, "rank": rank, "alpha": 2 * rank})
        return layers

    small, x = adapted(2), torch.randn(2, 4)
    with torch.no_grad():
        small["block"]["q_proj"].b.fill_(1)
        small["block"]["q_proj"].a.copy_(small["block"]["q_proj"].a.bfloat16())
    save_adapter(small, SETTINGS, tmp_path)
    large = adapted(3)
    load_adapter(large, tmp_path)
    assert torch.allclose(large["block"]["q_proj"](x), small["block"]["q_proj"](x))


def test_an_adapter_goes_on_with_more_pieces_each_in_its_new_row(tmp_path: Path) -> None:
    settings = {"rank": 1, "alpha": 2, "targets": ["embed"]}
    few, many = Embedded(3), Embedded(5)
    add_lora(few, settings)
    add_lora(many, settings)
    adapted = few.embed
    assert isinstance(adapted, LoraEmbedding)
    nn.init.normal_(adapted.a)
    save_adapter(few, settings, tmp_path)
    load_adapter(many, tmp_path, [0, 2, 4])
    assert isinstance(many.embed, LoraEmbedding)
    assert torch.allclose(many.embed.a[0, [0, 2, 4]], adapted.a[0], atol=0.01)
    assert not many.embed.a[0, [1, 3]].any()


def test_an_adapted_embedding_changes_the_tied_head_alike_and_merges_into_both(
    tmp_path: Path,
) -> None:
    settings = {**SETTINGS, "targets": ["embed_tokens"]}
    model: Any = nn.ModuleDict(
        {"embed_tokens": nn.Embedding(5, 4), "lm_head": nn.Linear(4, 5, bias=False)}
    )
    model["lm_head"].weight = model["embed_tokens"].weight
    before = model["embed_tokens"].weight.detach().numpy().copy()
    ids, hidden = torch.arange(5), torch.randn(2, 4)
    add_lora(model, settings)
    assert torch.equal(model.embed_tokens(ids), torch.from_numpy(before))
    with torch.no_grad():
        model.embed_tokens.a.normal_().copy_(model.embed_tokens.a.bfloat16())
        model.embed_tokens.b.copy_(model.embed_tokens.b.bfloat16())
    save_adapter(model, settings, tmp_path)
    merged = Lora(tmp_path).merged("embed_tokens.weight", before)
    assert Lora(tmp_path).names == {"embed_tokens.weight"}
    assert torch.allclose(model.embed_tokens(ids), torch.from_numpy(merged), atol=1e-6)
    assert torch.allclose(model.lm_head(hidden), hidden @ torch.from_numpy(merged).T, atol=1e-5)


def training(data: Path, folder: Path) -> tuple[list[str], Path]:
    """The command that trains a tiny model, without ``--minutes``, and where it writes."""
    base, out = write_package(folder) / "base.gguf", folder / "out"
    config = folder / "config.toml"
    config.write_text(quick(Path("training/adapter/config.toml")), "utf-8")
    command = [sys.executable, "-m", "training.adapter.train", "--threads", "1"]
    command += ["--config", str(config), "--data", str(data), "--base", str(base)]
    return [*command, "--out", str(out)], out


@pytest.mark.slow
def test_a_run_is_resumed_from_its_checkpoint(data: Path, tmp_path: Path) -> None:
    command, out = training(data, tmp_path)
    for minutes in ("0.02", "0.04"):
        subprocess.run([*command, "--minutes", minutes], check=True)
    curve = [json.loads(line) for line in (out / "curve.jsonl").read_text().splitlines()]
    ends = [record for record in curve if "development_loss" in record]
    assert len(ends) == 2
    assert 0 < ends[0]["step"] < ends[1]["step"]
    assert {"adapter_model.safetensors", "adapter_config.json", "vocabulary_ids.json"} <= {
        path.name for path in out.iterdir()
    }


@pytest.mark.slow
def test_a_run_that_goes_on_with_new_pairs_keeps_its_vocabulary(tmp_path: Path) -> None:
    data = write_data_folder(tmp_path / "data")
    command, out = training(data, tmp_path)
    subprocess.run([*command, "--minutes", "0.02"], check=True)
    kept = (out / "vocabulary_ids.json").read_text()
    with (data / "train" / "tatoeba.tsv").open("a", encoding="utf-8") as stream:
        stream.write("Rain ~ zeal | quiz.\tភ្លៀងនៅទីនោះ។\n")
    subprocess.run([*command, "--minutes", "0.04"], check=True)
    assert (out / "vocabulary_ids.json").read_text() == kept


@pytest.mark.slow
def test_a_run_that_is_told_to_stop_saves_first_and_goes_on(data: Path, tmp_path: Path) -> None:
    command, out = training(data, tmp_path)
    with subprocess.Popen([*command, "--minutes", "60"]) as process:
        while process.poll() is None and not (out / "curve.jsonl").exists():
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
    assert process.returncode == 0
    stopped = json.loads((out / "curve.jsonl").read_text().splitlines()[-1])
    assert stopped["seconds"] < 3600
    assert stopped["step"] > 0
    subprocess.run([*command, "--minutes", str(stopped["seconds"] / 60 + 0.02)], check=True)
    ended = json.loads((out / "curve.jsonl").read_text().splitlines()[-1])
    assert ended["step"] > stopped["step"]


def test_the_stream_of_pairs_depends_on_the_seed_only() -> None:
    pairs = [Pair(str(n), "ក") for n in range(50)]
    config = {**ONE_WAY, "mix": {"a": 1.0}}
    first, second = (draw({"a": pairs}, config, seed=3) for _ in range(2))
    assert [next(first) for _ in range(80)] == [next(second) for _ in range(80)]


def test_a_shipped_adapter_is_stated_in_the_manifest(tmp_path: Path) -> None:
    package = write_package(tmp_path)
    write_model(tmp_path / "en-km", package)
    write_model(tmp_path / "trained", package)
    (tmp_path / "trained" / "vocabulary_ids.json").write_text("[0, 1, 2, 3]", "utf-8")
    before = read_manifest(tmp_path / "en-km")
    ship(tmp_path / "trained", "2", tmp_path / "en-km")
    after = read_manifest(tmp_path / "en-km")
    assert (after.version, after.adapter) == ("2", before.adapter)
    assert after.files != before.files
    require_intact(after)

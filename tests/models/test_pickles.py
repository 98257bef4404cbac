"""Weights that exist as pickles only."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarize.errors import ModelError
from summarize.models.download import PickledWeightsError, download
from summarize.models.hub import find_cached, is_here
from summarize.models.pickles import convert_pickles, converted_name
from tests.hub import Branch, Hub, Repository, serving_all


class Attack:
    """A pickle that makes a file when it is read without care."""

    def __init__(self, trace: Path) -> None:
        self._trace = trace

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self._trace),)


def save(state: object, path: Path, **options: Any) -> None:
    import torch

    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(state, path, **options)


def weights() -> dict[str, object]:
    import torch

    shared = torch.arange(12.0).reshape(3, 4)
    return {"shared.weight": shared, "lm_head.weight": shared, "bias": torch.ones(3)}


@pytest.mark.parametrize("is_zip", [True, False])
def test_weights_are_converted_and_tied_ones_written_once(tmp_path: Path, is_zip: bool) -> None:
    from safetensors.torch import load_file

    save(weights(), tmp_path / "pytorch_model.bin", _use_new_zipfile_serialization=is_zip)
    [written] = convert_pickles(tmp_path, tmp_path / "out")
    found = load_file(written)
    assert written.name == "model.safetensors"
    assert sorted(found) == ["bias", "shared.weight"]
    assert found["shared.weight"].tolist() == weights()["shared.weight"].tolist()  # type: ignore[attr-defined]


@pytest.mark.parametrize("is_zip", [True, False])
def test_program_code_is_refused_and_does_not_run(tmp_path: Path, is_zip: bool) -> None:
    trace = tmp_path / "trace"
    state = {**weights(), "more": Attack(trace)}
    save(state, tmp_path / "pytorch_model.bin", _use_new_zipfile_serialization=is_zip)
    with pytest.raises(ModelError, match="program code") as caught:
        convert_pickles(tmp_path, tmp_path / "out")
    assert "choose another model" in caught.value.hint
    assert not trace.exists()
    assert not list((tmp_path / "out").iterdir())


@pytest.mark.parametrize("state", [[1, 2], {"a": "text"}], ids=["a list", "text"])
def test_what_is_no_table_of_tensors_is_refused(tmp_path: Path, state: object) -> None:
    save(state, tmp_path / "pytorch_model.bin")
    with pytest.raises(ModelError, match=r"pytorch_model\.bin was not converted: TypeError"):
        convert_pickles(tmp_path, tmp_path / "out")


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pytorch_model.bin").write_bytes(b"PK no archive")
    with pytest.raises(ModelError, match="was not converted"):
        convert_pickles(tmp_path, tmp_path / "out")


def test_shards_keep_their_numbers() -> None:
    name = "pytorch_model-00002-of-00003.bin"
    assert converted_name(name) == "model-00002-of-00003.safetensors"


@pytest.fixture
def notices() -> list[str]:
    return []


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A repository of before safetensors, in two shards."""
    from tests.published.m2m100 import m2m100

    return m2m100(tmp_path / "old", "refs/pr/1")["main"]


@pytest.fixture
def hub(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("HF_HUB_CACHE", raising=False)
    with serving_all({"acme/old": Repository({"main": Branch(old)})}) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        yield hub


def cache(tmp_path: Path) -> Path:
    return tmp_path / "home" / "hub"


def test_a_repository_of_pickles_names_the_command_that_gets_it(hub: Hub, tmp_path: Path) -> None:
    with pytest.raises(PickledWeightsError) as caught:
        download("acme/old", cache(tmp_path), print)
    assert "summarize models pull acme/old --allow-pickle" in caught.value.hint
    assert not is_here("acme/old")


def test_a_pickle_is_converted_once_and_removed(
    hub: Hub, tmp_path: Path, notices: list[str]
) -> None:
    from summarize.models.local_copies import damaged_files

    download("acme/old", cache(tmp_path), notices.append, allow_pickle=True)
    found = find_cached("acme/old")
    assert found is not None
    assert is_here("acme/old")
    assert (found.folder / "model.safetensors").is_symlink()
    assert damaged_files(found.folder) == []
    assert not list(cache(tmp_path).rglob("*.bin"))
    blobs = [path.stat().st_size for path in cache(tmp_path).glob("*/blobs/*")]
    assert sum(blobs) < 1.2 * sum(p.stat().st_size for p in found.folder.iterdir())
    assert any("in a process of their own" in notice for notice in notices)


def test_a_malicious_repository_leaves_no_weights(hub: Hub, old: Path, tmp_path: Path) -> None:
    save({"weight": Attack(tmp_path / "trace")}, old / "pytorch_model.bin")
    with pytest.raises(ModelError, match="program code"):
        download("acme/old", cache(tmp_path), print, allow_pickle=True)
    assert not is_here("acme/old")
    assert not (tmp_path / "trace").exists()


def test_the_conversion_of_the_hubs_bot_comes_first(
    hub: Hub, old: Path, tmp_path: Path, notices: list[str]
) -> None:
    converted = old.parent / "conversion"
    branches = hub.repositories["acme/old"].branches
    branches["refs/pr/3"] = Branch(converted, "3" * 40)
    branches["refs/pr/4"] = Branch(old, "4" * 40)  # of the bot as well, without weights
    branches["refs/pr/9"] = Branch(converted, "9" * 40, author="somebody")
    download("acme/old", cache(tmp_path), notices.append)
    found = find_cached("acme/old")
    assert found is not None
    assert found.revision == "3" * 40
    assert "refs/pr/3, the hub's own conversion" in notices[0]


def test_a_pull_request_of_somebody_else_does_not_count(
    hub: Hub, old: Path, tmp_path: Path
) -> None:
    branch = Branch(old.parent / "conversion", "9" * 40, author="somebody")
    hub.repositories["acme/old"].branches["refs/pr/9"] = branch
    with pytest.raises(PickledWeightsError):
        download("acme/old", cache(tmp_path), print)


def test_a_pinned_branch_that_has_moved_is_not_taken(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    branches = {"main": Branch(old), "refs/pr/19": Branch(old.parent / "conversion", "f" * 40)}
    with serving_all({"facebook/m2m100_418M": Repository(branches)}) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        with pytest.raises(ModelError, match="it was 791dc1c and is ffffffffffff now") as caught:
            download("facebook/m2m100_418M@refs/pr/19", cache(tmp_path), print)
        assert f"pull facebook/m2m100_418M@{'f' * 40}" in caught.value.hint
        assert download(f"facebook/m2m100_418M@{'f' * 40}", cache(tmp_path), print)
    assert is_here("facebook/m2m100_418M")


def test_a_token_is_not_told_to_the_host_of_large_files(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    download("acme/old", cache(tmp_path), print, allow_pickle=True)
    assert hub.store.credentials
    assert not any(hub.store.credentials)


def test_a_gated_repository_says_what_to_do(hub: Hub, tmp_path: Path) -> None:
    hub.repositories["acme/old"].gated = True
    with pytest.raises(ModelError, match="only to those who accepted its terms"):
        download("acme/old", cache(tmp_path), print, allow_pickle=True)

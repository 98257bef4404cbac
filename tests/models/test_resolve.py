import json
import shutil
from pathlib import Path

import pytest

from summarize.errors import ModelCorruptedError, ModelError, ModelMissingError
from summarize.models.hub import hub_cache
from summarize.models.layout import fingerprint, missing_files
from summarize.models.resolve import is_model_name, resolve
from summarize.options import BackendOptions

INSTEAD = "--translator embedded"
COMMIT = "89abcdef0123456789abcdef0123456789abcdef"


@pytest.fixture
def options(tmp_path: Path) -> BackendOptions:
    return BackendOptions(model_dir=tmp_path / "models")


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of the hub's library."""
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path / "hub"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """Files as far as their names go."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    for name in ("config.json", "tokenizer_config.json", "tokenizer.json"):
        (folder / name).write_text("{}")
    (folder / "model.safetensors").write_bytes(bytes(300_000))
    return folder


def put_into(hub: Path, name: str, model: Path) -> Path:
    home = hub / f"models--{name.replace('/', '--')}"
    (home / "refs").mkdir(parents=True)
    (home / "refs" / "main").write_text(COMMIT)
    return shutil.copytree(model, home / "snapshots" / COMMIT)


def test_a_folder_is_a_model_of_its_own_name(model: Path, options: BackendOptions) -> None:
    found = resolve(str(model), options, INSTEAD)
    assert (found.name, found.folder) == ("tiny", model)
    assert found.revision == fingerprint(model)


@pytest.mark.parametrize("name", ["config.json", "model.safetensors", "tokenizer.json"])
@pytest.mark.parametrize("where", [0, -1])
def test_a_change_in_any_file_changes_the_fingerprint(model: Path, name: str, where: int) -> None:
    before = fingerprint(model)
    content = bytearray((model / name).read_bytes())
    content[where] ^= 1
    (model / name).write_bytes(content)
    assert fingerprint(model) != before


def test_a_copy_elsewhere_has_the_same_fingerprint(model: Path, tmp_path: Path) -> None:
    assert fingerprint(shutil.copytree(model, tmp_path / "copy")) == fingerprint(model)


def test_files_that_are_not_loaded_do_not_count(model: Path) -> None:
    before = fingerprint(model)
    (model / "README.md").write_text("about")
    assert fingerprint(model) == before


def test_a_model_of_the_hub_is_known_by_its_commit(
    hub: Path, model: Path, options: BackendOptions, no_network: list[object]
) -> None:
    folder = put_into(hub, "acme/tiny", model)
    found = resolve("acme/tiny", options, INSTEAD)
    assert (found.name, found.revision, found.folder) == ("acme/tiny", COMMIT, folder)


def test_a_branch_or_a_commit_can_be_named(hub: Path, model: Path, options: BackendOptions) -> None:
    folder = put_into(hub, "acme/tiny", model)
    other = folder.parent.parent / "refs" / "pr" / "1"
    other.parent.mkdir()
    other.write_text(COMMIT)
    for name in (f"acme/tiny@{COMMIT}", "acme/tiny@pr/1", "acme/tiny@main"):
        assert resolve(name, options, INSTEAD).folder == folder
    with pytest.raises(ModelMissingError, match="acme/tiny@v2"):
        resolve("acme/tiny@v2", options, INSTEAD)


@pytest.mark.usefixtures("hub", "no_network")
def test_a_missing_model_names_the_command_and_the_way_round(options: BackendOptions) -> None:
    with pytest.raises(ModelMissingError, match="acme/none") as caught:
        resolve("acme/none", options, INSTEAD)
    assert "--download" in caught.value.hint
    assert INSTEAD in caught.value.hint


@pytest.mark.usefixtures("hub", "no_network")
def test_offline_wins_over_download(tmp_path: Path) -> None:
    options = BackendOptions(model_dir=tmp_path, offline=True, download=True)
    with pytest.raises(ModelMissingError, match="--offline") as caught:
        resolve("acme/none", options, INSTEAD)
    assert INSTEAD in caught.value.hint


def test_half_a_download_counts_as_missing(hub: Path, model: Path, options: BackendOptions) -> None:
    (put_into(hub, "acme/tiny", model) / "model.safetensors").unlink()
    with pytest.raises(ModelMissingError, match=r"left out model\.safetensors"):
        resolve("acme/tiny", options, INSTEAD)


def test_weights_that_can_hold_code_are_not_loaded(
    hub: Path, model: Path, options: BackendOptions
) -> None:
    (model / "model.safetensors").rename(model / "pytorch_model.bin")
    put_into(hub, "acme/old", model)
    for name in (str(model), "acme/old"):
        with pytest.raises(ModelError, match="not in safetensors form") as caught:
            resolve(name, options, INSTEAD)
        assert not isinstance(caught.value, ModelMissingError)


def test_a_folder_without_weights_says_what_is_missing(
    tmp_path: Path, options: BackendOptions
) -> None:
    with pytest.raises(ModelCorruptedError, match=r"config\.json, model\.safetensors missing"):
        resolve(str(tmp_path), options, INSTEAD)


def test_weights_in_several_files_must_all_be_there(model: Path) -> None:
    (model / "model.safetensors").rename(model / "model-1-of-2.safetensors")
    shards = {"a": "model-1-of-2.safetensors", "b": "model-2-of-2.safetensors"}
    index = model / "model.safetensors.index.json"
    index.write_text(json.dumps({"weight_map": shards}))
    assert missing_files(model) == ["model-2-of-2.safetensors"]
    index.write_text("{")
    with pytest.raises(ModelCorruptedError, match="unreadable"):
        missing_files(model)


def test_the_cache_of_the_hub_is_where_its_variables_say(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("HF_HUB_CACHE", "HF_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    assert hub_cache() == Path.home() / ".cache" / "huggingface" / "hub"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert hub_cache() == tmp_path / "huggingface" / "hub"
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    assert hub_cache() == tmp_path / "home" / "hub"
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "cache"))
    assert hub_cache() == tmp_path / "cache"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("acme/tiny", True),
        ("acme/tiny@v1", True),
        ("acme", False),
        ("a/b/c", False),
        ("../x", False),
        ("", False),
    ],
)
def test_a_model_name_is_a_folder_or_owner_and_name(
    name: str, meant: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")  # beside which nothing lies
    assert is_model_name(name) is meant


def test_an_existing_folder_is_a_model_name(tmp_path: Path) -> None:
    assert is_model_name(str(tmp_path))

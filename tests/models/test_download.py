import shutil
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from summarize.errors import ModelError, ModelMissingError
from summarize.models.resolve import resolve
from summarize.options import BackendOptions
from tests.hub import COMMIT, serving

INSTEAD = "--translator embedded"


@pytest.fixture
def notices() -> list[str]:
    return []


@pytest.fixture
def options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, notices: list[str]) -> BackendOptions:
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("HF_HUB_CACHE", raising=False)
    return BackendOptions(tmp_path / "models", download=True, notify=notices.append)


@pytest.fixture
def published(checkpoints: dict[str, Path], tmp_path: Path) -> Path:
    """A repository with the usual ballast beside the model."""
    folder = shutil.copytree(checkpoints["nllb"], tmp_path / "published")
    (folder / "pytorch_model.bin").write_bytes(b"code")
    (folder / "README.md").write_text("about")
    (folder / "onnx").mkdir()
    (folder / "onnx" / "config.json").write_text("{}")
    return folder


def fetch(url: str, options: BackendOptions, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HF_ENDPOINT", url)
    return resolve("acme/tiny", options, INSTEAD).folder


def test_what_is_fetched_is_the_model_and_no_code(
    published: Path,
    options: BackendOptions,
    monkeypatch: pytest.MonkeyPatch,
    notices: list[str],
    capfd: pytest.CaptureFixture[str],
) -> None:
    with serving("acme/tiny", published) as hub:
        folder = fetch(hub.url, options, monkeypatch)
        asked = len(hub.requested)
        assert fetch(hub.url, options, monkeypatch) == folder
        assert len(hub.requested) == asked, "what is here is not asked for again"
    assert folder.name == COMMIT
    assert sorted(path.name for path in folder.iterdir()) == [
        "config.json",
        "generation_config.json",
        "model.safetensors",
        "tokenizer.json",
        "tokenizer_config.json",
    ]
    assert (folder / "model.safetensors").read_bytes() == (
        published / "model.safetensors"
    ).read_bytes()
    assert notices[0].startswith("Fetching acme/tiny: 0.3 MB in 5 files")
    assert capfd.readouterr() == ("", "")


def test_without_leave_nothing_is_fetched(
    published: Path, options: BackendOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving("acme/tiny", published) as hub:
        for refused in (replace(options, download=False), replace(options, offline=True)):
            with pytest.raises(ModelMissingError):
                fetch(hub.url, refused, monkeypatch)
        assert hub.requested == []


def test_a_revision_can_be_named(
    published: Path, options: BackendOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving("acme/tiny", published) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        found = resolve(f"acme/tiny@{COMMIT}", options, INSTEAD)
        assert (found.name, found.revision) == ("acme/tiny", COMMIT)
        with pytest.raises(ModelMissingError, match="no model acme/tiny@v9"):
            resolve("acme/tiny@v9", options, INSTEAD)


@pytest.mark.parametrize(
    ("status", "code", "error", "said"),
    [
        (404, "RepoNotFound", ModelMissingError, "no model acme/tiny"),
        (401, "RepoNotFound", ModelMissingError, "keeps it private"),
        (403, "GatedRepo", ModelError, "accepted its terms"),
        (403, "", ModelError, "status 403"),
        (500, "", ModelError, "status 500"),
    ],
)
def test_a_refusal_is_put_in_plain_words(
    status: int,
    code: str,
    error: type[ModelError],
    said: str,
    published: Path,
    options: BackendOptions,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with (
        serving("acme/tiny", published, status, code) as hub,
        pytest.raises(error, match=said) as caught,
    ):
        fetch(hub.url, options, monkeypatch)
    assert caught.value.hint


def test_a_refused_connection_is_put_in_plain_words(
    options: BackendOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(ModelError, match="could not be fetched") as caught:
        fetch(f"http://127.0.0.1:{port}", options, monkeypatch)
    assert "connection" in caught.value.hint


def test_a_hub_that_never_answers_is_given_up(
    options: BackendOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarize.models.download.TIMEOUT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(ModelError, match="could not be fetched"):
            fetch(url, options, monkeypatch)

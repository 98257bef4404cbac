"""What goes wrong on the way from a real hub on loopback, and what is made of it."""

import errno
import resource
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.errors import ModelCorruptedError, ModelError
from summarize.models.download import Plan, download
from summarize.models.hub import find_cached, hub_cache
from summarize.models.local_copies import damaged_files
from tests.hub import Hub, serving

CUT = 100_000


@pytest.fixture
def hub(
    checkpoints: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hub]:
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("HF_HUB_CACHE", raising=False)
    monkeypatch.delenv("HF_TOKEN", raising=False)
    # A transfer is written in steps of 10 MB, more than the whole of a tiny model.
    monkeypatch.setattr("huggingface_hub.constants.DOWNLOAD_CHUNK_SIZE", 4096)
    folder = shutil.copytree(checkpoints["nllb"], tmp_path / "published")
    with serving("acme/tiny", folder) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        yield hub


def ignored(_: str) -> None:
    """A notice nobody asks for."""


def fetch(hub: Hub, notices: list[str] | None = None) -> Path:
    told: list[str] = [] if notices is None else notices
    download("acme/tiny", hub_cache(), told.append)
    found = find_cached("acme/tiny")
    assert found is not None
    return found.folder


def weights(hub: Hub) -> bytes:
    return (hub.folder / "model.safetensors").read_bytes()


def test_an_interrupted_transfer_goes_on_where_it_ended(hub: Hub) -> None:
    hub.store.cut = CUT
    folder = fetch(hub)
    first, second = hub.ranges
    assert first == ""
    assert 0 < int(second.removeprefix("bytes=").rstrip("-")) <= CUT
    assert (folder / "model.safetensors").read_bytes() == weights(hub)


def test_what_an_earlier_process_left_is_continued(hub: Hub) -> None:
    folder = fetch(hub)
    blob = (folder / "model.safetensors").resolve()
    shutil.rmtree(folder.parents[1] / "snapshots")
    blob.rename(blob.with_name(f"{blob.name}.partial"))
    with blob.with_name(f"{blob.name}.partial").open("r+b") as stream:
        stream.truncate(CUT)
    hub.ranges.clear()
    assert (fetch(hub) / "model.safetensors").read_bytes() == weights(hub)
    assert hub.ranges == [f"bytes={CUT}-"]


def test_a_wrong_checksum_is_told_and_nothing_wrong_is_kept(hub: Hub) -> None:
    hub.store.corrupt = True
    with pytest.raises(ModelCorruptedError, match="checksum") as caught:
        fetch(hub)
    assert "model.safetensors" in caught.value.message
    assert find_cached("acme/tiny") is None
    assert not list(hub_cache().rglob("*.partial"))
    hub.store.corrupt = False
    assert damaged_files(fetch(hub)) == []


@pytest.mark.parametrize(
    ("status", "code", "headers", "said", "advised"),
    [
        (401, "", {"X-Error-Message": "Invalid credentials in Authorization header"}, "token", ""),
        (403, "GatedRepo", {}, "accepted its terms", "page of the model"),
        (429, "", {"Retry-After": "7"}, "429", "in 7 seconds"),
        (429, "", {}, "429", "in some minutes"),
        (500, "", {}, "status 500", "later"),
    ],
)
def test_a_refusal_says_what_to_do(
    hub: Hub, status: int, code: str, headers: dict[str, str], said: str, advised: str
) -> None:
    hub.status, hub.code, hub.extra = status, code, headers
    with pytest.raises(ModelError, match=said) as caught:
        fetch(hub)
    assert advised in caught.value.hint
    assert "hf auth login" in caught.value.hint or status == 500


def test_a_disk_without_room_is_noticed_before_anything_is_fetched(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 1000}))
    with pytest.raises(ModelError, match="free") as caught:
        fetch(hub)
    assert "HF_HOME" in caught.value.hint
    assert hub.ranges == []


def test_a_disk_that_fills_up_keeps_what_was_fetched(hub: Hub) -> None:
    """A limit on the size of files fails writes as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (CUT, before[1]))
    try:
        with pytest.raises(ModelError, match="could not be fetched") as caught:
            fetch(hub)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert isinstance(caught.value.__cause__, OSError)
    assert caught.value.__cause__.errno == errno.EFBIG
    assert "free space" in caught.value.hint
    assert (fetch(hub) / "model.safetensors").read_bytes() == weights(hub)
    assert hub.ranges[-1].startswith("bytes=")


def test_other_weights_than_safetensors_are_refused_before_anything_is_fetched(hub: Hub) -> None:
    (hub.folder / "model.safetensors").rename(hub.folder / "pytorch_model.bin")
    with pytest.raises(ModelError, match="nothing was fetched"):
        fetch(hub)
    assert not any("/resolve/" in path for path in hub.requested)


def test_the_size_is_told_and_can_be_declined(hub: Hub) -> None:
    plans: list[Plan] = []

    def declined(plan: Plan) -> bool:
        plans.append(plan)
        return False

    assert not download("acme/tiny", hub_cache(), ignored, declined)
    assert plans[0].missing == plans[0].size > len(weights(hub))
    assert find_cached("acme/tiny") is None
    fetch(hub)
    download("acme/tiny", hub_cache(), ignored, declined)
    assert plans[1].missing == 0

"""The advice after a draft of the embedded model follows what is on this machine."""

from pathlib import Path

import pytest

from summarize.cli.job import better_khmer
from summarize.models.catalog import catalog
from summarize.models.local_copies import repository_folder


def put(cache: Path, name: str) -> None:
    entry = catalog().find(name)
    assert entry is not None
    home = repository_folder(cache, entry.repo)
    snapshot = home / "snapshots" / "abc"
    snapshot.mkdir(parents=True)
    (home / "refs").mkdir()
    (home / "refs" / "main").write_text("abc")
    for file in ("config.json", "model.safetensors"):
        (snapshot / file).write_bytes(b"{}")


def test_the_hint_goes_from_getting_the_model_to_the_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    chosen = catalog().profiles["recommended"]
    assert "models pull recommended, then --profile recommended" in better_khmer()
    assert "Apache-2.0" in better_khmer()
    put(tmp_path, chosen["translator"])
    assert "pull" not in better_khmer()
    assert f"--translator {chosen['translator']}" in better_khmer()
    put(tmp_path, chosen["summarizer"])
    assert "--profile recommended" in better_khmer()

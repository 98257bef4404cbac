"""``summarize models``: find, get, check and remove, on a real hub on loopback."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.hub import COMMIT, Hub, point_to, serving
from tests.published.m2m100 import m2m100

SMALL_STEPS = (
    "from huggingface_hub import constants; constants.DOWNLOAD_CHUNK_SIZE = 4096; "
    "from summarize.cli import main; main()"
)


@pytest.fixture
def hub(
    checkpoints: dict[str, Path],
    environment: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Hub]:
    with serving("acme/tiny", checkpoints["nllb"]) as hub:
        point_to(hub, tmp_path / "home", monkeypatch, environment)
        yield hub


def listed(run: Run) -> dict[str, dict[str, object]]:
    return {row["name"]: row for row in json.loads(run("models", "list", "--format", "json").out)}


def test_the_list_marks_what_is_on_this_machine(run: Run, hub: Hub) -> None:
    assert not any(row["here"] for row in listed(run).values())
    run("models", "pull", "acme/tiny", "--yes")
    assert [name for name, row in listed(run).items() if row["here"]] == ["acme/tiny"]
    assert "\n*  acme/tiny" in run("models", "list").out


def test_the_list_is_aligned_and_plain(run: Run, hub: Hub) -> None:
    lines = run("models", "list").out.splitlines()
    assert all(line.isascii() for line in lines)
    column = lines[0].index("COMMERCIAL")
    table = lines[1 : lines.index("")]
    assert {line[column:].split()[0] for line in table} == {"yes", "no", "unknown"}


def test_show_puts_the_licence_in_plain_words(run: Run, hub: Hub) -> None:
    out = run("models", "show", "nllb-200-distilled-600M").out
    assert "non-commercial: a newsroom that earns money with it may not use it" in out
    assert "refs/pr/39, where the hub's own bot has the weights as safetensors" in out
    assert "none was verified" in run("models", "show", "bart-large-cnn").out
    data = json.loads(run("models", "show", "nllb-200-distilled-600M", "--format", "json").out)
    assert data["figures"][0]["source"]
    assert data["here"] is False


def test_an_unknown_name_leads_to_the_list(run: Run, hub: Hub) -> None:
    for command in ("show", "pull", "path"):
        outcome = run("models", command, "nlb")
        assert outcome.code == 2
        assert "models list" in outcome.err


def test_a_pull_prints_where_the_model_is(run: Run, hub: Hub) -> None:
    pulled = json.loads(run("models", "pull", "acme/tiny", "--yes", "--format", "json").out)
    assert pulled["revision"] == COMMIT
    assert run("models", "path", "acme/tiny").out.strip() == pulled["path"]


def test_without_a_person_to_ask_nothing_is_fetched(run: Run, hub: Hub) -> None:
    outcome = run("models", "pull", "acme/tiny")
    assert outcome.code == 2
    assert "MB" in outcome.err
    assert "--yes" in outcome.err
    assert not any("/resolve/" in path for path in hub.requested)


@pytest.mark.parametrize("switch", ["flag", "HF_HUB_OFFLINE", "SUMMARIZE_OFFLINE"])
def test_offline_attempts_no_connection(
    run: Run, hub: Hub, no_network: list[object], monkeypatch: pytest.MonkeyPatch, switch: str
) -> None:
    if switch != "flag":
        monkeypatch.delenv("SUMMARIZE_OFFLINE")
        monkeypatch.setenv(switch, "1")
    flag = ["--offline"] if switch == "flag" else []
    outcome = run("models", "pull", "acme/tiny", "--yes", *flag)
    assert outcome.code == 2
    assert "offline" in outcome.err


def test_verify_finds_a_changed_file(run: Run, hub: Hub) -> None:
    run("models", "pull", "acme/tiny", "--yes")
    assert run("models", "verify", "acme/tiny").code == 0
    folder = Path(run("models", "path", "acme/tiny").out.strip())
    for name in ("config.json", "model.safetensors"):
        with (folder / name).open("r+b") as stream:
            stream.seek(10)
            stream.write(b"#")
    outcome = run("models", "verify", "acme/tiny", "--format", "json")
    assert outcome.code == 1
    found = json.loads(outcome.out)
    damaged = {name for name, health in found.items() if health == "damaged"}
    assert damaged == {"config.json", "model.safetensors"}


def test_remove_takes_the_conversion_along(run: Run, hub: Hub, tmp_path: Path) -> None:
    run("models", "pull", "acme/tiny", "--yes")
    kept = json.loads(run("models", "convert", "acme/tiny", "--format", "json").out)["path"]
    assert (Path(kept) / "model").is_dir()
    assert run("models", "remove", "acme/tiny").code == 2, "nobody agreed"
    assert Path(kept).is_dir()
    assert run("models", "remove", "acme/tiny", "--yes").code == 0
    assert not Path(kept).exists()
    assert "models pull" in run("models", "path", "acme/tiny").err


def test_a_pull_killed_half_way_goes_on_and_works_offline(
    run: Run, hub: Hub, environment: dict[str, str], tmp_path: Path
) -> None:
    hub.store.cut, hub.store.stall = 100_000, True
    words = [sys.executable, "-c", SMALL_STEPS, "models", "pull", "acme/tiny", "--yes"]
    with subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL) as process:
        assert hub.store.stalled.wait(60)
        partial = wait_for_partial(Path(environment["HF_HOME"]))
        os.kill(process.pid, signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert "not on this machine" in run("models", "path", "acme/tiny").err
    begun = partial.stat().st_size
    assert run("models", "pull", "acme/tiny", "--yes").code == 0
    assert hub.ranges == ["", f"bytes={begun}-"]
    assert run("models", "verify", "acme/tiny").code == 0
    hub.status = 500  # from here on it would fail, were it asked
    asked = len(hub.requested)
    article = tmp_path / "article.txt"
    article.write_text("The minister of justice spoke of the courts on Monday. " * 3, "utf-8")
    outcome = run("translate", article, "--translator", "acme/tiny", "--offline")
    assert outcome.code == 0, outcome.err
    assert len(hub.requested) == asked
    assert outcome.err.count("non-commercial") == 1


def wait_for_partial(home: Path) -> Path:
    """Data sent may not have been written yet when the hub stalls."""
    for _ in range(200):
        found = [path for path in home.rglob("*.partial") if path.stat().st_size]
        if found:
            return found[0]
        time.sleep(0.05)
    raise AssertionError("nothing was written")


def test_a_folder_of_pickles_is_converted_where_that_is_allowed(run: Run, tmp_path: Path) -> None:
    folder = m2m100(tmp_path / "old", "refs/pr/1")["main"]
    pickles = sorted(path.name for path in folder.glob("*.bin"))
    refused = run("models", "convert", str(folder))
    assert refused.code == 1
    assert f"summarize models convert {folder} --allow-pickle" in refused.err
    done = run("models", "convert", str(folder), "--allow-pickle", "--format", "json")
    assert done.code == 0, done.err
    assert (Path(json.loads(done.out)["path"]) / "model" / "model.bin").is_file()
    assert sorted(path.name for path in folder.glob("*.bin")) == pickles
    assert run("models", "convert", str(folder)).code == 0


@pytest.mark.parametrize(
    ("name", "fetched", "memory"),
    [
        ("Qwen3-4B-Instruct-2507", "about 8.0 GB", "about 9.2 GB"),
        ("bart-large-cnn", "1.6 GB", "about 0.5 GB, once about 2.4 GB while it is converted"),
        ("gemma-4-E2B-it", "unknown", "unknown"),
    ],
)
def test_what_a_model_takes_is_told(run: Run, name: str, fetched: str, memory: str) -> None:
    assert f"\nmemory      {memory}\n" in run("models", "show", name).out
    data = json.loads(run("models", "show", name, "--format", "json").out)
    assert (data["disk"], data["memory"]) == (fetched, memory)

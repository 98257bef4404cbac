"""From the first article to the recommended models, with a connection that breaks off once."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.models.catalog import catalog
from summarize.models.load import quiet
from tests.cli.conftest import SAMPLE, Run
from tests.hub import Hub, point_to, serving_all
from tests.published import repository

RECOMMENDED = [entry for entry in catalog().models_of("recommended") if entry]
PULL = (
    "from huggingface_hub import constants; constants.DOWNLOAD_CHUNK_SIZE = 4096; "
    "from summarize.cli import main; main(['models', 'pull', 'recommended', '--yes'])"
)


@pytest.fixture
def hub(
    environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hub]:
    with quiet():
        published = {e.repo: repository(e.repo, tmp_path / e.family) for e in RECOMMENDED}
    with serving_all(published) as hub:
        point_to(hub, tmp_path / "home", monkeypatch, environment)
        yield hub


def recommended(run: Run) -> dict[str, str]:
    """What ``doctor`` says of the profile."""
    found = json.loads(run("doctor", "--format", "json").out)
    return next(one for one in found if one["name"] == "recommended")


def test_one_command_gets_the_profile_and_it_runs_offline(
    run: Run, hub: Hub, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert recommended(run)["remedy"] == "summarize models pull recommended"
    hub.store.cut, hub.store.stall = 50_000, True
    words = [sys.executable, "-c", PULL]
    with subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL) as process:
        assert hub.store.stalled.wait(60)
        os.kill(process.pid, signal.SIGKILL)
    assert recommended(run)["status"] == "note"

    done = run("models", "pull", "recommended", "--yes")
    assert done.code == 0, done.err
    assert len(done.out.splitlines()) == len(RECOMMENDED)
    assert all(entry.licence in done.err for entry in RECOMMENDED)
    assert recommended(run)["status"] == "ok"

    hub.status = 500  # from here on it would fail, were it asked
    monkeypatch.delenv("SUMMARIZE_TRANSLATOR")
    outcome = run(SAMPLE, "--profile", "recommended", "--offline", "--format", "json")
    assert outcome.code == 0, outcome.err
    provenance = json.dumps(json.loads(outcome.out)["provenance"])
    assert all(entry.repo in provenance for entry in RECOMMENDED)


def test_the_size_is_told_once_for_all_of_a_profile(run: Run, hub: Hub) -> None:
    asked = run("models", "pull", "recommended")
    assert asked.code == 2
    assert asked.err.count("Fetch ") == 1
    assert all(entry.repo in asked.err for entry in RECOMMENDED)


def test_a_profile_of_what_comes_with_the_program_needs_nothing(run: Run, hub: Hub) -> None:
    outcome = run("models", "pull", "embedded", "--yes")
    assert outcome.code == 2
    assert "--profile embedded" in outcome.err


def test_what_kind_of_model_it_is_is_known_before_its_weights_are_fetched(
    run: Run, hub: Hub
) -> None:
    branch = hub.repositories["facebook/bart-large-cnn"].branches["main"]
    path = branch.folder / "config.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "model_type": "novel"}))
    outcome = run(SAMPLE, "--summarizer", "facebook/bart-large-cnn", "--download")
    assert outcome.code == 1
    assert "'novel' are not supported" in outcome.err
    assert hub.ranges == []

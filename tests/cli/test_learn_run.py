"""``summarize learn run``, ``status``, ``undo``, ``export``, ``import`` with a tiny model."""

import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarize.adapting import bring as bringing
from summarize.adapting import learn as learning
from summarize.adapting.background import started
from summarize.adapting.desk import Desk
from summarize.adapting.gate import Compared, Verdict
from summarize.backends import embedded as backend
from summarize.cli import adapting
from summarize.errors import SummarizeError
from summarize.memory import Memory
from summarize.models.embedded.manifest import Manifest
from summarize.settings import load_settings
from tests.adapting.desks import APART, approved, tiny_model
from tests.cli.conftest import Run
from tests.tiny_embedded import PACKAGE

SOME = Compared(20, 50.0, 53.0, 1.0, 5.0)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="module")
def tiny(site: Path) -> Manifest:
    return tiny_model(site)


@pytest.fixture
def model(
    tiny: Manifest, site: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Manifest]:
    """The shipped model of the program is the tiny one, and comparisons come out well."""
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.setattr(backend, "FOLDER", tiny.folder)
    monkeypatch.setattr(adapting, "shipped_model", lambda: tiny)
    monkeypatch.setattr(learning, "settings", lambda: APART)
    monkeypatch.setattr(bringing, "settings", lambda: APART)
    judge(monkeypatch, "swapped")
    yield tiny
    sys.modules.pop(PACKAGE, None)


def judge(monkeypatch: pytest.MonkeyPatch, decision: Any) -> None:
    """Let comparisons come out as ``decision``: what translates is tested elsewhere."""
    reasons = () if decision == "swapped" else ("It may be chance.",)
    monkeypatch.setattr(learning, "judged", lambda *_: Verdict(decision, reasons, SOME, SOME))


@pytest.fixture
def memory(environment: dict[str, str]) -> Path:
    """A memory of 343 approved sentences."""
    path = load_settings().memory
    memory = Memory(path)
    memory.add(approved())
    memory.close()
    return path


def standing(run: Run) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("learn", "status", "--format", "json").out)
    return found


def test_too_little_is_told_with_what_counts(run: Run, model: Manifest) -> None:
    outcome = run("learn", "run")
    assert outcome.code == 1
    assert "0 of 0 approved sentences count" in outcome.err
    assert "memory import" in outcome.err


def test_what_was_learned_is_in_use_told_and_named(run: Run, model: Manifest, memory: Path) -> None:
    outcome = run("learn", "run", "--minutes", "0.05", "--threads", "1")
    assert outcome.code == 0
    assert "Learning from 343 approved sentences, 0.05 minutes in all." in outcome.err
    assert "tiny-1-desk.1 is in use from now on." in outcome.out
    assert "chrF 50.0 to 53.0 (+3.0, 95 % interval +1.0 to +5.0, 20 sentences)" in outcome.out
    told = run("learn", "status").out
    assert "In use: tiny-1-desk.1, since 20" in told
    assert "learned from 343 approved sentences of this desk" in told
    assert "Before: tiny-1. To go back to it: summarize learn undo" in told
    assert "No run is begun." in told


def test_what_was_refused_is_told_with_figures_and_where_it_is(
    run: Run, model: Manifest, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge(monkeypatch, "refused")
    outcome = run("learn", "run", "--minutes", "0.05", "--threads", "1")
    assert outcome.code == 0
    assert "Not swapped in" in outcome.out
    assert "It may be chance." in outcome.out
    assert "chrF 50.0 to 53.0" in outcome.out
    found = standing(run)
    assert found["used"] is None
    assert found["candidate"]["decision"] == "refused"
    assert f"--translator {found['candidate']['folder']}" in run("learn", "status").out


def test_undo_goes_back_and_says_to_what(run: Run, model: Manifest, memory: Path) -> None:
    run("learn", "run", "--minutes", "0.05", "--threads", "1")
    assert "tiny-1 is in use again. tiny-1-desk.1 is kept" in run("learn", "undo").out
    assert standing(run)["used"] is None
    again = run("learn", "undo")
    assert again.code == 2
    assert "nothing to undo" in again.err


def test_a_version_goes_out_and_comes_in_again(
    run: Run, model: Manifest, memory: Path, tmp_path: Path
) -> None:
    run("learn", "run", "--minutes", "0.05", "--threads", "1")
    outcome = run("learn", "export", tmp_path / "desk.zip")
    assert (outcome.code, "Gemma" in outcome.err) == (0, True)
    run("learn", "undo")
    told = run("learn", "import", tmp_path / "desk.zip")
    assert "tiny-1-desk.1 is in use from now on." in told.out
    assert standing(run)["used"]["origin"] == "desk.zip (tiny-1-desk.1)"


def test_what_comes_in_where_too_little_was_approved_is_named_as_not_measured(
    run: Run, model: Manifest, memory: Path, tmp_path: Path
) -> None:
    run("learn", "run", "--minutes", "0.05", "--threads", "1")
    run("learn", "export", tmp_path / "desk.zip")
    run("learn", "undo")
    memory.unlink()
    assert "is in use from now on, not measured." in run("learn", "import", "desk.zip").out
    assert "Not measured on this desk." in run("learn", "status").out


def test_a_run_that_was_stopped_is_told_and_gone_on_with(
    run: Run, model: Manifest, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = learning.train
    monkeypatch.setattr(learning, "train", lambda *_: False)
    outcome = run("learn", "run", "--minutes", "0.05", "--threads", "1")
    assert outcome.code == 130
    assert "To go on: summarize learn run" in outcome.err
    assert "Stopped: 0 of 0.05 minutes" in run("learn", "status").out
    monkeypatch.setattr(learning, "train", real)
    outcome = run("learn", "run")
    assert "Going on learning from 343" in outcome.err
    assert "is in use from now on." in outcome.out


def test_another_memory_can_be_named(
    run: Run, model: Manifest, memory: Path, tmp_path: Path
) -> None:
    memory.rename(tmp_path / "other.sqlite")
    outcome = run(
        "learn", "run", "--minutes", "0.05", "--threads", "1", "--memory", tmp_path / "other.sqlite"
    )
    assert outcome.code == 0
    assert standing(run)["used"]["sentences"] == 343


def test_two_runs_at_once_are_refused(run: Run, model: Manifest, memory: Path) -> None:
    with Desk(load_settings().learned_dir).running():
        outcome = run("learn", "run")
    assert outcome.code == 2
    assert "another process is learning" in outcome.err


def test_doctor_names_the_adapter_of_the_desk(
    run: Run, model: Manifest, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("learn", "run", "--minutes", "0.05", "--threads", "1")
    monkeypatch.setattr("summarize.models.embedded.status.__defaults__", (model.folder, None))
    assert "tiny 1-desk.1 (adapter, learned by this desk)" in run("doctor").out


def test_status_imports_nothing_heavy(run_process: Run) -> None:
    code = run_process("learn", "status")
    assert code.code == 0
    assert "as it was shipped" in code.out


def test_a_background_process_that_ends_at_once_says_why(
    environment: dict[str, str], tmp_path: Path
) -> None:
    desk = Desk(tmp_path / "learned")
    with pytest.raises(SummarizeError, match="nothing to undo|Hint"):
        started(desk, ["learn", "undo"])
    assert "nothing to undo" in desk.log.read_text("utf-8")


@pytest.mark.slow
def test_in_the_background_it_goes_on_and_status_says_where(
    run: Run, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the shipped model: a process of its own knows no other."""
    monkeypatch.setattr(learning, "settings", lambda: APART)
    outcome = run("learn", "run", "--minutes", "60", "--background", "--format", "json")
    process = json.loads(outcome.out)["process"]
    try:
        found = standing(run)["run"]
        assert found["process"] in (0, process)
        assert found["sentences"] == 343
        assert os.getsid(process) == process
    finally:
        os.kill(process, signal.SIGKILL)

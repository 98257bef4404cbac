"""``summarize batch --engine ray``: the command of one machine, its models run by Ray."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import SAMPLE, Run
from tests.cli.test_app import imported_by

RAY = {"ray", "pyarrow"}
WITHOUT = "import sys; sys.modules['ray'] = None; from summarize.cli import main; main()"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "in"
    root.mkdir()
    text = SAMPLE.read_text("utf-8")
    for number in range(4):
        (root / f"{number}.txt").write_text(text.replace("September 16", f"May {number + 1}"))
    return root


def lines(output: Path) -> list[dict[str, Any]]:
    """The lines of a batch, in order, without times."""
    found = list(map(json.loads, (output / "results.jsonl").read_bytes().splitlines()))
    for line in found:
        line.get("provenance", {}).pop("milliseconds", None)
    return found


def test_neither_help_nor_a_batch_of_this_machine_imports_ray(
    environment: dict[str, str], folder: Path
) -> None:
    assert imported_by(environment, "batch", "--help") & RAY == set()
    assert imported_by(environment, "batch", folder, "-o", "out") & RAY == set()


def test_a_dry_run_needs_no_cluster(environment: dict[str, str], folder: Path) -> None:
    arguments = ("batch", folder, "-o", "out", "--engine", "ray", "--dry-run")
    assert imported_by(environment, *arguments) & RAY == set()


def test_without_ray_it_is_said_how_to_get_it(environment: dict[str, str], folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, "batch", str(folder), "-o", "out", "--engine", "ray"],
        env=environment,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 2
    assert 'pip install "summarize-km[ray]"' in done.stderr
    assert "Traceback" not in done.stderr
    assert not Path("out").exists()


def test_an_address_without_the_engine_is_refused(run: Run, folder: Path) -> None:
    outcome = run("batch", folder, "-o", "out", "--ray-address", "head:6379")
    assert outcome.code == 2
    assert "--engine ray" in outcome.err


@pytest.mark.slow
def test_ray_of_this_machine_gives_the_files_that_the_machine_gives_alone(
    run_process: Run, folder: Path, checkpoints: dict[str, Path], tmp_path: Path
) -> None:
    pytest.importorskip("ray", reason="Ray is not installed: pip install -e '.[ray]'")
    (folder / "empty.txt").write_text(" ")
    translator = ("--translator", checkpoints["marian"], "--no-cache", "--format", "md")
    outcomes = {
        engine: run_process("batch", folder, "-o", engine, "--engine", engine, *translator)
        for engine in ("local", "ray")
    }
    assert {name: outcome.code for name, outcome in outcomes.items()} == {"local": 3, "ray": 3}
    assert "4 done, 1 failed" in outcomes["ray"].err
    assert "ray::" not in outcomes["ray"].err
    local, ray = (
        {path.name: path.read_bytes() for path in Path(name).glob("*.md")} for name in outcomes
    )
    assert len(local) == 4
    assert ray == local
    assert lines(Path("ray")) == lines(Path("local"))

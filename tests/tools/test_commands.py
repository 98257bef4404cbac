"""Every script tells its options when it is asked, and does nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def scripts(folder: str) -> list[str]:
    """The files of ``folder`` that can be run."""
    paths = sorted((ROOT / folder).glob("*.py"))
    return [f"{folder}/{p.name}" for p in paths if '__name__ == "__main__"' in p.read_text("utf-8")]


TOOLS, BENCHMARKS = scripts("tools"), scripts("benchmarks")


def require_help(script: str) -> None:
    done = subprocess.run(
        [sys.executable, script, "--help"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("usage: ")


def test_there_are_scripts() -> None:
    assert len(TOOLS) >= 7
    assert len(BENCHMARKS) >= 10


@pytest.mark.parametrize("script", TOOLS)
def test_a_tool_tells_its_options(script: str) -> None:
    require_help(script)


@pytest.mark.slow
@pytest.mark.parametrize("script", BENCHMARKS)
def test_a_benchmark_tells_its_options(script: str) -> None:
    require_help(script)

"""The embedded translator holds its floors: on sentences of the project's own, and on FLORES.

The model is the one of the settings, so that a machine that has built it does not build it again;
drafts are always made anew. To raise the floors to what is measured now::

    python -m tests.evaluate.project_data FOLDER
    summarize evaluate translation FOLDER/made.tsv --limit 100 --no-cache \\
        --floors tests/evaluate/floors.toml --ratchet --margin 0.02
    summarize evaluate translation DATA/enkm/eval/flores_devtest.tsv --limit 100 --no-cache \\
        --floors tests/evaluate/floors.toml --ratchet --margin 0.02
"""

import os
from pathlib import Path

import pytest

from summarize.cli.measuring import Run, measure_translation
from summarize.cli.report import Reporter
from summarize.evaluate.floors import breaches, read_floors
from tests.evaluate.project_data import write_project_data

FLOORS = read_floors(Path(__file__).with_name("floors.toml"))
REAL = os.environ.get("EVALUATION_DATA", "")
LINES = 100


def fallen(pairs: Path) -> list[str]:
    run = Run({"translator": "embedded"}, LINES, Reporter(quiet=True), no_cache=True)
    marks = measure_translation(pairs, ["embedded"], [], None, run, "json")
    assert {mark.data for mark in marks} <= {name for name, _ in FLOORS}
    return [str(breach) for breach in breaches(marks, FLOORS)]


@pytest.fixture(autouse=True)
def _no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


@pytest.mark.slow
def test_on_sentences_of_the_project(tmp_path: Path) -> None:
    write_project_data(tmp_path)
    assert fallen(tmp_path / "made.tsv") == []


@pytest.mark.slow
@pytest.mark.skipif(not REAL, reason="EVALUATION_DATA names no folder")
def test_on_flores() -> None:
    assert fallen(Path(REAL) / "enkm" / "eval" / "flores_devtest.tsv") == []

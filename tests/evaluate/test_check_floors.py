"""The checks hold their floors: on data of the project's own, and on the evaluation sets.

``EVALUATION_DATA`` names the folder that has ``enkm/eval/*.tsv`` and
``summaries/news_summary.jsonl``. To raise the floors to what is measured now::

    python -m tests.evaluate.project_data FOLDER
    summarize evaluate checks --data FOLDER --articles FOLDER/made_articles.jsonl \\
        --floors tests/evaluate/floors.toml --ratchet
    summarize evaluate checks --data DATA/enkm --articles DATA/summaries/news_summary.jsonl \\
        --floors tests/evaluate/floors.toml --ratchet
"""

import os
from pathlib import Path

import pytest

from summarize.cli.measuring import measure_checks
from summarize.cli.report import Reporter
from summarize.evaluate.floors import breaches, read_floors
from tests.evaluate.project_data import write_project_data

FLOORS = read_floors(Path(__file__).with_name("floors.toml"))
REAL = os.environ.get("EVALUATION_DATA", "")
SEED = 1


def fallen(data: Path | None, articles: Path) -> list[str]:
    figures = measure_checks(data, articles, None, SEED, Reporter(quiet=True))
    assert {figure.data for figure in figures} <= {name for name, _ in FLOORS}
    return [str(breach) for breach in breaches(figures, FLOORS)]


@pytest.fixture(autouse=True)
def _no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def test_on_data_of_the_project(tmp_path: Path) -> None:
    write_project_data(tmp_path)
    assert fallen(tmp_path, tmp_path / "made_articles.jsonl") == []
    assert fallen(None, tmp_path / "samples.jsonl") == []


@pytest.mark.slow
@pytest.mark.skipif(not REAL, reason="EVALUATION_DATA names no folder")
def test_on_the_evaluation_sets() -> None:
    folder = Path(REAL)
    assert fallen(folder / "enkm", folder / "summaries" / "news_summary.jsonl") == []

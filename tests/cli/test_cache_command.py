"""``summarize cache``: what is kept, and how to be rid of it."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLE, Run


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Path:
    run(SAMPLE)
    return tmp_path / "cache" / "results.sqlite"


def test_stats_of_nothing(run: Run) -> None:
    assert json.loads(run("cache", "stats", "--format", "json").out)["entries"] == {}


def test_stats_count_what_is_kept(run: Run, filled: Path) -> None:
    data = json.loads(run("cache", "stats", "--format", "json").out)
    assert data["entries"] == {"segment": 4, "summary": 1}
    assert data["path"] == str(filled)
    assert "4 segments, 1 summary" in run("cache", "stats").out


def test_path_prints_the_folder(run: Run, tmp_path: Path) -> None:
    assert run("cache", "path").out.strip() == str(tmp_path / "cache")
    assert json.loads(run("cache", "path", "--format", "json").out)["path"]


def test_clear_empties_it(run: Run, filled: Path) -> None:
    assert "removed 5 results" in run("cache", "clear").out
    assert json.loads(run("cache", "stats", "--format", "json").out)["entries"] == {}


def test_clear_can_remove_converted_models(run: Run, tmp_path: Path) -> None:
    model = tmp_path / "cache" / "models" / "one" / "model.bin"
    model.parent.mkdir(parents=True)
    model.write_bytes(b"x" * 2_000_000)
    assert "2.0 MB" in run("cache", "clear", "--models").out
    assert not model.exists()


def test_prune_keeps_what_fits(run: Run, filled: Path) -> None:
    assert "removed 0 results" in run("cache", "prune", "--max-mb", "100").out


def test_verify_finds_and_removes_damage(run: Run, filled: Path) -> None:
    assert "5 sound, 0 damaged" in run("cache", "verify").out
    with closing(sqlite3.connect(filled)) as db, db:
        db.execute("UPDATE entries SET value = 'x' WHERE stage = 'summary'")
    outcome = run("cache", "verify", "--format", "json")
    assert outcome.code == 1
    assert len(json.loads(outcome.out)["removed"]) == 1
    assert run("cache", "verify").code == 0

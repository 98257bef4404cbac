"""``summarize review status --effort``: what the drafts of each model took."""

import json
from pathlib import Path

import pytest

from summarize.review.results import open_review
from tests.cli.conftest import Run
from tests.review.conftest import ARTICLE, RESULT


@pytest.fixture
def result_file(environment: dict[str, str], tmp_path: Path) -> Path:
    file = tmp_path / "result.json"
    file.write_text(json.dumps(RESULT.to_dict()), "utf-8")
    return file


def test_time_and_changes_are_told_by_model(run: Run, result_file: Path) -> None:
    store = open_review(result_file)
    store.spend(ARTICLE, "k1", 30)
    store.spend(ARTICLE, "k2", 60)
    store.close()
    out = run("review", "status", result_file, "--effort").out
    assert "book\n" in out
    assert "2 segments worked on, 0 approved: 1.5 minutes" in out
    data = json.loads(run("review", "status", result_file, "--effort", "--format", "json").out)
    assert data["models"][0]["median"] == 45
    assert [one["seconds"] for one in data["segments"]] == [30, 60]


def test_without_work_in_the_page_it_says_where_that_is_measured(
    run: Run, result_file: Path
) -> None:
    outcome = run("review", "status", result_file, "--effort")
    assert (outcome.code, outcome.out) == (0, "")
    assert "review serve" in outcome.err

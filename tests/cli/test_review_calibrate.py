"""``summarize review calibrate``: the confidence follows the decisions of a desk."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from summarize.records import Draft, Segment
from summarize.review.records import Edit
from summarize.review.results import open_review
from tests.cli.conftest import Run
from tests.review.conftest import RESULT

COUNT = 70


@pytest.fixture
def reviewed(environment: dict[str, str], tmp_path: Path) -> Path:
    """Drafts of which people approved those that the model was surer of."""
    segments = tuple(
        Segment(
            f"k{n}",
            "s1",
            f"The court opened case number {n}.",
            f"តុលាការបានបើកសំណុំរឿងលេខ {n}។",
            score=-0.1 if n % 2 else -0.8,
        )
        for n in range(COUNT)
    )
    result = replace(RESULT, draft=Draft(segments, "book"))
    file = tmp_path / "result.json"
    file.write_text(json.dumps(result.to_dict()), "utf-8")
    store = open_review(file)
    store.change(
        [
            Edit(one.article, one.id, 0, state="approved", opened=True)
            if int(one.id[1:]) % 2
            else Edit(one.article, one.id, 0, state="needs-work")
            for one in store.segments()
        ],
        "Dara",
    )
    store.close()
    return file


def test_what_is_better_is_kept_and_can_be_taken_back(run: Run, reviewed: Path) -> None:
    found = json.loads(run("review", "calibrate", reviewed, "--format", "json").out)
    assert (found["decisions"], found["usable"]) == (COUNT, COUNT // 2)
    assert found["brier"] < found["brier_before"]
    assert "[weights]" in Path(found["kept"]).read_text("utf-8")
    again = run("review", "calibrate", reviewed)
    assert "so nothing was changed" in again.out
    run("review", "calibrate", "--undo")
    assert not Path(found["kept"]).exists()


def test_too_few_decisions_say_how_many_it_takes(run: Run, result_file: Path) -> None:
    outcome = run("review", "calibrate", result_file)
    assert outcome.code == 2
    assert "It takes 60" in outcome.err


def test_without_results_it_asks_for_them(run: Run, environment: dict[str, str]) -> None:
    assert run("review", "calibrate").code == 2


@pytest.fixture
def result_file(environment: dict[str, str], tmp_path: Path) -> Path:
    file = tmp_path / "result.json"
    file.write_text(json.dumps(RESULT.to_dict()), "utf-8")
    return file

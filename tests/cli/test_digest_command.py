"""``summarize digest``: the stories of a real batch, with what people have approved."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.digest.test_same_stories import COURT, FLOOD, SAME_FLOOD


@pytest.fixture
def out(run: Run, tmp_path: Path) -> Path:
    for name, text in {"a": FLOOD, "b": SAME_FLOOD, "c": COURT}.items():
        (tmp_path / f"{name}.txt").write_text(text)
    assert run("batch", "a.txt", "b.txt", "c.txt", "-o", "out").code == 0
    return tmp_path / "out"


def test_the_stories_of_a_batch_are_told_once_with_all_their_sources(run: Run, out: Path) -> None:
    found = json.loads(run("digest", out, "--format", "json").out)
    assert found["articles"] == 3
    sources = [[one["source"] for one in story["tellers"]] for story in found["stories"]]
    assert [sorted(own) for own in sources] == [["a.txt", "b.txt"], ["c.txt"]]
    story = found["stories"][0]
    assert all(one["mark"] and one["khmer"] for one in (story["title"], *story["sentences"]))
    assert story["title"]["english"] not in [one["english"] for one in story["sentences"]]


def test_the_telling_that_is_approved_comes_first_and_says_by_whom(run: Run, out: Path) -> None:
    approve = ("review", "approve", out, "--article", "b.txt", "--force", "--yes", "--who", "Dara")
    assert run(*approve).code == 0
    story = json.loads(run("digest", out, "--format", "json").out)["stories"][0]
    assert story["tellers"][0]["source"] == "b.txt"
    marks = {one["mark"] for one in (story["title"], *story["sentences"])}
    assert marks == {"approved by Dara"}
    assert set(story["levels"]) == {"approved"}


def test_what_was_joined_in_the_batch_is_a_teller_too(run: Run, out: Path) -> None:
    with (out / "results.jsonl").open("a") as lines:
        lines.write(json.dumps({"input": "https://b.example/court", "same_as": "c.txt"}) + "\n")
    stories = json.loads(run("digest", out, "--format", "json").out)["stories"]
    tellers = next(s["tellers"] for s in stories if s["tellers"][0]["source"] == "c.txt")
    assert [one["source"] for one in tellers] == ["c.txt", "https://b.example/court"]


def test_it_is_written_in_the_format_that_the_name_ends_in(run: Run, out: Path) -> None:
    outcome = run("digest", out, "-o", "digest.html")
    assert (outcome.code, outcome.out) == (0, "")
    assert "Wrote digest.html: 2 stories from 3 articles." in outcome.err
    assert "<html" in Path("digest.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["digest.pdf", "lost/digest.md"])
def test_a_place_that_cannot_take_it_is_refused(run: Run, out: Path, name: str) -> None:
    outcome = run("digest", out, "-o", name)
    assert (outcome.code, outcome.out) == (2, "")


def test_results_that_are_not_there_are_told(run: Run, tmp_path: Path) -> None:
    assert run("digest", tmp_path / "lost").code == 2

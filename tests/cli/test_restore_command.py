"""Damaged work is told with exit code 1, and brought back by one command."""

import json
from pathlib import Path
from typing import Any

import pytest

from summarize.copies import copy_path
from summarize.memory import Entry, Memory
from summarize.review.records import Edit
from summarize.review.store import ReviewStore
from tests.cli.conftest import Run
from tests.review.conftest import ARTICLE, RESULT


@pytest.fixture
def result(run: Run, tmp_path: Path) -> Path:
    """A result whose review has three edits, and a copy with the draft of the machine."""
    path = tmp_path / "work" / "result.json"
    path.parent.mkdir()
    path.write_text(json.dumps(RESULT.to_dict()), "utf-8")
    assert run("review", "status", path).code == 0
    store = ReviewStore(path.with_name("result.review.sqlite"))
    for number in range(3):
        store.change([Edit(ARTICLE, "k1", number, f"អត្ថបទ {number}")], "Dara")
    store.close()
    return path


@pytest.fixture
def memory(environment: dict[str, str], tmp_path: Path) -> Path:
    memory = Memory(tmp_path / "data" / "summarize-km" / "memory.sqlite")
    for number in range(3):
        memory.add([Entry(f"Sentence {number}.", f"ប្រយោគ {number}", "", "", "")])
    memory.close()
    return memory.path


def states(run: Run, result: Path) -> dict[str, int]:
    found: dict[str, int] = json.loads(run("review", "status", result, "--format", "json").out)[
        "states"
    ]
    return found


def diagnoses(run: Run, *words: object) -> dict[str, dict[str, Any]]:
    return {
        d["name"]: d for d in json.loads(run("doctor", "--deep", *words, "--format", "json").out)
    }


def test_an_emptied_review_is_told_and_brought_back(run: Run, result: Path) -> None:
    review = result.with_name("result.review.sqlite")
    review.write_bytes(b"")
    told = run("review", "status", result)
    assert told.code == 1
    assert "is damaged: it is empty" in told.err
    assert f"summarize review restore {review}" in told.err

    done = run("review", "restore", review)
    assert done.code == 0
    assert "changes made after that are not in it" in done.out
    assert "result.review.sqlite.damaged-1" in done.out
    assert sum(states(run, result).values()) == 3


def test_a_review_is_named_by_its_results_too(run: Run, result: Path) -> None:
    result.with_name("result.review.sqlite").write_bytes(b"x" * 5000)
    done = run("review", "restore", result, "--format", "json")
    assert json.loads(done.out)["path"] == str(result.with_name("result.review.sqlite"))
    assert run("review", "status", result).code == 0


def test_without_a_copy_it_is_told_what_else_can_be_done(run: Run, result: Path) -> None:
    review = result.with_name("result.review.sqlite")
    copy_path(review).unlink()
    review.write_bytes(b"x" * 5000)
    told = run("review", "restore", result)
    assert told.code == 1
    assert "no sound copy" in told.err
    assert "--as-it-stands" in told.err


def test_a_sound_review_is_not_put_back_unasked(run: Run, result: Path) -> None:
    told = run("review", "restore", result)
    assert told.code == 2
    assert "is sound" in told.err
    assert "--yes" in told.err
    assert states(run, result)["edited"] == 1
    assert run("review", "restore", result, "--yes").code == 0
    assert states(run, result)["edited"] == 0


def test_an_emptied_memory_is_told_and_brought_back(run: Run, memory: Path) -> None:
    memory.write_bytes(b"")
    for command in ("stats", "list"):
        told = run("memory", command)
        assert told.code == 1
        assert "the translation memory" in told.err
        assert "summarize memory restore" in told.err
    assert run("memory", "restore").code == 0
    assert json.loads(run("memory", "stats", "--format", "json").out)["entries"] == 1


def test_doctor_looks_through_memory_and_reviews(run: Run, result: Path, memory: Path) -> None:
    found = diagnoses(run, result.parent)
    assert (found["memory"]["status"], found["review"]["status"]) == ("ok", "ok")
    assert "3 translations" in found["memory"]["detail"]
    assert "3 segments" in found["review"]["detail"]
    assert "copy of" in found["review"]["detail"]
    for path in (memory, result.with_name("result.review.sqlite")):
        with path.open("r+b") as file:
            file.seek(2 * 4096)
            file.write(b"\xff" * 4096)
    assert run("doctor", "--deep", result.parent).code == 1
    found = diagnoses(run, result.parent)
    assert (found["memory"]["status"], found["review"]["status"]) == ("problem", "problem")
    assert "memory restore" in found["memory"]["remedy"]
    assert "review restore" in found["review"]["remedy"]


def test_doctor_says_where_there_is_no_review(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert diagnoses(run, tmp_path / "none")["review"]["status"] == "note"

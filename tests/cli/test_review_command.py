"""``summarize review``: status, approval, differences and history of real results."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from summarize.review.records import Edit
from summarize.review.results import open_review
from tests.cli.conftest import BESIDE, SAMPLE, Run


@pytest.fixture
def result(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SUMMARIZE_SKIP_CHECKS", BESIDE)
    path = tmp_path / "result.json"
    assert run(SAMPLE, "--format", "json", "-o", path).code == 0
    return path


def edit(result: Path, id: str, target: str) -> None:
    store = open_review(result)
    (segment,) = [one for one in store.segments() if one.id == id]
    store.change([Edit(segment.article, id, segment.version, target)], "Dara")
    store.close()


def status(run: Run, result: Path) -> dict[str, int]:
    states: dict[str, int] = json.loads(run("review", "status", result, "--format", "json").out)[
        "states"
    ]
    return states


def test_status_counts_states_and_findings(run: Run, result: Path) -> None:
    edit(result, "k1", "ក្រសួង ១៦។")
    data = json.loads(run("review", "status", result, "--format", "json").out)
    assert data["states"] == {"draft": 3, "needs-work": 0, "edited": 1, "approved": 0}
    assert data["articles"][0]["findings"]["error"] > 0
    assert 0 < data["post_edit_distance"] < 1
    text = run("review", "status", result).out
    assert "1 article, 4 segments: 3 draft, 1 edited" in text
    assert str(result.with_name("result.review.sqlite")) in text


def test_a_named_segment_is_approved_and_signed(run: Run, result: Path) -> None:
    outcome = run("review", "approve", result, "--segment", "k2", "--who", "Sophea")
    assert outcome.out == "approved 1 as Sophea\n"
    steps = json.loads(run("review", "history", result, "k2", "--format", "json").out)
    assert [(step["who"], step["state"]) for step in steps] == [
        ("", "draft"),
        ("Sophea", "approved"),
    ]


def test_the_name_comes_from_the_settings(
    run: Run, result: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZE_WHO", "Rith")
    assert run("review", "approve", result, "--segment", "k2").out == "approved 1 as Rith\n"


def test_a_named_segment_with_errors_is_left_out_unless_by_force(run: Run, result: Path) -> None:
    edit(result, "k1", "ក្រសួង ៩៩៩៩។")
    named = run("review", "approve", result, "--segment", "k1", "--segment", "k2")
    assert named.code == 3
    assert "--force" in named.err
    assert status(run, result)["approved"] == 1
    assert run("review", "approve", result, "--segment", "k1", "--force").code == 0
    assert status(run, result)["approved"] == 2


@pytest.mark.parametrize(
    "options",
    [[], ["--segment", "k9"], ["--segment", "k1", "--all-clean"]],
    ids=["nothing", "unknown", "both"],
)
def test_an_unclear_approval_is_refused(run: Run, result: Path, options: list[str]) -> None:
    outcome = run("review", "approve", result, *options)
    assert outcome.code == 2
    assert "Hint" in outcome.err
    assert status(run, result)["approved"] == 0


def test_diff_shows_what_was_changed_in_whole_clusters(run: Run, result: Path) -> None:
    draft = json.loads(result.read_text("utf-8"))["draft"]["segments"][1]["target"]
    edit(result, "k2", draft.replace("ប្រជុំ", "ជួប"))
    text = run("review", "diff", result).out
    assert "{+ជួប+}" in text
    assert "1 of 4 segments differ" in text
    rows = json.loads(run("review", "diff", result, "--format", "json").out)
    assert [bool(row["distance"]) for row in rows] == [False, False, True, False]


def test_history_tells_every_step(run: Run, result: Path) -> None:
    edit(result, "k2", "ថ្មី ១៦។")
    text = run("review", "history", result, "k2").out
    assert "Dara: edited" in text
    assert "ថ្មី ១៦។" in text


def test_no_results_are_an_error_with_a_hint(run: Run, tmp_path: Path) -> None:
    outcome = run("review", "status", tmp_path / "nothing.json")
    assert outcome.code == 2
    assert "summarize batch" in outcome.err


LIGHT = """
import sys
from summarize.cli import main
try:
    main(sys.argv[1:])
except SystemExit as leaving:
    assert not leaving.code
heavy = {"torch", "transformers", "ctranslate2", "lxml"} & set(sys.modules)
assert not heavy, heavy
"""


@pytest.mark.parametrize(
    "words",
    [
        ["review", "status"],
        ["review", "approve", "--all-clean", "--yes"],
        ["review", "diff"],
        ["memory"],
    ],
    ids=" ".join,
)
def test_nothing_heavy_is_loaded(
    environment: dict[str, str], result: Path, words: list[str]
) -> None:
    arguments = ["memory", "stats"] if words == ["memory"] else [*words, str(result)]
    command = [sys.executable, "-c", LIGHT, *arguments]
    assert subprocess.run(command, env=environment, check=False).returncode == 0


def test_the_least_sure_articles_come_first_with_their_levels(run: Run, tmp_path: Path) -> None:
    sure, unsure = (
        weighed(run, tmp_path, name, chance) for name, chance in (("a", 0.9), ("b", 0.2))
    )
    lines = tmp_path / "results.jsonl"
    lines.write_text(f"{json.dumps(sure)}\n{json.dumps(unsure)}\n", "utf-8")
    came = json.loads(run("review", "status", lines, "--format", "json").out)["articles"]
    assert [one["title"] for one in came] == ["a", "b"]
    asked = ("review", "status", lines, "--sort", "least-sure")
    first, second = json.loads(run(*asked, "--format", "json").out)["articles"]
    assert (first["title"], first["levels"]) == ("b", {"usable": 0, "check": 4, "wrong": 0})
    assert (second["title"], second["levels"]["usable"]) == ("a", 4)
    shown = run(*asked).out.splitlines()[0]
    assert "0 likely wrong, 4 to check, 0 likely usable  b" in shown


def test_articles_are_called_by_their_files_and_named_so(run: Run, tmp_path: Path) -> None:
    for name in ("flood", "court"):
        text = SAMPLE.read_text("utf-8").replace("September", f"{name.title()} in May")
        (tmp_path / f"{name}.txt").write_text(text)
    run("batch", tmp_path / "flood.txt", tmp_path / "court.txt", "-o", "run")
    lines = run("review", "status", "run").out.splitlines()
    assert sorted(line.split("  ")[0] for line in lines[:2]) == ["court.txt", "flood.txt"]
    assert run("review", "approve", "run", "--segment", "flood.txt:k1", "--force").code == 0
    assert "1 approved" in run("review", "status", "run").out
    ambiguous = run("review", "approve", "run", "--segment", "k1")
    assert re.search(r"--segment (flood|court)\.txt:k1", ambiguous.err)
    one = json.loads(run("review", "diff", "run", "--article", "court.txt", "--format", "json").out)
    assert len({row["article"] for row in one}) == 1
    unknown = run("review", "diff", "run", "--article", "lost.txt")
    assert (unknown.code, "lost.txt" in unknown.err) == (2, True)


def weighed(run: Run, folder: Path, title: str, chance: float) -> dict[str, Any]:
    """A result whose every Khmer sentence has the same confidence and no finding."""
    path = folder / f"{title}.json"
    assert run(SAMPLE, "--format", "json", "-o", path).code == 0
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    data["article"].update(title=title, id=f"{title}" * 12)
    for segment in (data["headline"]["khmer"], *data["draft"]["segments"]):
        segment.update(source="Nobody was hurt.", target="គ្មាននរណាម្នាក់រងរបួសទេ។", confidence=chance)
    return data

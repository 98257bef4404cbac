"""``summarize check``: the checks on results, and on text from elsewhere."""

import json
from pathlib import Path
from typing import Any

import pytest

from summarize.checks import CHECKS
from tests.cli.conftest import SAMPLE, Run
from tests.cli.test_app import imported_by

ENGLISH = "The court fined 12 people."
SOUND = "តុលាការបានពិន័យមនុស្ស ១២ នាក់។"
WRONG = "តុលាការបានពិន័យមនុស្ស ១៣ នាក់។"
PAIR = ("--source", ENGLISH, "--target")


def findings(out: str) -> list[dict[str, Any]]:
    return list(json.loads(out)["findings"])


def test_a_wrong_number_is_found_in_a_pair(run: Run) -> None:
    outcome = run("check", *PAIR, WRONG, "--format", "json")
    assert outcome.code == 0
    [finding] = findings(outcome.out)
    assert finding["check"] == "numbers"
    assert finding["severity"] == "error"
    assert "12" in finding["message"]
    assert finding["where"] == "k1"


def test_people_are_told_what_is_wrong_or_that_nothing_is(run: Run) -> None:
    assert run("check", *PAIR, WRONG).out.startswith("error: ")
    assert run("check", *PAIR, SOUND).out == "No findings.\n"
    assert findings(run("check", *PAIR, SOUND, "--format", "json").out) == []


@pytest.mark.parametrize(("target", "code"), [(WRONG, 4), (SOUND, 0)])
def test_strict_exits_4_on_an_error(run: Run, target: str, code: int) -> None:
    assert run("check", *PAIR, target, "--strict").code == code


def test_a_result_is_checked_anew(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "r.json"
    assert run(SAMPLE, "--translator", "wrong-numbers", "-o", file).code == 0
    data = json.loads(file.read_text("utf-8"))
    data["findings"] = []
    file.write_text(json.dumps(data), "utf-8")
    outcome = run("check", file, "--format", "json")
    assert {"check": "numbers", "where": "kh1"}.items() <= findings(outcome.out)[0].items()
    assert "error, sentence 1: " in run("check", file).out


def test_findings_in_several_results_tell_their_article(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "r.json"
    run(SAMPLE, SAMPLE, "--translator", "wrong-numbers", "-o", file)
    found = findings(run("check", file, "--format", "json").out)
    assert {finding["article"] for finding in found} == {str(SAMPLE)}
    assert run("check", file).out.startswith(f"{SAMPLE}: error, headline: ")


def test_a_result_can_come_by_standard_input(run: Run) -> None:
    result = run(SAMPLE, "--translator", "wrong-numbers", "--format", "json").out
    assert run("check", "-", "--strict", stdin=result.encode()).code == 4
    refused = run("check", "-", stdin=b"{}")
    assert refused.code == 2
    assert "standard input is not a result" in refused.err


def test_the_results_of_a_batch_can_be_checked(run: Run, tmp_path: Path) -> None:
    result = json.loads(run(SAMPLE, "--translator", "wrong-numbers", "--format", "json").out)
    (tmp_path / "batch").mkdir()
    (tmp_path / "batch" / "results.jsonl").write_text(json.dumps(result) + "\n", "utf-8")
    assert "numbers" in run("check", tmp_path / "batch", "--format", "json").out


def test_pairs_are_checked_as_one_document_with_their_lines(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text(f"{ENGLISH}\t{SOUND}\n{ENGLISH}\t{WRONG}\n", "utf-8")
    found = findings(run("check", "--pairs", file, "--format", "json").out)
    assert [f["where"] for f in found if f["check"] == "numbers"] == ["line 2"]
    stdin = run("check", "--pairs", "-", stdin=file.read_bytes())
    assert "error, line 2: " in stdin.out


def test_a_summary_from_elsewhere_is_checked_against_its_article(run: Run, tmp_path: Path) -> None:
    article, summary = tmp_path / "a.txt", tmp_path / "s.txt"
    article.write_text("The court in Oslo fined 12 people on Monday. They had driven too fast.\n")
    summary.write_text("Drivers were caught. The court in Oslo fined 15 drivers.")
    options = ("check", "--article", article, "--summary", summary)
    found = findings(run(*options, "--format", "json").out)
    assert any("15" in finding["message"] and finding["where"] == "s2" for finding in found)
    assert "sentence 2: " in run(*options).out


def test_the_registry_is_listed_with_hop_severity_and_documentation(run: Run) -> None:
    rows = json.loads(run("check", "--list", "--format", "json").out)
    assert {row["id"] for row in rows} == set(CHECKS)
    numbers = next(row for row in rows if row["id"] == "numbers")
    assert numbers == {
        "id": "numbers",
        "hop": 2,
        "severity": "error",
        "doc": CHECKS["numbers"].doc,
    }
    text = run("check", "--list").out
    assert all(name in text for name in CHECKS)


def test_a_check_that_is_switched_off_finds_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZE_SKIP_CHECKS", "numbers")
    assert run("check", *PAIR, WRONG).out == "No findings.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--source", "a"),
        ("--target", "a"),
        ("--article", SAMPLE),
        (SAMPLE, "--source", "a", "--target", "b"),
    ],
)
def test_what_to_check_must_be_told_in_one_way(run: Run, arguments: tuple[object, ...]) -> None:
    outcome = run("check", *arguments)
    assert outcome.code == 2
    assert "--pairs FILE.tsv" in outcome.err
    assert outcome.out == ""


@pytest.mark.parametrize("content", ["{", "[1]", "{}", '{"schema": 99}', '"text"'])
def test_a_file_that_is_no_result_is_refused(run: Run, tmp_path: Path, content: str) -> None:
    file = tmp_path / "r.json"
    file.write_text(content)
    outcome = run("check", file)
    assert outcome.code == 2
    assert f"{file} is no" in outcome.err


def test_a_missing_file_is_a_usage_error(run: Run, tmp_path: Path) -> None:
    assert run("check", tmp_path / "none.json").code == 2


def test_checking_imports_nothing_heavy(environment: dict[str, str]) -> None:
    heavy = {"torch", "transformers", "ctranslate2", "sacrebleu"}
    assert imported_by(environment, "check", *PAIR, WRONG) & heavy == set()

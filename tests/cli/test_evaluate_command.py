"""``summarize evaluate``: figures about checks, translators and summarisers."""

import json
import sys
import tomllib
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_app import imported_by
from tests.tiny_embedded import write_model, write_package

PAIRS = [
    ("The court fined 12 people.", "តុលាការបានពិន័យមនុស្ស ១២ នាក់។"),
    ("The ministry met on Monday.", "ក្រសួងបានជួបប្រជុំនៅថ្ងៃច័ន្ទ។"),
    ("Rain fell in 2019.", "ភ្លៀងបានធ្លាក់នៅឆ្នាំ ២០១៩។"),
]
ARTICLE = (
    "The court in Oslo fined 12 people on Monday. They had driven too fast. Rain fell. It was cold."
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "eval").mkdir(parents=True)
    text = "".join(f"{english}\t{khmer}\n" for english, khmer in PAIRS)
    (folder / "eval" / "set.tsv").write_text(text, "utf-8")
    rows = [{"article": f"{ARTICLE} {n}", "summary": f"Oslo fined {n}12 people."} for n in range(3)]
    (folder / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder


@pytest.fixture
def pairs(data: Path) -> Path:
    return data / "eval" / "set.tsv"


def test_one_command_measures_both_hops(run: Run, data: Path) -> None:
    options = ("evaluate", "checks", "--data", data, "--articles", data / "news.jsonl")
    figures = json.loads(run(*options, "--format", "json").out)["figures"]
    by_name = {(f["data"], f["hop"], f["kind"], f["name"]): f for f in figures}
    changed = by_name["set", 2, "detected", "one digit changed, Khmer digits"]
    assert (changed["hits"], changed["n"], changed["rate"]) == (2, 2, 1.0)
    assert changed["checks"] == {"numbers": 2}
    assert by_name["set", 2, "false alarms", "numbers"]["n"] == 3
    assert any(key[:2] == ("news", 1) for key in by_name)
    assert (
        "| one digit changed, Khmer digits | 2 | 2 |" in run(*options, "--format", "markdown").out
    )
    assert "set, hop 2: false alarms" in run(*options).out


def test_a_limit_and_a_seed_are_honoured(run: Run, data: Path) -> None:
    options = ("evaluate", "checks", "--data", data, "--format", "json")
    limited = json.loads(run(*options, "--limit", 1, "--seed", 9).out)
    assert limited["seed"] == 9
    assert limited["figures"][0]["n"] == 1


def test_floors_are_set_held_and_never_lowered(run: Run, data: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    options = ("evaluate", "checks", "--data", data, "--floors", floors)
    assert run(*options).code == 2  # there are none yet
    assert run(*options, "--ratchet", "--margin", 0).code == 0
    assert run(*options).code == 0
    name = "one digit changed, Khmer digits"
    assert tomllib.loads(floors.read_text("utf-8"))["set"]["detected"][name] == 1.0

    before = floors.read_text("utf-8")
    missed = PAIRS[0][1].replace("១២", "១៣")
    (data / "eval" / "set.tsv").write_text(f"{PAIRS[0][0]}\t{missed}\n", "utf-8")
    outcome = run(*options, "--ratchet")
    assert outcome.code == 4
    assert "Below its floor: set, false alarms, numbers: 1.0000, floor 0.0000" in outcome.err
    assert floors.read_text("utf-8") == before


@pytest.mark.parametrize("arguments", [(), ("--data", "nowhere")])
def test_checks_need_something_to_measure_on(run: Run, arguments: tuple[str, ...]) -> None:
    outcome = run("evaluate", "checks", *arguments)
    assert outcome.code == 2
    assert "eval/*.tsv" in outcome.err


def test_ratchet_needs_floors(run: Run, data: Path) -> None:
    outcome = run("evaluate", "checks", "--data", data, "--ratchet")
    assert outcome.code == 2
    assert "--floors FILE" in outcome.err


def test_floors_are_not_held_against_a_part_of_the_data(
    run: Run, data: Path, tmp_path: Path
) -> None:
    options = ("--data", data, "--floors", tmp_path / "floors.toml", "--ratchet")
    assert run("evaluate", "checks", *options, "--limit", 1).code == 2
    assert not (tmp_path / "floors.toml").exists()


def test_a_translator_gets_one_report(run: Run, pairs: Path) -> None:
    options = ("evaluate", "translation", pairs, "--translator", "phrase")
    report = json.loads(run(*options, "--format", "json").out)
    assert 0 < report["chrf"] < 100
    assert report["system"] == "phrase|test"
    assert report["preserved"]["numbers"]["rate"] == 1.0
    assert report["preserved"]["months_weekdays"]["rate"] == 0.0
    assert report["sentences_per_minute"] > 0
    again = json.loads(run(*options, "--format", "json").out)
    assert again["chrf"] == report["chrf"]
    assert (again["computed_sentences"], again["sentences_per_minute"]) == (0, None)
    anew = json.loads(run(*options, "--no-cache", "--format", "json").out)
    assert anew["computed_sentences"] == len(PAIRS)
    assert "chrf" in run(*options).out


def test_two_translators_are_compared(run: Run, pairs: Path) -> None:
    names = ("--translator", "phrase", "--translator", "wrong-numbers")
    report = json.loads(run("evaluate", "translation", pairs, *names, "--format", "json").out)
    assert set(report["systems"]) == {"phrase", "wrong-numbers"}
    assert set(report["comparison"]["chrf"]) == {"first", "second", "p_value"}
    assert "for the second, p = " in run("evaluate", "translation", pairs, *names).out


def test_saved_translations_score_as_when_they_were_made(
    run: Run, pairs: Path, tmp_path: Path
) -> None:
    saved = tmp_path / "saved.txt"
    options = ("evaluate", "translation", pairs, "--format", "json")
    made = json.loads(run(*options, "--translator", "phrase", "--save", saved).out)
    assert len(saved.read_text("utf-8").splitlines()) == len(PAIRS)
    again = json.loads(run(*options, "--hypotheses", saved).out)
    assert again["chrf"] == made["chrf"]
    both = json.loads(run(*options, "--translator", "phrase", "--hypotheses", saved).out)
    assert both["comparison"]["chrf"]["p_value"] == 1.0


@pytest.mark.parametrize(
    "arguments",
    [
        ("--translator", "phrase", "--translator", "phrase"),
        ("--translator", "a", "--translator", "b", "--translator", "c"),
        ("--translator", "phrase", "--translator", "wrong-numbers", "--save", "x"),
    ],
)
def test_what_cannot_be_compared_is_a_usage_error(
    run: Run, pairs: Path, arguments: tuple[str, ...]
) -> None:
    assert run("evaluate", "translation", pairs, *arguments).code == 2


@pytest.mark.parametrize(
    ("package", "command"),
    [
        ("sacrebleu", ("translation", "eval/set.tsv", "--translator", "broken")),
        ("khmercut", ("translation", "eval/set.tsv", "--translator", "broken")),
        ("rouge_score.rouge_scorer", ("summary", "news.jsonl")),
    ],
)
def test_a_missing_package_is_told_before_anything_is_computed(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch, package: str, command: tuple[str, ...]
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    kind, file, *options = command
    outcome = run("evaluate", kind, data / file, *options)
    assert outcome.code == 2
    assert 'pip install "summarize-km[evaluate]"' in outcome.err


def test_a_candidate_folder_is_measured_like_the_embedded_model(
    run: Run, pairs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = write_package(tmp_path / "site")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    write_model(tmp_path / "candidate", package)
    options = ("--translator", tmp_path / "candidate", "--limit", 1, "--format", "json")
    outcome = run("evaluate", "translation", pairs, *options)
    assert outcome.code == 0, outcome.err
    assert "tiny-1@" in json.loads(outcome.out)["system"]


def test_a_summariser_gets_scores_guards_and_lengths(run: Run, data: Path) -> None:
    options = ("evaluate", "summary", data / "news.jsonl", "--length", 1)
    report = json.loads(run(*options, "--format", "json").out)
    assert 0 < report["rouge1"] < 1
    assert report["articles"] == 3
    assert report["sentences"] == 1.0
    assert report["without_error"]["rate"] == 1.0
    assert "rouge2" in run(*options, "--limit", 2).out


def test_measuring_checks_imports_no_model_library(environment: dict[str, str], data: Path) -> None:
    loaded = imported_by(environment, "evaluate", "checks", "--data", data)
    assert loaded & {"torch", "transformers", "ctranslate2", "sacrebleu"} == set()

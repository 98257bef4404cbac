"""``summarize glossary``: list, add, import, export and check terms."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLE, Run

OWN = Path("config/summarize-km/glossary.tsv")


def own_terms(run: Run) -> dict[str, str]:
    rows = json.loads(run("glossary", "list", "--own", "--format", "json").out)
    return {row["source"]: row["target"] for row in rows}


def test_the_list_is_searched_in_both_languages_and_by_status(run: Run) -> None:
    assert "prime minister = នាយករដ្ឋមន្ត្រី; title; proposed" in run("glossary", "list", "PRIME").out
    assert "Cambodia = " in run("glossary", "list", "កម្ពុជា").out
    rows = json.loads(run("glossary", "list", "--status", "cldr", "--format", "json").out)
    assert {row["status"] for row in rows} == {"cldr"}
    assert not any(row["own"] for row in rows)


def test_a_list_without_terms_says_how_to_add_one(run: Run) -> None:
    outcome = run("glossary", "list", "--own")
    assert (outcome.code, outcome.out) == (0, "")
    assert "summarize glossary add" in outcome.err
    assert run("glossary", "list", "--own", "--format", "json").out == "[]\n"


def test_a_term_is_added_then_changed(run: Run) -> None:
    arguments = ("glossary", "add", "labour court", "តុលាការការងារ")
    assert run(*arguments, "--variant", "សាលាការងារ", "--forbidden", "ទីលាន").out.startswith("added")
    assert run(*arguments).out.startswith("changed")
    assert run(*arguments).out.startswith("unchanged")
    assert own_terms(run) == {"labour court": "តុលាការការងារ"}
    assert OWN.read_text("utf-8").splitlines()[1].startswith("labour court\tតុលាការការងារ\t")


def test_a_term_may_be_kept_in_english(run: Run) -> None:
    assert run("glossary", "add", "Grab", "--keep").out == "added: Grab (kept); own\n"
    assert own_terms(run) == {"Grab": "Grab"}


@pytest.mark.parametrize("arguments", [["court"], ["court", "តុលាការ", "--keep"], [" ", "ក"]])
def test_a_term_without_two_sides_is_a_usage_error(run: Run, arguments: list[str]) -> None:
    outcome = run("glossary", "add", *arguments)
    assert outcome.code == 2
    assert "ENGLISH KHMER, or ENGLISH --keep" in outcome.err
    assert not OWN.exists()


def test_a_doubtful_term_is_added_with_a_warning(run: Run) -> None:
    outcome = run("glossary", "add", "court", "tribunal")
    assert outcome.code == 0
    assert "court: tribunal has no Khmer letter" in outcome.err


def test_import_tells_what_came_in_and_what_was_refused(run: Run, tmp_path: Path) -> None:
    run("glossary", "add", "court", "តុលាការ")
    file = tmp_path / "terms.csv"
    file.write_text("source,target\ncourt,សាលាក្តី\nlaw,ច្បាប់\nbridge,\n", "utf-8")
    outcome = run("glossary", "import", file)
    assert (outcome.code, outcome.out) == (3, "1 added, 1 changed, 1 refused\n")
    assert "refused: line 4: 'bridge' has no target" in outcome.err
    assert own_terms(run) == {"court": "សាលាក្តី", "law": "ច្បាប់"}


def test_a_broken_file_changes_nothing(run: Run, tmp_path: Path) -> None:
    run("glossary", "add", "court", "តុលាការ")
    file = tmp_path / "terms.csv"
    file.write_text("source,target,status\nlaw,ច្បាប់,\nbridge,ស្ពាន,fine\n", "utf-8")
    outcome = run("glossary", "import", file)
    assert outcome.code == 1
    assert "terms.csv, line 3: status 'fine' is unknown" in outcome.err
    assert own_terms(run) == {"court": "តុលាការ"}


def test_an_unfinished_line_of_ones_own_is_not_written_over(run: Run) -> None:
    OWN.parent.mkdir(parents=True)
    OWN.write_text("source\ttarget\nbridge\t\n", "utf-8")
    outcome = run("glossary", "add", "court", "តុលាការ")
    assert outcome.code == 1
    assert "line 2: 'bridge' has no target" in outcome.err
    assert "bridge" in OWN.read_text("utf-8")


@pytest.mark.parametrize("name", ["terms.csv", "terms.tsv", "terms.tbx"])
def test_what_is_exported_can_be_imported(run: Run, tmp_path: Path, name: str) -> None:
    run("glossary", "add", "court", "តុលាការ", "--variant", "សាលាក្តី", "--note", 'the "court"')
    assert run("glossary", "export", tmp_path / name, "--own").out.startswith("1 term in ")
    before = OWN.read_text("utf-8")
    OWN.unlink()
    assert run("glossary", "import", tmp_path / name).out == "1 added, 0 changed, 0 refused\n"
    assert OWN.read_text("utf-8") == before


def test_shipped_terms_that_come_back_unchanged_are_not_copied(run: Run, tmp_path: Path) -> None:
    run("glossary", "export", tmp_path / "all.tsv")
    assert run("glossary", "import", tmp_path / "all.tsv").out.startswith("0 added, 0 changed")
    assert not OWN.exists()


def test_check_is_content_with_what_is_shipped(run: Run) -> None:
    outcome = run("glossary", "check", "--strict")
    assert outcome.code == 0
    assert outcome.out.endswith(" terms, nothing wrong.\n")


def test_check_names_faults_and_strict_makes_them_count(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "terms.tsv"
    file.write_text("source\ttarget\tforbidden\ncourt\tក\tក\nlaw\t\t\n", "utf-8")
    outcome = run("glossary", "check", file)
    assert outcome.code == 0
    assert (
        outcome.out == "court: ក is required and forbidden at once\nline 3: 'law' has no target\n"
    )
    strict = run("glossary", "check", file, "--strict", "--format", "json")
    assert strict.code == 4
    assert [row["source"] for row in json.loads(strict.out)] == ["court", ""]


def test_check_holds_a_result_against_the_glossary(run: Run, tmp_path: Path) -> None:
    result = tmp_path / "result.json"
    run(SAMPLE, "-o", result)
    run("glossary", "add", "labour trafficking", "ការជួញដូរពលករ")
    outcome = run("glossary", "check", result, "--format", "json")
    messages = [row["message"] for row in json.loads(outcome.out)]
    assert any("ការជួញដូរពលករ for “labour trafficking”" in message for message in messages)
    assert {row["check"].partition("_")[0] for row in json.loads(outcome.out)} == {"glossary"}
    assert run("glossary", "check", result, "--strict").code == 4


def test_an_added_term_is_checked_in_the_next_draft(run: Run) -> None:
    run("glossary", "add", "labour trafficking", "ការជួញដូរពលករ")
    found = json.loads(run(SAMPLE, "--format", "json").out)["findings"]
    assert any(f["check"] == "glossary_required" and f["severity"] == "warning" for f in found)


def test_a_broken_own_glossary_stops_a_run_with_its_line(run: Run) -> None:
    Path("glossary.tsv").write_text('source\ttarget\n"court\n', "utf-8")
    outcome = run(SAMPLE)
    assert outcome.code == 1
    assert "glossary.tsv, line 2: " in outcome.err

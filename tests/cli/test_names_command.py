"""``summarize names``: the names of a run, and what stands for them."""

import csv
import io
import json
import re
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.review.conftest import build_result

PAIRS = {
    "Interior Minister Sar Kheng spoke in Pursat.": "លោក ស ខេង បាននិយាយនៅខេត្តពោធិ៍សាត់។",
    "Sar Kheng left.": "លោកបានចាកចេញ។",
    "Judge Chan Dara heard him.": "ចៅក្រម ចាន់ ដារ៉ា បានស្ដាប់គាត់។",
}


@pytest.fixture
def results(environment: dict[str, str], tmp_path: Path) -> Path:
    file = tmp_path / "result.json"
    file.write_text(json.dumps(build_result(PAIRS).to_dict()), "utf-8")
    return file


def test_every_name_is_listed_with_its_forms_and_sentences(run: Run, results: Path) -> None:
    found = json.loads(run("names", "list", results, "--format", "json").out)
    assert [(one["name"], one["count"], one["status"]) for one in found] == [
        ("Sar Kheng", 2, "known"),
        ("Pursat", 1, "known"),
        ("Chan Dara", 1, "proposed"),
    ]
    assert found[0]["forms"] == {"ស ខេង": 1, "": 1}
    assert [key.split(":")[1] for key in found[0]["segments"]] == ["k1", "k2"]


def test_the_list_says_in_which_sentences_of_which_file(run: Run, results: Path) -> None:
    line = run("names", "list", results).out.splitlines()[0]
    assert re.search(r"in [\w./-]+:k1, [\w./-]+:k2$", line), line
    source = json.loads(results.read_text("utf-8"))["article"]["source"]
    assert f"in {Path(source).name}:k1" in line


def test_what_is_lost_or_differs_is_listed_by_check(run: Run, results: Path) -> None:
    outcome = run("names", "check", results)
    assert outcome.code == 4
    assert "Sar Kheng" in outcome.out
    assert "lost (1)" in outcome.out
    assert "Pursat" not in outcome.out


def test_names_are_written_as_a_table_for_a_spreadsheet(
    run: Run, results: Path, tmp_path: Path
) -> None:
    run("names", "list", results, "-o", tmp_path / "names.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "names.csv").read_text("utf-8-sig"))))
    run("names", "list", results, "-o", tmp_path / "names.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "names.xlsx").worksheets[0]
    assert [list(row) for row in sheet.iter_rows(values_only=True)] == rows
    assert rows[0][:3] == ["name", "khmer", "status"]
    assert rows[1][:2] == ["Sar Kheng", "ស ខេង"]


def test_another_kind_of_table_is_refused(run: Run, results: Path, tmp_path: Path) -> None:
    outcome = run("names", "list", results, "-o", tmp_path / "names.ods")
    assert outcome.code == 2
    assert ".xlsx" in outcome.err


def test_spellings_are_shown_and_one_is_approved_by_its_number(
    run: Run, environment: dict[str, str]
) -> None:
    shown = json.loads(run("names", "show", "Vorn Sreymom", "--format", "json").out)
    assert 1 < len(shown["spellings"]) <= 5
    second = shown["spellings"][1]["khmer"]
    run("names", "approve", "Vorn Sreymom", "2")
    after = json.loads(run("names", "show", "Vorn Sreymom", "--format", "json").out)
    assert [one["khmer"] for one in after["known"]] == [second]


def test_a_spelling_of_ones_own_is_approved(run: Run, results: Path) -> None:
    run("names", "approve", "Chan Dara", "ចាន់ តារា")
    found = json.loads(run("names", "list", results, "--format", "json").out)
    assert found[2]["status"] == "approved"
    assert found[2]["forms"] == {"": 1}


def test_a_number_that_no_spelling_has_is_told(run: Run, environment: dict[str, str]) -> None:
    outcome = run("names", "approve", "Vorn Sreymom", "9")
    assert outcome.code == 2
    assert "names show" in outcome.err


def test_a_name_is_entered_with_its_office_and_who_approved_it(
    run: Run, environment: dict[str, str]
) -> None:
    person = ("Koeut Rith", "កើត រិទ្ធ", "--office", "minister of justice", "--latin", "Keut Rith")
    run("names", "add", *person, "--title", "ឯកឧត្តម", "--by", "Sok", "--origin", "moj.gov.kh")
    shown = json.loads(run("names", "show", "Keut Rith", "--format", "json").out)
    entry = shown["entry"]
    assert (entry["source"], entry["target"]) == ("Koeut Rith", "កើត រិទ្ធ")
    assert (entry["office"], entry["title"]) == ("minister of justice", "ឯកឧត្តម")
    assert (entry["status"], entry["approver"], entry["origin"]) == (
        "approved",
        "Sok",
        "moj.gov.kh",
    )
    assert len(entry["approved"]) == len("2026-11-29")
    assert [one["khmer"] for one in shown["known"]] == ["កើត រិទ្ធ"]
    assert "office: minister of justice" in run("names", "show", "Koeut Rith").out


def test_who_approves_is_who_the_review_would_name(
    run: Run, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZE_WHO", "Dara")
    approved = json.loads(run("names", "approve", "Vorn Sreymom", "--format", "json").out)
    assert (approved["approver"], approved["origin"]) == ("Dara", "sound")


def test_a_proposed_name_is_a_proposal_until_it_is_approved(run: Run, results: Path) -> None:
    run("names", "add", "Chan Dara", "ចាន់ តារា", "--office", "judge", "--proposed")
    found = json.loads(run("names", "list", results, "--format", "json").out)
    assert (found[2]["khmer"], found[2]["status"]) == ("ចាន់ តារា", "proposed")
    run("names", "approve", "Chan Dara")
    shown = json.loads(run("names", "show", "Chan Dara", "--format", "json").out)["entry"]
    assert (shown["target"], shown["status"], shown["office"]) == ("ចាន់ តារា", "approved", "judge")


def test_nobody_approves_what_is_only_proposed(run: Run, environment: dict[str, str]) -> None:
    outcome = run("names", "add", "Chan Dara", "ចាន់ តារា", "--proposed", "--by", "Sok")
    assert outcome.code == 2


def test_a_name_needs_its_khmer(run: Run, environment: dict[str, str]) -> None:
    assert run("names", "add", "Chan Dara", " ").code == 2


def test_a_later_mention_by_one_name_counts_to_the_person(
    run: Run, environment: dict[str, str], tmp_path: Path
) -> None:
    pairs = {
        "Judge Chan Dara heard him.": "ចៅក្រម ចាន់ ដារ៉ា បានស្ដាប់គាត់។",
        "Lawyer Dara left.": "ដារ៉ា បានចាកចេញ។",
        "The ACU asked Dara.": "អង្គភាពប្រឆាំងអំពើពុករលួយ (ACU) សួរ។",
        "The ACU left.": "ACU បានចាកចេញ។",
    }
    file = tmp_path / "result.json"
    file.write_text(json.dumps(build_result(pairs).to_dict()), "utf-8")
    found = json.loads(run("names", "list", file, "--format", "json").out)
    assert [(one["name"], one["count"]) for one in found] == [("Chan Dara", 3), ("ACU", 2)]
    assert found[0]["forms"] == {"ចាន់ ដារ៉ា": 2, "": 1}
    assert list(found[1]["forms"].values()) == [2]


def test_the_table_of_a_run_is_corrected_and_imported(
    run: Run, results: Path, tmp_path: Path
) -> None:
    for suffix in (".csv", ".xlsx"):
        table = tmp_path / f"names{suffix}"
        run("names", "list", results, "-o", table)
        assert run("names", "import", table).out == "0 added, 0 changed, 3 unchanged, 0 refused\n"
    table = tmp_path / "names.csv"
    text = table.read_text("utf-8-sig")
    table.write_text(text.replace("Chan Dara,ចាន់ ដារ៉ា,proposed", "Chan Dara,ចាន់ តារា,approved"))
    assert run("names", "import", table, "--by", "Sok").out.splitlines() == [
        "added: Chan Dara  ចាន់ តារា  approved",
        "1 added, 0 changed, 2 unchanged, 0 refused",
    ]
    found = json.loads(run("names", "list", results, "--format", "json").out)
    assert (found[2]["khmer"], found[2]["status"], found[2]["kind"]) == (
        "ចាន់ តារា",
        "approved",
        "person",
    )


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".tbx", ".xlsx"])
def test_the_ledger_is_exported_and_imported_whole(
    run: Run, environment: dict[str, str], tmp_path: Path, suffix: str
) -> None:
    person = ("Koeut Rith", "កើត រិទ្ធ", "--office", "minister of justice", "--latin", "Keut Rith")
    run("names", "add", *person, "--title", "ឯកឧត្តម", "--by", "Sok", "--origin", "moj.gov.kh")
    run("names", "add", "Chan Dara", "ចាន់ តារា", "--proposed")
    run("glossary", "add", "labour court", "តុលាការការងារ")
    file = tmp_path / f"names{suffix}"
    assert run("names", "export", file).out == f"2 names in {file}\n"
    glossary = Path("config/summarize-km/glossary.tsv")
    before = glossary.read_text("utf-8").splitlines()
    assert run("names", "import", file).out == "0 added, 0 changed, 2 unchanged, 0 refused\n"
    glossary.unlink()
    assert run("names", "import", file).out.splitlines()[-1].startswith("2 added, ")
    after = glossary.read_text("utf-8").splitlines()
    assert sorted(after) == sorted(line for line in before if "labour court" not in line)


@pytest.mark.parametrize("command", ["add", "approve", "import"])
def test_a_glossary_that_the_settings_name_is_made_with_its_first_name(
    run: Run,
    environment: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    command: str,
) -> None:
    glossary, file = tmp_path / "desk" / "glossary.tsv", tmp_path / "names.csv"
    monkeypatch.setenv("SUMMARIZE_GLOSSARY", str(glossary))
    file.write_text("name,khmer\nChan Dara,ចាន់ តារា\n", "utf-8")
    run("names", command, *([file] if command == "import" else ["Chan Dara", "ចាន់ តារា"]))
    assert "ចាន់ តារា" in glossary.read_text("utf-8")


def test_a_row_that_is_not_imported_is_told(
    run: Run, environment: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "names.csv"
    file.write_text(
        "name;khmer\nChan Dara;ចាន់ ដារ៉ា\nVorn Sreymom;\nSok San;សុខ សាន\nSok San;សុខ សាន្ត\n", "utf-8"
    )
    outcome = run("names", "import", file, "--format", "json")
    told = json.loads(outcome.out)
    assert outcome.code == 3
    assert [told[part] for part in ("added", "changed", "unchanged", "refused")] == [1, 0, 0, 3]
    assert [term["source"] for term in told["entries"]] == ["Chan Dara"]
    assert "line 3: 'Vorn Sreymom' has no target" in outcome.err
    assert outcome.err.count("rows of this name differ") == 2


def test_what_differs_is_told_with_the_command_that_lists_it(run: Run, results: Path) -> None:
    assert "1 of 3 names lost somewhere, or in several forms: summarize names check" in (
        run("names", "list", results).err
    )
    assert "summarize names approve" in run("names", "check", results).err


def test_a_headline_counts_to_the_person_whom_the_story_names_in_full(
    run: Run, environment: dict[str, str], tmp_path: Path
) -> None:
    pairs = {
        "Dara heard him.": "ដារ៉ា បានស្ដាប់គាត់។",
        "Judge Chan Dara left.": "ចៅក្រម ចាន់ ដារ៉ា បានចាកចេញ។",
    }
    file = tmp_path / "result.json"
    file.write_text(json.dumps(build_result(pairs).to_dict()), "utf-8")
    (found,) = json.loads(run("names", "list", file, "--format", "json").out)
    assert (found["name"], found["forms"]) == ("Chan Dara", {"ចាន់ ដារ៉ា": 2})


def test_every_sentence_of_a_name_is_in_the_table(run: Run, results: Path, tmp_path: Path) -> None:
    run("names", "list", results, "-o", tmp_path / "names.csv")
    first = next(csv.DictReader(io.StringIO((tmp_path / "names.csv").read_text("utf-8-sig"))))
    assert first["sentences"].splitlines() == [
        "Interior Minister Sar Kheng spoke in Pursat.",
        "Sar Kheng left.",
    ]

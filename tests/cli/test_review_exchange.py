"""`summarize review export` and `import`, as people run them."""

import json
from pathlib import Path

import polib
import pytest

from summarize.memory.tmx import read_tmx
from summarize.review.formats import FORMATS
from tests.cli.conftest import Run
from tests.review.conftest import PAIRS, build_result

NEW = "តុលាការបានបើកសំណុំរឿងចំនួន ១២។"


@pytest.fixture
def results(environment: dict[str, str], tmp_path: Path) -> Path:
    file = tmp_path / "result.json"
    file.write_text(json.dumps(build_result().to_dict()), "utf-8")
    return file


@pytest.fixture
def exported(run: Run, results: Path, tmp_path: Path) -> Path:
    """The segments as PO."""
    assert run("review", "export", results, "--format", "po", "-o", tmp_path / "out").code == 0
    return tmp_path / "out" / "a.po"


def edit(file: Path, **texts: str) -> None:
    """Translate the segments of these ids, as Poedit does."""
    entries = polib.pofile(file.read_text("utf-8"))
    for entry in entries:
        text = texts.get(entry.msgctxt.partition(":")[2])
        if text is not None:
            entry.msgstr = text
            entry.flags.remove("fuzzy")
    file.write_text(str(entries), "utf-8")


def states(run: Run, results: Path) -> dict[str, int]:
    data = json.loads(run("review", "status", results, "--format", "json").out)
    return {state: count for state, count in data["states"].items() if count}


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_exported_under_the_name_of_the_article_and_imported(
    name: str, run: Run, results: Path, tmp_path: Path
) -> None:
    done = run("review", "export", results, "--format", name, "-o", tmp_path / "out")
    file = tmp_path / "out" / f"a{FORMATS[name].suffix}"
    assert (done.code, done.out) == (0, f"{file}\n")
    imported = run("review", "import", results, file, "--who", "Dara", "--format", "json")
    assert imported.code == 0
    assert json.loads(imported.out) == {"who": "Dara", "changed": [], "unchanged": 3, "refused": []}


def test_several_formats_are_exported_at_once_each_into_a_folder_of_its_name(
    run: Run, results: Path, tmp_path: Path
) -> None:
    formats = ("--format", "po", "--format", "xliff", "--format", "xliff2", "--format", "po")
    done = run("review", "export", results, *formats, "-o", tmp_path / "out")
    files = [tmp_path / "out" / name for name in ("po/a.po", "xliff/a.xlf", "xliff2/a.xlf")]
    assert done.out.splitlines() == list(map(str, files))
    imported = run("review", "import", results, *files, "--who", "Dara", "--format", "json")
    assert json.loads(imported.out)["unchanged"] == 9


def test_an_omegat_project_is_a_folder_that_can_be_named_as_it_is(
    run: Run, results: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "project"
    assert run("review", "export", results, "--format", "omegat", "-o", folder).code == 0
    early = run("review", "import", results, folder, "--who", "Dara")
    assert early.code == 1
    assert "Create Translated Documents" in early.err
    (folder / "target" / "a.po").write_bytes((folder / "source" / "a.po").read_bytes())
    edit(folder / "target" / "a.po", k1=NEW)
    assert "1 changed as Dara" in run("review", "import", results, folder, "--who", "Dara").out


def test_the_memory_of_an_omegat_project_has_all_approvals_that_somebody_confirmed(
    run: Run, results: Path, tmp_path: Path
) -> None:
    article = build_result().article.id
    run("review", "approve", results, "--article", article, "--yes", "--force", "--who", "Sok")
    named = ("--segment", "k1", "--segment", "k2")
    run("review", "approve", results, *named, "--force", "--who", "Sok")
    run("review", "export", results, "--format", "omegat", "-o", tmp_path / "project")
    data = (tmp_path / "project" / "tm" / "approved.tmx").read_bytes()
    entries = read_tmx(data, "approved.tmx").entries
    assert [(entry.source, entry.target) for entry in entries] == list(PAIRS.items())[:2]


@pytest.mark.parametrize("force", [False, True])
def test_an_approval_over_an_error_is_taken_from_a_file_by_force_only(
    force: bool, run: Run, results: Path, tmp_path: Path
) -> None:
    run("review", "export", results, "--format", "csv", "-o", tmp_path / "out")
    file = tmp_path / "out" / "a.csv"
    text = file.read_text("utf-8-sig").replace("១២", "១៣").replace(",draft,", ",approved,")
    file.write_text(text, "utf-8-sig")
    option = ["--force"] if force else []
    done = run("review", "import", results, file, *option, "--who", "Dara", "--format", "json")
    data = json.loads(done.out)
    assert (done.code, len(data["changed"])) == (0 if force else 3, 3)
    assert [one["id"].partition(":")[2] for one in data["refused"]] == ([] if force else ["k1"])
    wanted = {"approved": 3} if force else {"approved": 2, "edited": 1}
    assert states(run, results) == wanted
    assert json.loads(run("memory", "stats", "--format", "json").out)["entries"] == 0


def test_an_import_tells_what_changed_and_what_the_checks_say(
    run: Run, results: Path, exported: Path
) -> None:
    edit(exported, k1="តុលាការបាន\u200bបើកសំណុំរឿង ១៣។")
    done = run("review", "import", results, exported, "--who", "Dara", "--format", "json")
    (changed,) = json.loads(done.out)["changed"]
    assert (done.code, changed["state"], changed["tidied"]) == (0, "edited", True)
    assert changed["before"] == PAIRS["The court opened 12 cases."]
    assert changed["after"] == "តុលាការបានបើកសំណុំរឿង ១៣។"
    assert "numbers" in {finding["check"] for finding in changed["findings"]}


def test_people_read_the_same_in_words(run: Run, results: Path, exported: Path) -> None:
    edit(exported, k1="តុលាការបានបើកសំណុំរឿង ១៣។", k3="គ្មាននរណាម្នាក់រងរបួសទេ។")
    done = run("review", "import", results, exported, "--who", "Dara")
    assert f"  - {PAIRS['The court opened 12 cases.']}\n" in done.out
    assert "  + តុលាការបានបើកសំណុំរឿង ១៣។\n" in done.out
    assert "  ! error: " in done.out
    assert done.out.endswith("2 changed as Dara, 2 edited; 1 unchanged\n")
    assert states(run, results) == {"draft": 1, "edited": 2}


def test_a_broken_file_among_good_ones_changes_nothing(
    run: Run, results: Path, exported: Path, tmp_path: Path
) -> None:
    edit(exported, k1=NEW)
    broken = tmp_path / "broken.xlf"
    broken.write_text("<xliff version='1.2'><file>", "utf-8")
    done = run("review", "import", results, exported, broken, "--who", "Dara")
    assert (done.code, done.out) == (1, "")
    assert "broken.xlf, line 1: not sound XML" in done.err
    assert "Hint:" in done.err
    assert states(run, results) == {"draft": 3}


def test_changed_english_is_refused_by_name_and_the_rest_is_taken(
    run: Run, results: Path, exported: Path
) -> None:
    edit(exported, k1=NEW, k2="រដ្ឋមន្ត្រីបានជួបប្រជុំ។")
    pairs = {"The court opened 40 cases.": "តុលាការបានបើកសំណុំរឿង ៤០។"} | {
        source: target for source, target in PAIRS.items() if "court" not in source
    }
    results.write_text(json.dumps(build_result(pairs).to_dict()), "utf-8")
    done = run("review", "import", results, exported, "--who", "Dara")
    assert done.code == 3
    assert ":k1: its English is not that of the review" in done.err
    assert "1 changed as Dara" in done.out


def test_work_done_in_the_review_meanwhile_is_not_overwritten(
    run: Run, results: Path, exported: Path, tmp_path: Path
) -> None:
    assert run("review", "approve", results, "--all-clean", "--yes", "--who", "Sok").code == 0
    edit(exported, k2="រដ្ឋមន្ត្រីបានជួបប្រជុំ។")
    done = run("review", "import", results, exported, "--who", "Dara")
    assert done.code == 3
    assert "since the export, by Sok" in done.err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("missing.po",), 1, "cannot read missing.po"),
        (("result.json",), 1, "is no format of `review export`"),
        (("cache",), 1, "no file of `review export`"),
    ],
)
def test_what_cannot_be_imported_is_said_in_plain_words(
    arguments: tuple[str, ...], code: int, message: str, run: Run, results: Path, tmp_path: Path
) -> None:
    (tmp_path / "cache").mkdir(exist_ok=True)
    done = run("review", "import", results, *arguments, "--who", "Dara")
    assert (done.code, done.out) == (code, "")
    assert message in done.err


def test_a_file_of_fifty_megabytes_is_refused_without_being_read(
    run: Run, results: Path, tmp_path: Path
) -> None:
    large = tmp_path / "large.po"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    done = run("review", "import", results, large, "--who", "Dara")
    assert done.code == 1
    assert "larger than any export" in done.err


def test_an_export_can_be_of_one_state(run: Run, results: Path, tmp_path: Path) -> None:
    run(
        "review",
        "approve",
        results,
        "--article",
        build_result().article.id,
        "--segment",
        "k1",
        "--who",
        "Sok",
    )
    place = ("-o", tmp_path / "out", "--format", "po")
    assert run("review", "export", results, *place, "--state", "draft").code == 0
    assert len(polib.pofile((tmp_path / "out" / "a.po").read_text("utf-8"))) == 2
    none = run("review", "export", results, *place, "--state", "needs-work")
    assert none.code == 2
    assert "no such segment to export" in none.err


def test_articles_of_one_name_do_not_overwrite_each_other(
    run: Run, results: Path, tmp_path: Path
) -> None:
    both = [
        build_result(title="One", source="x/a.txt"),
        build_result(title="Two", source="y/A.txt"),
    ]
    results.write_text(json.dumps([one.to_dict() for one in both]), "utf-8")
    run("review", "export", results, "--format", "csv", "-o", tmp_path / "out")
    names = {file.name for file in (tmp_path / "out").iterdir()}
    assert names == {f"a-{both[0].article.id}.csv", f"A-{both[1].article.id}.csv"}


def test_a_folder_that_cannot_be_written_is_reported(
    run: Run, results: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("a file")
    done = run("review", "export", results, "--format", "po", "-o", tmp_path / "out")
    assert done.code == 1
    assert "cannot write" in done.err


def test_the_folder_of_an_export_is_imported_whole_and_what_else_is_in_it_is_named(
    run: Run, results: Path, exported: Path
) -> None:
    edit(exported, k1=NEW)
    for name in ("a.mo", "~$a.docx", ".~lock.a.docx#"):
        (exported.parent / name).write_bytes(b"x")
    done = run("review", "import", results, exported.parent, "--who", "Dara")
    assert (done.code, done.err.count("left out")) == (0, 1)
    assert "a.mo: no file of `review export`" in done.err
    assert "1 changed as Dara" in done.out


def test_an_edited_row_that_fits_nowhere_is_named_and_counted(
    run: Run, results: Path, exported: Path
) -> None:
    text = exported.read_text("utf-8").replace("#, fuzzy\n", "")
    lines = [line for line in text.splitlines() if not line.startswith(("msgctxt", "#."))]
    text = "\n".join(lines).replace("The minister met reporters.", "The king met reporters.")
    exported.write_text(text.replace(PAIRS["The court opened 12 cases."], NEW), "utf-8")
    done = run("review", "import", results, exported, "--who", "Dara")
    assert done.code == 3
    assert "; 1 refused\n" in done.out
    assert f"refused {exported}, line " in done.err
    assert "no segment of the review has its English: “The king met reporters.”" in done.err
    assert states(run, results) == {"draft": 1, "edited": 2}

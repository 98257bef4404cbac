"""`summarize export`: clean Khmer pages, approved or as they stand."""

import json
from pathlib import Path

import pytest

from summarize.khmer.alphabet import ZWSP
from tests.cli.conftest import Run
from tests.review.conftest import PAIRS, build_result

FIRST = build_result(title="One", source="x/one.txt")
SECOND = build_result(title="Two", source="x/two.txt")
TEXT = " ".join(PAIRS.values())[:-1] + "៕\n"


@pytest.fixture
def results(environment: dict[str, str], tmp_path: Path) -> Path:
    file = tmp_path / "result.json"
    file.write_text(json.dumps([FIRST.to_dict(), SECOND.to_dict()]), "utf-8")
    return file


def approve(run: Run, results: Path, *ids: str) -> None:
    chosen = [word for name in ids for word in ("--segment", name)]
    done = run(
        "review",
        "approve",
        results,
        "--article",
        FIRST.article.id,
        *chosen,
        "--force",
        "--yes",
        "--who",
        "Sok",
    )
    assert done.code == 0


def test_each_article_becomes_a_page_named_after_it(
    run: Run, results: Path, tmp_path: Path
) -> None:
    done = run("export", results, "-o", tmp_path / "pages")
    assert done.code == 0
    assert done.out.split() == [str(tmp_path / "pages" / name) for name in ("one.html", "two.html")]
    assert "one.txt (One): 0 of 3 segments are approved; published as it stands" in done.err


def test_only_articles_wholly_approved_are_published_if_asked(
    run: Run, results: Path, tmp_path: Path
) -> None:
    approve(run, results)
    done = run("export", results, "--approved-only", "--format", "txt", "-o", tmp_path / "pages")
    assert done.code == 3
    assert [file.name for file in (tmp_path / "pages").iterdir()] == ["one.txt"]
    assert (tmp_path / "pages" / "one.txt").read_text("utf-8") == TEXT
    assert "two.txt (Two): 0 of 3 segments are approved; left out" in done.err


@pytest.mark.parametrize("place", [(), ("-o", "page.txt"), ("-o", "pages")])
def test_an_article_that_is_approved_in_part_is_left_out(
    place: tuple[str, ...], run: Run, results: Path, tmp_path: Path
) -> None:
    approve(run, results, "k1", "k2")
    done = run("export", results, "--approved-only", "--format", "txt", *place)
    assert (done.code, done.out) == (3, "")
    assert "2 of 3 segments are approved; left out" in done.err


def test_one_article_can_be_printed(run: Run, results: Path) -> None:
    done = run("export", results, "--article", FIRST.article.id, "--format", "txt")
    assert (done.code, done.out) == (0, TEXT)


def test_the_format_is_told_by_the_name_of_the_file(
    run: Run, results: Path, tmp_path: Path
) -> None:
    one = ("export", results, "--article", FIRST.article.id, "-o")
    for name, begin in {
        "a.docx": b"PK",
        "a.html": b"<!doctype html>",
        "a.md": "តុលាការ".encode(),
    }.items():
        assert run(*one, tmp_path / name).code == 0
        assert (tmp_path / name).read_bytes().startswith(begin)


def test_word_breaks_and_a_dateline_can_be_asked_for(run: Run, results: Path) -> None:
    done = run(
        "export",
        results,
        "--article",
        FIRST.article.id,
        "--format",
        "txt",
        "--zwsp",
        "--dateline",
        "ភ្នំពេញ",
    )
    assert ZWSP in done.out
    assert done.out.replace(ZWSP, "") == f"ភ្នំពេញ៖ {TEXT}"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--format", "txt"), "2 articles do not go into one file"),
        (("-o", "all.html"), "2 articles do not go into one file"),
        (("--article", "nothing"), "there is no article 'nothing'"),
        (("--format", "pdf"), "pdf"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_written(
    arguments: tuple[str, ...], message: str, run: Run, results: Path, tmp_path: Path
) -> None:
    before = {file.name for file in tmp_path.iterdir()}
    done = run("export", results, *arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert {file.name for file in tmp_path.glob("*.html")} <= before


def test_a_post_is_printed_with_its_length_and_its_label(run: Run, results: Path) -> None:
    approve(run, results, "k1", "k2", "k3")
    one = ("export", results, "--article", FIRST.article.id, "--approved-only")
    done = run(*one, "--format", "telegram", "--label", "en")
    assert done.code == 0
    assert done.out.startswith(TEXT.strip())
    assert "Drafted by machine, checked by Sok on " in done.out
    assert "one.txt: Telegram: 1 message (" in done.err
    assert "machine" not in run(*one, "--format", "facebook").out


def test_the_label_is_a_setting_as_well(
    run: Run, results: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZE_LABEL", "en")
    done = run("export", results, "--article", FIRST.article.id, "--format", "txt")
    assert done.out.endswith("\n\nDrafted by machine, not checked\n")


def test_posts_get_endings_of_their_own(run: Run, results: Path, tmp_path: Path) -> None:
    for name in ("telegram", "ninjs", "rtf"):
        assert run("export", results, "--format", name, "-o", tmp_path / "out").code == 0
    names = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert names[:3] == ["one.ninjs.json", "one.rtf", "one.telegram.txt"]
    one = ("export", results, "--article", FIRST.article.id, "--format", "ninjs")
    assert run(*one, "-o", tmp_path / "one.json").code == 0
    assert json.loads((tmp_path / "one.json").read_text("utf-8"))["pubStatus"] == "withheld"

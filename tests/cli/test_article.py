"""``summarize article``: what a reporter sees, and what happens when something is wrong."""

import json
import os
import sys
from pathlib import Path

import pytest

from summarize.records import Result
from tests.cli.conftest import BESIDE, SAMPLE, Run

KHMER = "ក្រសួងយុត្តិធម៌"


@pytest.fixture
def sample_text() -> str:
    return SAMPLE.read_text("utf-8")


def test_a_file_gives_summary_and_draft_stacked(run: Run, sample_text: str) -> None:
    outcome = run(SAMPLE)
    assert outcome.code == 0
    blocks = outcome.out.strip().split("\n\n")
    english, headline, khmer = blocks[1].splitlines(), blocks[2], blocks[3].splitlines()
    assert english[0].startswith(blocks[0])
    assert KHMER in headline
    assert "។" not in headline
    assert 2 <= len(english) <= 4
    assert all(sentence in sample_text for sentence in english)
    assert len(khmer) == len(english)
    assert all(KHMER in line for line in khmer)


def test_json_follows_the_schema(run: Run) -> None:
    data = json.loads(run(SAMPLE, "--format", "json").out)
    assert data["schema"] == 1
    assert {"id", "title", "source", "sha256"} <= set(data["article"])
    text = data["article"]["text"]
    for sentence, segment in zip(
        data["summary"]["sentences"], data["draft"]["segments"], strict=True
    ):
        assert segment["sentence"] == sentence["id"]
        assert segment["source"] == sentence["text"]
        source = sentence["sources"][0]
        assert text[source["start"] : source["end"]] == sentence["text"]
    assert set(data["provenance"]["milliseconds"]) == {"read", "summary", "draft", "check"}
    assert data["provenance"]["version"]
    assert Result.from_dict(data).to_dict()["article"]["id"] == data["article"]["id"]


def test_the_second_run_comes_from_the_cache(run: Run) -> None:
    first, second = (json.loads(run(SAMPLE, "--format", "json").out) for _ in range(2))
    assert first["provenance"]["cache_hits"] == {"summary": False, "draft": False}
    assert second["provenance"]["cache_hits"] == {"summary": True, "draft": True}
    assert second["draft"] == first["draft"]


@pytest.mark.parametrize("option", ["--no-cache", "--refresh"])
def test_the_cache_can_be_passed_by(run: Run, option: str) -> None:
    run(SAMPLE)
    data = json.loads(run(SAMPLE, option, "--format", "json").out)
    assert data["provenance"]["cache_hits"] == {"summary": False, "draft": False}


def test_no_cache_leaves_no_file(run: Run, tmp_path: Path) -> None:
    run(SAMPLE, "--no-cache")
    assert not (tmp_path / "cache").exists()


def test_no_cache_and_refresh_exclude_each_other(run: Run) -> None:
    assert run(SAMPLE, "--no-cache", "--refresh").code == 2


@pytest.mark.parametrize(("length", "count"), [("1", 1), ("short", 2), ("medium", 3), ("long", 5)])
def test_the_length_is_a_number_of_sentences(run: Run, length: str, count: int) -> None:
    data = json.loads(run(SAMPLE, "--length", length, "--format", "json").out)
    assert len(data["summary"]["sentences"]) == count


def test_no_translate_gives_the_english_alone(run: Run) -> None:
    outcome = run(SAMPLE, "--no-translate")
    assert outcome.code == 0
    assert KHMER not in outcome.out


def test_standard_input_is_an_article(run: Run, sample_text: str) -> None:
    outcome = run("-", stdin=sample_text.encode())
    assert outcome.code == 0
    assert KHMER in outcome.out


def test_several_articles_are_an_array(run: Run, tmp_path: Path, sample_text: str) -> None:
    other = tmp_path / "other.txt"
    other.write_text(sample_text.replace("Koeut Rith", "Sok Dara"), "utf-8")
    data = json.loads(run(SAMPLE, other, "--format", "json").out)
    assert [item["article"]["source"] for item in data] == [str(SAMPLE), str(other)]


def test_one_bad_article_among_good_ones_is_named_and_exits_3(run: Run, tmp_path: Path) -> None:
    outcome = run(SAMPLE, tmp_path / "missing.txt")
    assert outcome.code == 3
    assert KHMER in outcome.out
    assert "missing.txt" in outcome.err


def test_only_bad_articles_exit_1(run: Run, tmp_path: Path) -> None:
    assert run(tmp_path / "a.txt", tmp_path / "b.txt").code == 1


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "docx", "json"])
def test_the_name_of_the_output_file_chooses_the_format(
    run: Run, tmp_path: Path, suffix: str
) -> None:
    output = tmp_path / f"result.{suffix}"
    outcome = run(SAMPLE, "-o", output)
    assert (outcome.code, outcome.out) == (0, "")
    assert output.read_bytes()[:2] == {"docx": b"PK"}.get(suffix, output.read_bytes()[:2])
    assert [path.name for path in tmp_path.glob("*result*")] == [output.name]


def test_an_output_that_cannot_be_written_prints_the_result(run: Run) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    outcome = run(SAMPLE, "-o", full, "--format", "txt")
    assert outcome.code == 1
    assert KHMER in outcome.out
    assert "printed above" in outcome.err


def test_an_output_folder_that_is_missing_is_told_before_any_work(run: Run, tmp_path: Path) -> None:
    outcome = run(SAMPLE, "-o", tmp_path / "none" / "result.md")
    assert outcome.code == 2
    assert not (tmp_path / "cache").exists()


def test_a_wrong_number_is_shown_and_strict_exits_4(run: Run) -> None:
    outcome = run(SAMPLE, "--translator", "wrong-numbers")
    assert outcome.code == 0
    assert "៩៩៩៩" in outcome.out
    assert outcome.err.startswith("Every Khmer sentence of this story is likely wrong")
    assert "\nerror, sentence 1: " in outcome.err
    assert (
        "\nConfidence in the Khmer: headline: likely wrong; sentence 1: likely wrong; "
        in outcome.err
    )
    assert "error" not in outcome.out
    assert run(SAMPLE, "--translator", "wrong-numbers", "-q").err == ""
    assert run(SAMPLE, "--translator", "wrong-numbers", "--strict").code == 4


def test_findings_are_told_when_the_result_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "result.json"
    assert "9999" not in run(SAMPLE, "--translator", "wrong-numbers", "-o", output, "-q").err
    outcome = run(SAMPLE, "--translator", "wrong-numbers", "-o", output)
    assert "error, sentence 1: " in outcome.err


def test_strict_is_content_with_sound_drafts(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_SKIP_CHECKS", BESIDE)
    outcome = run(SAMPLE, "--strict", "--format", "json")
    errors = [f for f in json.loads(outcome.out)["findings"] if f["severity"] == "error"]
    assert (outcome.code, errors) == (0, [])


def test_dry_run_shows_what_would_be_sent_and_computes_nothing(
    run: Run, tmp_path: Path, sample_text: str
) -> None:
    outcome = run(SAMPLE, "--dry-run")
    assert outcome.code == 0
    assert "phrase|test" in outcome.out
    assert sample_text.splitlines()[0] in outcome.out
    assert KHMER not in outcome.out
    assert not (tmp_path / "cache" / "results.sqlite").exists()
    steps = json.loads(run(SAMPLE, "--dry-run", "--format", "json").out)
    assert [step["name"] for step in steps] == ["summary", "draft"]


def test_verbose_tells_how_it_was_made_and_quiet_nothing(run: Run) -> None:
    assert "phrase|test" in run(SAMPLE, "-v").err
    assert run(SAMPLE, "-q").err == ""


def test_an_unknown_summarizer_lists_the_known_ones(run: Run) -> None:
    outcome = run(SAMPLE, "--summarizer", "extractiv")
    assert outcome.code == 2
    assert "extractive" in outcome.err


def test_a_model_that_fails_is_told_without_traceback(run: Run) -> None:
    outcome = run(SAMPLE, "--translator", "broken")
    assert outcome.code == 1
    assert "the weights are damaged" in outcome.err
    assert "Fetch them again." in outcome.err
    assert "Traceback" not in outcome.err


def test_a_defect_is_told_in_one_line_and_verbose_shows_the_traceback(run: Run) -> None:
    outcome = run(SAMPLE, "--translator", "buggy")
    assert outcome.code == 1
    assert "Traceback" not in outcome.err
    assert "IndexError" in outcome.err
    assert "Traceback" in run(SAMPLE, "--translator", "buggy", "-v").err


def test_a_model_that_is_not_here_is_told_with_what_to_do(run: Run) -> None:
    outcome = run(SAMPLE, "--translator", "some-lab/some-model")
    assert outcome.code == 1
    assert "some-lab/some-model" in outcome.err
    assert "embedded" in outcome.err


def test_a_cache_folder_that_cannot_be_used_costs_only_a_notice(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("SUMMARIZE_CACHE_DIR", str(tmp_path / "file" / "cache"))
    outcome = run(SAMPLE)
    assert outcome.code == 0
    assert KHMER in outcome.out
    assert "without a cache" in outcome.err


def test_a_broken_cache_is_set_aside_and_told(run: Run, tmp_path: Path) -> None:
    run(SAMPLE)
    (tmp_path / "cache" / "results.sqlite").write_bytes(b"garbage" * 1000)
    outcome = run(SAMPLE)
    assert outcome.code == 0
    assert KHMER in outcome.out
    assert "set aside" in outcome.err


def bad_inputs(folder: Path) -> dict[str, tuple[Path, str]]:
    """Names of bad inputs, each with what the error must mention."""
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (folder / "page.html").write_text("<html><body><nav>Menu</nav></body></html>")
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    (folder / "khmer.txt").write_text("ក្រសួងយុត្តិធម៌បានប្រកាសអំពីការប្រជុំនៅថ្ងៃនេះ។ " * 20, "utf-8")
    french = "Le ministre a déclaré que la réunion aurait lieu lundi dans la capitale du pays. "
    (folder / "french.txt").write_text(french * 10, "utf-8")
    return {
        "missing": (folder / "nothing.txt", "nothing.txt"),
        "folder": (folder, "folder"),
        "empty": (folder / "empty.txt", "empty"),
        "binary": (folder / "picture.txt", "picture.txt"),
        "page without article": (folder / "page.html", "page.html"),
        "huge": (folder / "huge.txt", "MB"),
        "khmer": (folder / "khmer.txt", "Khmer"),
        "french": (folder / "french.txt", "French"),
    }


@pytest.mark.parametrize(
    "case",
    ["missing", "folder", "empty", "binary", "page without article", "huge", "khmer", "french"],
)
def test_bad_input_is_told_plainly_with_a_hint(run: Run, tmp_path: Path, case: str) -> None:
    source, mention = bad_inputs(tmp_path)[case]
    outcome = run(source)
    assert outcome.code == 1
    assert mention in outcome.err
    assert "Hint:" in outcome.err
    assert outcome.out == ""
    assert "Traceback" not in outcome.err


def test_force_goes_on_with_another_language(run: Run, tmp_path: Path) -> None:
    source, _ = bad_inputs(tmp_path)["french"]
    assert run(source, "--force").code == 0


def test_a_url_is_refused_offline(run: Run) -> None:
    outcome = run("http://127.0.0.1:9/article.html")
    assert outcome.code == 1
    assert "offline" in outcome.err


def test_a_word_file_is_not_shown_in_a_terminal(
    environment: dict[str, str], tmp_path: Path
) -> None:
    import pty

    leader, follower = pty.openpty()
    process_id = os.spawnve(
        os.P_NOWAIT,
        "/bin/sh",
        [
            "sh",
            "-c",
            f'"{sys.executable}" -c "from summarize.cli import main; main()" "{SAMPLE}" '
            f"--format docx > {os.ttyname(follower)} 2> {tmp_path / 'err'}",
        ],
        environment,
    )
    _, status = os.waitpid(process_id, 0)
    os.close(leader)
    os.close(follower)
    assert os.waitstatus_to_exitcode(status) == 2
    assert "-o FILE.docx" in (tmp_path / "err").read_text()


def test_a_post_of_a_draft_says_how_long_it_is(run: Run) -> None:
    outcome = run(SAMPLE, "--format", "telegram", "--label", "en")
    assert outcome.out.startswith("**")
    assert outcome.out.endswith("\n\nDrafted by machine, not checked\n")
    assert "Telegram: 1 message (" in outcome.err
    assert "#KoeutRith" in outcome.out

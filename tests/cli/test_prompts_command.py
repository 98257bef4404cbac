"""``summarize prompts``: see, check and replace what instruct models are told."""

import json
from pathlib import Path

import pytest

from summarize.prompts import built_in_folder
from tests.cli.conftest import SAMPLE, Run


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The user's own folder, with a headline prompt that replaces the built-in one."""
    folder = tmp_path / "config" / "summarize-km" / "prompts"
    folder.mkdir(parents=True)
    text = (built_in_folder() / "headline.md").read_text("utf-8")
    (folder / "mine.md").write_text(text.replace("twelve words", "six words"), "utf-8")
    return folder


def test_the_list_names_every_prompt(run: Run) -> None:
    rows = json.loads(run("prompts", "list", "--format", "json").out)
    assert [row["id"] for row in rows] == sorted(path.stem for path in built_in_folder().iterdir())
    assert {row["origin"] for row in rows} == {"built in"}
    assert "khmer-translation" in run("prompts", "list").out


def test_an_own_prompt_replaces_the_built_in_one(run: Run, own: Path) -> None:
    assert str(own / "mine.md") in run("prompts", "list").out
    assert "six words" in run("prompts", "show", "headline").out
    assert (
        "six words"
        in json.loads(run("prompts", "show", "headline", "--format", "json").out)["body"]
    )


def test_an_unknown_prompt_is_a_usage_error_that_lists_the_known(run: Run) -> None:
    outcome = run("prompts", "show", "headlin")
    assert outcome.code == 2
    assert "headline" in outcome.err


def test_check_passes_sound_prompts(run: Run, own: Path) -> None:
    outcome = run("prompts", "check")
    assert outcome.code == 0
    assert "mine.md: sound" in outcome.out


def test_check_names_the_faults_of_every_file(run: Run, own: Path) -> None:
    (own / "bad.md").write_text("no front matter", "utf-8")
    outcome = run("prompts", "check", "--format", "json")
    assert outcome.code == 1
    faults = json.loads(outcome.out)
    assert "front matter" in faults[str(own / "bad.md")]
    assert faults[str(own / "mine.md")] == ""
    assert run("prompts", "check", own / "mine.md").code == 0


def test_check_finds_an_id_that_is_used_twice(run: Run, own: Path) -> None:
    (own / "twin.md").write_bytes((own / "mine.md").read_bytes())
    assert "the id headline is that of mine.md" in run("prompts", "check").err


def test_path_prints_both_folders(run: Run, tmp_path: Path) -> None:
    assert "does not exist yet" in run("prompts", "path").out
    data = json.loads(run("prompts", "path", "--format", "json").out)
    assert data["built_in"] == str(built_in_folder())
    assert data["own_exists"] is False


def test_a_named_folder_must_exist(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_PROMPT_DIR", "nowhere")
    outcome = run("prompts", "list")
    assert outcome.code == 2
    assert "nowhere" in outcome.err


def test_a_summariser_that_follows_no_prompts_says_so(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZE_SUMMARY_PROMPT", "headline")
    outcome = run(SAMPLE)
    assert outcome.code == 0
    assert "extractive follows no prompts (headline is not used)" in outcome.err

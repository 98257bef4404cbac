"""A person who named no article is told what to do instead."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLE, Run

TEXT = "The provincial court on Monday delayed its ruling on the lake."


def test_a_folder_is_for_the_batch(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my news").mkdir()
    outcome = run("my news/")
    assert outcome.code == 1
    assert "summarize batch 'my news/' -o OUT" in outcome.err


@pytest.mark.parametrize(
    "arguments", [[TEXT], TEXT.split(), [TEXT * 200], ["First line.\nThe second line."]]
)
def test_the_text_itself_is_for_standard_input(run: Run, arguments: list[str]) -> None:
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (1, "")
    assert "summarize -" in outcome.err
    assert "--paste" in outcome.err
    assert outcome.err.count("Error:") == 1


@pytest.mark.parametrize(
    ("typed", "meant"), [("docter", "doctor"), ("bach", "batch"), ("Doctor", "doctor")]
)
def test_a_mistyped_command_is_named(run: Run, typed: str, meant: str) -> None:
    outcome = run(typed)
    assert outcome.code == 1
    assert f"Did you mean: summarize {meant}\n" in outcome.err


@pytest.mark.parametrize(
    "arguments",
    [["nothing.txt"], ["a long name of a file.txt"], ["a.txt", "b.txt", "c.txt", "d.txt"]],
)
def test_a_file_that_is_missing_is_still_a_file(run: Run, arguments: list[str]) -> None:
    assert "There is no file" in run(*arguments).err


def test_a_file_with_the_name_of_a_typo_is_an_article(run: Run, tmp_path: Path) -> None:
    (tmp_path / "docter").write_bytes(SAMPLE.read_bytes())
    assert run("docter", "--no-translate").code == 0


def test_in_a_terminal_it_is_said_how_to_end_the_article(environment: dict[str, str]) -> None:
    import pty

    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", "from summarize.cli import main; main()", "-", "--no-translate"],
        env=environment,
        stdin=follower,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    os.close(follower)
    os.write(leader, f"{TEXT}\n\x04".encode())
    out, err = process.communicate(timeout=60)
    os.close(leader)
    assert process.returncode == 0
    assert err.decode().startswith("Paste the article, then press Ctrl-D.\n")
    assert TEXT in out.decode()


def test_nothing_is_said_where_the_article_comes_through_a_pipe(run: Run) -> None:
    outcome = run("-", "--no-translate", stdin=SAMPLE.read_bytes())
    assert "Paste" not in outcome.err


def test_windows_ends_its_input_in_another_way(monkeypatch: pytest.MonkeyPatch) -> None:
    from summarize.cli.slips import paste_prompt

    monkeypatch.setattr("sys.platform", "win32")
    assert paste_prompt() == "Paste the article, then press Ctrl-Z and Enter."

"""In a foreign folder: one question at a terminal or ``--trust``, and an error where nobody is."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ARTICLE = "Prime Minister Hun Manet opened a bridge on Monday. It cost five million dollars."
WANTS = 'who = "The editor"\nmemory = "theirs.sqlite"\n'


@pytest.fixture(autouse=True)
def _foreign(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "summarize.toml").write_text(WANTS, "utf-8")


def answering(monkeypatch: pytest.MonkeyPatch, answer: bool) -> list[str]:
    """A person at the terminal; the questions they are asked."""
    asked: list[str] = []

    def confirm(question: str, err: bool) -> bool:
        asked.append(question)
        return answer

    monkeypatch.setattr("summarize.cli.trusting.sys.stdin", Terminal())
    monkeypatch.setattr("typer.confirm", confirm)
    return asked


class Terminal:
    def isatty(self) -> bool:
        return True


def test_where_nobody_is_asked_the_error_says_what_to_do(run: Run, tmp_path: Path) -> None:
    outcome = run("memory", "stats")
    assert outcome.code == 2
    assert "who = 'The editor'" in outcome.err
    assert "theirs.sqlite" in outcome.err
    assert "--trust" in outcome.err
    assert not (tmp_path / "theirs.sqlite").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["memory", "stats", "--trust"],
        ["--trust", "memory", "stats"],
        ["memory", "--trust", "stats"],
    ],
)
def test_trust_goes_with_every_command_and_is_remembered(run: Run, words: list[str]) -> None:
    assert "theirs.sqlite" in run(*words).out
    assert "theirs.sqlite" in run("memory", "stats").out


def test_an_article_is_read_with_trust(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    assert run("a.txt", "--no-translate").code == 2
    assert run("a.txt", "--no-translate", "--trust").code == 0
    assert run("a.txt", "--no-translate").code == 0


def test_a_file_called_trust_is_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "--trust").write_text(ARTICLE, "utf-8")
    assert run("article", "--no-translate", "--", "--trust").code == 2


def test_the_style_of_a_folder_needs_nobody(run: Run, tmp_path: Path) -> None:
    (tmp_path / "summarize.toml").write_text('digits = "arabic"\nlength = "short"\n', "utf-8")
    assert run("memory", "stats").code == 0


def test_a_person_is_asked_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from summarize.cli.trusting import load_settings

    asked = answering(monkeypatch, True)
    assert load_settings().who == "The editor"
    assert load_settings().who == "The editor"
    assert len(asked) == 1


def test_a_person_who_says_no_is_told_how_to_go_on(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarize.cli.trusting import load_settings
    from summarize.errors import UntrustedError

    answering(monkeypatch, False)
    with pytest.raises(UntrustedError, match="not trusted"):
        load_settings()


def test_doctor_shows_what_is_trusted(run: Run, tmp_path: Path) -> None:
    def told() -> dict[str, str]:
        found = json.loads(run("doctor", "--format", "json").out)
        return next(one for one in found if one["name"] == "trust")

    assert told()["status"] == "note"
    assert "The editor" in told()["detail"]
    run("memory", "stats", "--trust")
    assert told()["status"] == "ok"
    assert f"{tmp_path / 'summarize.toml'} is trusted with who, memory" in told()["detail"]
    assert "trusted.json" in told()["remedy"]


def test_trust_that_cannot_be_remembered_holds_for_the_command(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    outcome = run("memory", "stats", "--trust")
    assert outcome.code == 0
    assert "cannot be remembered" in outcome.err

"""Many processes and threads change one file of a person's at once: nothing is lost."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from summarize import locks
from summarize.cli.terms import take
from summarize.errors import OutputError
from summarize.glossary.files import read_terms
from summarize.glossary.records import Term

AT_ONCE = 8
ROOT = Path(__file__).parents[2]


@pytest.fixture
def glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "folder" / "own.tsv"
    monkeypatch.setenv("SUMMARIZE_GLOSSARY", str(path))
    return path


def sources(path: Path) -> set[str]:
    return {term.source for term in read_terms(path).terms}


def test_terms_added_at_once_are_all_there(glossary: Path) -> None:
    start = Barrier(AT_ONCE)

    def add(number: int) -> None:
        start.wait()
        for step in range(3):
            take([Term(f"term {number} {step}", "ពាក្យ")])

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(add, range(AT_ONCE)))

    assert sources(glossary) == {f"term {n} {step}" for n in range(AT_ONCE) for step in range(3)}


def test_a_file_with_two_names_is_one_file(
    glossary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take([Term("first", "ទីមួយ")])
    link = tmp_path / "link.tsv"
    link.symlink_to(glossary)
    monkeypatch.setattr(locks, "PATIENCE_SECONDS", 0.1)

    with (
        locks.changing(glossary),
        pytest.raises(OutputError, match="another process"),
        locks.changing(link),
    ):
        pass


def test_changing_through_a_link_keeps_the_link(
    glossary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take([Term("first", "ទីមួយ")])
    link = tmp_path / "link.tsv"
    link.symlink_to(glossary)
    monkeypatch.setenv("SUMMARIZE_GLOSSARY", str(link))

    take([Term("second", "ទីពីរ")])

    assert link.is_symlink()
    assert sources(glossary) == {"first", "second"}


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot change"), locks.changing(tmp_path / "file" / "x"):
        pass


@pytest.mark.slow
def test_processes_that_add_at_once_lose_nothing(glossary: Path) -> None:
    start = "from summarize.cli import main; main()"
    command = [sys.executable, "-c", start, "glossary", "add"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = [
        subprocess.Popen(
            [*command, f"term {number}", "ពាក្យ"], env=environment, stdout=subprocess.PIPE
        )
        for number in range(AT_ONCE)
    ]
    told = [process.communicate(timeout=120)[0].decode() for process in running]

    assert all(text.startswith("added") for text in told)
    assert sources(glossary) == {f"term {number}" for number in range(AT_ONCE)}

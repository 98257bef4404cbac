"""``--zwsp`` marks where Khmer lines may break, and says so when it cannot."""

import sys
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import SAMPLE, Run

ZWSP = "\u200b"
BROKEN = "ក្រសួង\u200bយុត្តិធម៌\u200bបាន\u200bប្រកាស"
USUAL = ("--translator", "phrase")


@pytest.mark.parametrize("format_name", ["text", "md", "html"])
def test_breaks_are_printed_only_when_asked_for(run: Run, format_name: str) -> None:
    command = ("article", str(SAMPLE), *USUAL, "--format", format_name)
    assert ZWSP not in run(*command).out
    assert BROKEN in run(*command, "--zwsp").out


def test_a_translated_text_can_have_them_too(run: Run) -> None:
    assert BROKEN in run("translate", str(SAMPLE), *USUAL, "--zwsp").out


def test_a_word_file_can_have_them(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "result.docx"
    assert run(str(SAMPLE), *USUAL, "--zwsp", "-o", str(file)).code == 0
    assert BROKEN in "\n".join(p.text for p in docx.Document(str(file)).paragraphs)


def test_json_is_refused_before_anything_is_computed(run: Run) -> None:
    outcome = run(str(SAMPLE), "--translator", "broken", "--zwsp", "--format", "json")
    assert (outcome.code, outcome.out) == (2, "")
    assert "as it is stored" in outcome.err


def test_without_the_extra_it_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "khmercut", None)
    outcome = run(str(SAMPLE), "--translator", "broken", "--zwsp")
    assert outcome.code == 2
    assert 'pip install "summarize-km[khmer]"' in outcome.err

"""What the documents of security promise is tested, and their tables are those of the program."""

import re
from pathlib import Path

from summarize.trust import GUARDED, HARMLESS

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "security.md").read_text("utf-8")
THREATS, SETTINGS = DOCUMENT.split("## What the file of a folder may set")


def rows(text: str) -> list[list[str]]:
    """The cells of the rows of tables, without their heads."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return cells[2:]


def test_every_threat_says_who_how_what_and_which_test_shows_it() -> None:
    found = rows(THREATS)
    assert len(found) >= 15
    assert all(len(row) == 5 and all(row) for row in found)
    assert all(re.search(r"`tests/[\w/]+\.py::test_\w+`", row[4]) for row in found)


def test_every_test_that_is_named_is_there() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`", DOCUMENT)
    missing = [
        f"{file}::{test}"
        for file, test in named
        if not re.search(rf"^def {test}\(" if test else "", _text(file), re.MULTILINE)
    ]
    assert missing == []


def test_every_setting_of_a_folder_is_in_the_table() -> None:
    found = rows(SETTINGS)
    named = {row[0]: row[1] for row in found}
    settings = [name for cell in named for name in re.findall(r"`(\w+)`", cell)]
    assert sorted(settings) == sorted({*GUARDED, *HARMLESS})
    harmless = {
        name
        for cell, told in named.items()
        for name in re.findall(r"`(\w+)`", cell)
        if told == "harmless"
    }
    assert harmless == HARMLESS


def test_what_is_promised_leads_to_what_holds_it() -> None:
    promised = (ROOT / "SECURITY.md").read_text("utf-8")
    assert "docs/security.md" in promised
    for heading in ("What is promised", "What is not promised", "Reporting"):
        assert f"## {heading}" in promised


def _text(file: str) -> str:
    return (ROOT / file).read_text("utf-8")

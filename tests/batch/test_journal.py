"""What is done is known after any crash: lines without a record go, records without a line too."""

import json
from pathlib import Path

import pytest

from summarize.batch.journal import JOURNAL, RESULTS, STATE, Journal, checksum
from summarize.batch.records import Record


def row(name: str, text: str = "done") -> tuple[bytes, Record]:
    line = json.dumps({"input": name, "text": text}).encode() + b"\n"
    return line, Record(
        name, name, "key", "sha", name, checksum(line), findings={"numbers/error": 1}
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    journal = Journal(tmp_path)
    journal.open()
    journal.append([row("a"), row("b")])
    journal.append([row("c")])
    journal.close()
    return tmp_path


def names(folder: Path) -> list[str]:
    """Inputs of the lines, after the journal was opened and closed once more."""
    journal = Journal(folder)
    journal.open()
    journal.close()
    lines = (folder / RESULTS).read_text().splitlines()
    found = [json.loads(line)["input"] for line in lines]
    assert list(Journal(folder).records) == found
    return found


def test_records_come_back_as_they_were(folder: Path) -> None:
    assert Journal(folder).records == {name: row(name)[1] for name in "abc"}


@pytest.mark.parametrize("torn", [b'{"inp', b'{"input": "d"}\n', b"\xff\xfe\n", b"\n"])
def test_lines_that_no_record_names_are_cut_off(folder: Path, torn: bytes) -> None:
    with (folder / RESULTS).open("ab") as file:
        file.write(torn)
    assert names(folder) == ["a", "b", "c"]


@pytest.mark.parametrize("torn", [b'{"input": "d", "key"', b"[]\n", b"garbage\n", b'{"input":1}\n'])
def test_records_that_cannot_be_read_are_dropped(folder: Path, torn: bytes) -> None:
    with (folder / STATE / JOURNAL).open("ab") as file:
        file.write(torn)
    assert names(folder) == ["a", "b", "c"]


@pytest.mark.parametrize(
    "line",
    [
        "[" * 100_000,
        '{"a":' * 50_000,
        "[]",
        "5",
        "null",
        '{"files": 5}',
        '{"id": ["x"], "input": "", "key": "", "sha256": "", "place": "", "files": []}',
        '{"id": "x", "input": 5, "key": "", "sha256": "", "place": "", "files": []}',
        '{"id": "x", "input": "", "key": "", "sha256": "", "place": "", "files": [], "line": []}',
        '{"id": "x", "input": "", "key": "", "sha256": "", "place": "", "files": [], '
        '"findings": {"error": "many"}}',
        "9" * 5000,
    ],
)
def test_a_line_of_anything_in_the_journal_does_not_end_the_batch(folder: Path, line: str) -> None:
    path = folder / STATE / JOURNAL
    path.write_bytes(line.encode() + b"\n" + path.read_bytes())
    assert names(folder) == ["a", "b", "c"]


def test_a_torn_record_takes_its_line_along(folder: Path) -> None:
    path = folder / STATE / JOURNAL
    path.write_bytes(path.read_bytes()[:-5])
    assert names(folder) == ["a", "b"]


def test_a_record_whose_line_was_lost_or_changed_does_not_count(folder: Path) -> None:
    path = folder / RESULTS
    path.write_bytes(path.read_bytes().replace(b'"b"', b'"x"'))
    assert names(folder) == ["a", "c"]


def test_wherever_both_files_are_cut_off_the_rest_is_sound(folder: Path) -> None:
    results, records = folder / RESULTS, folder / STATE / JOURNAL
    whole = results.read_bytes(), records.read_bytes()
    for cut in range(0, len(whole[0]), 3):
        results.write_bytes(whole[0][:cut])
        records.write_bytes(whole[1])
        assert names(folder) == ["a", "b", "c"][: whole[0][:cut].count(b"\n")]
    for cut in range(0, len(whole[1]), 17):
        results.write_bytes(whole[0])
        records.write_bytes(whole[1][:cut])
        assert names(folder) == ["a", "b", "c"][: whole[1][:cut].count(b"\n")]


def test_a_later_line_replaces_the_earlier_one(folder: Path) -> None:
    journal = Journal(folder)
    journal.open()
    journal.append([row("b", "again")])
    journal.close()
    assert names(folder) == ["a", "b", "c"]
    assert b"again" in (folder / RESULTS).read_bytes()


def test_a_crash_before_the_replaced_line_is_dropped_leaves_the_later_one(folder: Path) -> None:
    journal = Journal(folder)
    journal.open()
    journal.append([row("b", "again")])
    journal.abandon()
    assert len((folder / RESULTS).read_bytes().splitlines()) == 4
    assert names(folder) == ["a", "b", "c"]
    assert b"again" in (folder / RESULTS).read_bytes()


def test_lines_of_other_runs_stay(folder: Path) -> None:
    journal = Journal(folder)
    journal.open()
    journal.append([row("d")])
    journal.close()
    assert names(folder) == ["a", "b", "c", "d"]


def test_files_that_were_removed_or_replaced_are_noticed(folder: Path) -> None:
    journal = Journal(folder)
    journal.open()
    assert journal.is_there()
    (folder / RESULTS).rename(folder / "moved")
    assert not journal.is_there()
    (folder / RESULTS).write_bytes(b"")
    assert not journal.is_there()
    journal.abandon()

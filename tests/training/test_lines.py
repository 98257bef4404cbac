from pathlib import Path

import pytest

from training.lines import go_on, records


def numbered(group: list[str]) -> list[dict[str, object]]:
    return [{"text": text, "length": len(text)} for text in group]


def test_every_input_gets_one_record_in_order(tmp_path: Path) -> None:
    path = tmp_path / "done.jsonl"
    assert go_on(path, ["ក", "bb", "ccc"], numbered, 2) == 3
    assert [record["text"] for record in records(path)] == ["ក", "bb", "ccc"]


def test_what_is_done_is_not_done_again_and_a_line_cut_short_is(tmp_path: Path) -> None:
    path, asked = tmp_path / "done.jsonl", list[str]()

    def work(group: list[str]) -> list[dict[str, object]]:
        asked.extend(group)
        return numbered(group)

    go_on(path, ["a", "bb"], numbered, 2)
    path.write_bytes(path.read_bytes()[:-3])
    assert len(list(records(path))) == 1
    assert go_on(path, ["a", "bb", "ccc"], work, 2) == 2
    assert asked == ["bb", "ccc"]
    assert [record["length"] for record in records(path)] == [1, 2, 3]


def test_a_missing_record_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="1 records for 2 inputs"):
        go_on(tmp_path / "done.jsonl", ["a", "b"], lambda group: numbered(group[:1]), 2)

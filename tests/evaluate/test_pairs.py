from pathlib import Path

import pytest

from summarize.errors import UsageError
from summarize.evaluate.pairs import Pair, parse_pairs, read_lines, read_pairs


def test_a_pair_stands_on_each_line_and_empty_lines_count_for_nothing() -> None:
    assert parse_pairs("one\tមួយ\r\n\ntwo\tពីរ\n", "x") == [Pair("one", "មួយ"), Pair("two", "ពីរ")]


@pytest.mark.parametrize("line", ["no tab", "a\tb\tc"])
def test_a_line_that_is_no_pair_is_named(line: str) -> None:
    with pytest.raises(UsageError, match="pairs, line 2,"):
        parse_pairs(f"one\tមួយ\n{line}", "pairs")


def test_the_first_pairs_of_a_file_can_be_had(tmp_path: Path) -> None:
    file = tmp_path / "p.tsv"
    file.write_text("\ufeffone\tមួយ\ntwo\tពីរ\n", "utf-8")
    assert read_pairs(file, 1) == [Pair("one", "មួយ")]


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe"])
def test_a_file_without_readable_pairs_is_refused(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "p.tsv"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UsageError):
        read_pairs(file)


def test_saved_lines_must_be_as_many_as_the_pairs(tmp_path: Path) -> None:
    file = tmp_path / "h.txt"
    file.write_text("មួយ\n\nពីរ\n", "utf-8")
    assert read_lines(file, 3) == ["មួយ", "", "ពីរ"]
    with pytest.raises(UsageError, match="3 lines, but 2"):
        read_lines(file, 2)

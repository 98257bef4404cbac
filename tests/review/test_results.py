"""From results on disk to their review beside them."""

import json
from pathlib import Path

import pytest

from summarize.errors import UsageError
from summarize.records import Result
from summarize.review.records import Edit
from summarize.review.results import open_review, read_results, review_path
from tests.review.conftest import ARTICLE, PAIRS, RESULT, build_result

FAILED = {"input": "b.txt", "error": "it is empty", "error_type": "ArticleError"}


def write_lines(path: Path, *items: object) -> Path:
    lines = (item.to_dict() if isinstance(item, Result) else item for item in items)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def write_result(path: Path, *results: Result) -> Path:
    data = [result.to_dict() for result in results]
    path.write_text(json.dumps(data if len(data) > 1 else data[0]), "utf-8")
    return path


def test_a_batch_is_reviewed_in_its_folder(tmp_path: Path) -> None:
    write_lines(tmp_path / "results.jsonl", RESULT, FAILED, build_result(title="Other"))
    store = open_review(tmp_path)
    assert store.path == tmp_path / "review.sqlite"
    assert len(store.segments()) == 6
    store.close()
    assert review_path(tmp_path / "results.jsonl") == store.path


def test_results_side_by_side_are_separate_reviews(tmp_path: Path) -> None:
    one = write_result(tmp_path / "one.json", RESULT)
    two = write_result(tmp_path / "two.json", build_result({"Another.": "ផ្សេង។"}))
    for path, expected in ((one, list(PAIRS)), (two, ["Another."]), (one, list(PAIRS))):
        store = open_review(path)
        assert [segment.source for segment in store.segments()] == expected
        assert store.path == tmp_path / f"{path.stem}.review.sqlite"
        store.close()


def test_a_file_of_several_results_is_one_review(tmp_path: Path) -> None:
    path = write_result(tmp_path / "many.json", RESULT, build_result(title="Other"))
    store = open_review(path)
    assert len(store.articles()) == 2
    store.close()


def test_opening_again_keeps_what_was_done_and_adds_what_is_new(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "results.jsonl", RESULT)
    first = open_review(path)
    first.change([Edit(ARTICLE, "k1", 0, "កែ។")], "Dara")
    first.close()
    write_lines(path, RESULT, build_result(title="Other"))
    second = open_review(path)
    assert [one.target for one in second.segments()][:1] == ["កែ។"]
    assert len(second.articles()) == 2
    second.close()


def test_a_line_that_is_still_being_written_is_left_for_later(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "results.jsonl", RESULT)
    whole = path.read_text("utf-8")
    path.write_text(whole + whole[:100], "utf-8")
    assert list(read_results(path)) == [RESULT]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ('{"schema": 99}', "schema 99"),
        ('{"schema": 1}', "not a result"),
        ("[3]", "not a result"),
    ],
)
def test_what_is_no_result_is_refused_and_makes_no_review(
    tmp_path: Path, content: str, fault: str
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(content)
    with pytest.raises(UsageError, match=fault):
        open_review(path)
    assert list(tmp_path.iterdir()) == [path]


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "results.jsonl", RESULT, {"schema": 99})
    with pytest.raises(UsageError, match="line 2"):
        list(read_results(path))


@pytest.mark.parametrize("name", ["nothing.json", "."])
def test_what_is_not_there_is_an_error_with_a_hint(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="there is no") as caught:
        open_review(tmp_path / name)
    assert "summarize batch" in caught.value.hint

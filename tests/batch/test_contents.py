"""The content of an input: known by its bytes, read only where it is asked for."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from summarize.batch.contents import Content, open_content
from summarize.batch.plan import Selection, find_inputs
from summarize.errors import ArticleError, FetchError
from tests.batch.conftest import text_of


def contents(*sources: Path) -> list[Content]:
    found = find_inputs([str(source) for source in sources], Selection())
    return [open_content(one, force=False, offline=True) for one in found]


def lines(path: Path, *rows: Any) -> Path:
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows))
    return path


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ({"title": "School opens", "text": text_of(1)}, ":1"),
        ({"headline": "School opens", "article": text_of(1), "summary": "unused"}, ":1"),
        ({"article": {"title": "School opens", "text": text_of(1), "id": "x"}}, "#x"),
    ],
)
def test_a_line_of_json_is_an_article_in_several_forms(
    tmp_path: Path, row: Any, place: str
) -> None:
    [content] = contents(lines(tmp_path / "news.jsonl", row))
    article = content.parse()
    assert (article.title, article.text) == ("School opens", text_of(1))
    assert article.source == f"{tmp_path / 'news.jsonl'}{place}"


@pytest.mark.parametrize(
    "row",
    ["{broken", "[1, 2]", "7", {}, {"text": 5}, {"title": ["x"], "text": "y"}, {"article": None},
     "[" * 100_000, {"text": " "}],
)  # fmt: skip
def test_a_line_that_is_no_article_is_told(tmp_path: Path, row: Any) -> None:
    [content] = contents(lines(tmp_path / "news.jsonl", row))
    with pytest.raises(ArticleError) as error:
        content.parse()
    assert error.value.hint


def test_content_is_known_by_its_bytes_not_by_its_name(tmp_path: Path) -> None:
    for name, number in {"a.txt": 1, "b.txt": 1, "c.txt": 2}.items():
        (tmp_path / name).write_text(text_of(number))
    a, b, c = contents(tmp_path)
    assert a.sha256 == b.sha256 != c.sha256
    assert a.parse().text == b.parse().text


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ArticleError, match="pipe or device"):
        contents(tmp_path)


def test_a_link_to_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to("nowhere")
    with pytest.raises(ArticleError, match="link to a file that is not there"):
        contents(tmp_path)


def test_a_page_is_not_fetched_offline(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="offline"):
        contents(lines(tmp_path / "list.txt", "https://example.org/story"))


def test_a_json_file_that_has_gone_is_told(tmp_path: Path) -> None:
    found = find_inputs([str(lines(tmp_path / "a.jsonl", {"text": "x"}))], Selection())
    (tmp_path / "a.jsonl").unlink()
    with pytest.raises(ArticleError, match="cannot be read"):
        open_content(found[0], force=False, offline=True)

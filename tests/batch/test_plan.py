"""Which articles a batch has, and the place that each would like."""

import json
from pathlib import Path

import pytest

from summarize.batch.plan import Selection, can_watch, find_inputs, has_addresses
from summarize.errors import UsageError

EVERYTHING = Selection()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "news"
    for name in (
        "b.txt",
        "a.html",
        "sub/c.docx",
        "sub/x.txt/d.md",
        "notes.log",
        ".hidden.txt",
        "sub/~$c.docx",
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    return root


def stems(*sources: object, selection: Selection = EVERYTHING) -> list[str]:
    return [one.stem for one in find_inputs([str(source) for source in sources], selection)]


def test_notes_of_who_has_a_word_file_open_are_no_articles(folder: Path) -> None:
    assert stems(folder / "sub" / "*.docx") == ["c"]
    assert not [stem for stem in stems(folder) if "~" in stem]


def test_a_folder_has_the_articles_below_it_in_order(folder: Path) -> None:
    assert stems(folder) == ["a", "b", "sub/c", "sub/x.txt/d"]


def test_the_results_are_no_articles_wherever_they_are(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "b.txt").write_text("a result")
    selection = Selection(outside=folder / "out")
    assert stems(folder, selection=selection) == ["a", "b", "sub/c", "sub/x.txt/d"]
    assert stems(folder / "**" / "*.txt", selection=selection) == ["b"]


def test_a_broken_link_is_planned_so_that_it_can_be_told(folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    assert "gone" in stems(folder)


@pytest.mark.parametrize(
    ("selection", "found"),
    [
        (Selection(include=("*.html",)), ["a"]),
        (Selection(include=("sub/*",)), ["sub/c", "sub/x.txt/d"]),
        (Selection(include=("*.log",)), ["notes"]),
        (Selection(exclude=("sub/*", "b.*")), ["a"]),
        (Selection(include=("*.txt", "*.html"), exclude=("a.*",)), ["b"]),
        (Selection(limit=2), ["a", "b"]),
    ],
)
def test_patterns_and_limits_select(folder: Path, selection: Selection, found: list[str]) -> None:
    assert stems(folder, selection=selection) == found


def test_a_pattern_mirrors_the_tree_below_its_fixed_part(folder: Path) -> None:
    assert stems(folder / "**" / "*.*t*") == ["a", "b"]
    assert stems(folder / "s*" / "*.docx") == ["sub/c"]


def test_files_named_one_by_one_are_placed_by_what_they_share(folder: Path) -> None:
    assert stems(folder / "b.txt", folder / "sub" / "c.docx") == ["b", "sub/c"]
    assert stems(folder / "sub" / "c.docx") == ["c"]


def test_a_list_names_files_from_its_folder_and_pages(folder: Path) -> None:
    lines = [
        "# tonight",
        "",
        "b.txt",
        str(folder / "sub" / "c.docx"),
        "https://example.org/a/b?c=1",
    ]
    (folder / "list.txt").write_text("\n".join(lines))
    assert stems(folder / "list.txt") == ["b", "sub/c", "example.org/a/b_c_1"]


def test_a_list_names_files_from_the_current_folder_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "lists").mkdir()
    (folder / "lists" / "one.txt").write_text("b.txt\nmissing.txt\n")
    found = find_inputs([str(folder / "lists" / "one.txt")], EVERYTHING)
    assert [one.name for one in found] == ["b.txt", str(folder / "lists" / "missing.txt")]


def test_an_article_taken_for_a_list_is_told(folder: Path) -> None:
    (folder / "b.txt").write_text("The court met on Monday.\nIt rose on Tuesday.\n")
    with pytest.raises(UsageError, match="taken for a list") as error:
        stems(folder / "b.txt")
    assert str(folder / "b.txt") in error.value.hint


def test_each_input_comes_once(folder: Path) -> None:
    assert stems(folder, folder / "b.txt") == ["a", "b", "sub/c", "sub/x.txt/d"]


def test_json_lines_are_articles_named_by_id_or_line(tmp_path: Path) -> None:
    rows = [
        {"id": "n/1", "text": "One."},
        {"article": {"id": 7, "text": "Two."}},
        {"text": "Three."},
    ]
    lines = [json.dumps(row) for row in rows]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join([lines[0], "", *lines[1:], "{broken"]))
    found = find_inputs([str(path)], EVERYTHING)
    assert [one.stem for one in found] == ["n_1", "7", "line-00004", "line-00005"]
    assert [one.name.removeprefix(str(path)) for one in found] == ["#n/1", "#7", ":4", ":5"]
    data = path.read_bytes()
    spans = [one.span for one in found if one.span]
    assert [data[start : start + length].strip() for start, length in spans[:3]] == [
        line.encode() for line in lines
    ]


@pytest.mark.parametrize("source", ["nothing", "nothing.txt", "nothing.jsonl"])
def test_a_source_that_is_not_there_is_told(tmp_path: Path, source: str) -> None:
    with pytest.raises(UsageError, match="there is no"):
        stems(tmp_path / source)


def test_an_id_cannot_leave_the_output_folder(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"id": "../../etc/passwd", "text": "x"}\n{"id": "/root", "text": "x"}\n')
    assert stems(path) == ["etc_passwd", "root"]


def test_folders_and_patterns_can_be_watched(folder: Path) -> None:
    assert can_watch([str(folder), str(folder / "*.txt")])
    assert not can_watch([str(folder / "b.txt")])


def test_addresses_and_lists_with_addresses_can_be_watched(folder: Path) -> None:
    assert can_watch(["https://h/feed.xml", str(folder)])
    (folder / "list.txt").write_text("https://h/feed.xml\n")
    assert can_watch([str(folder / "list.txt")])
    assert has_addresses([str(folder / "list.txt")])
    assert not has_addresses(["https://h/feed.xml", str(folder)])


def test_an_address_that_was_named_is_looked_at_and_one_of_a_list_if_it_looks_like_a_feed(
    folder: Path,
) -> None:
    places = ["https://h/a", "https://h/feed.xml", "https://h/feed/", "feed:https://h/latest"]
    named = find_inputs(places, Selection(include=("*.html",)))
    assert [(one.name, one.feed) for one in named] == [
        ("https://h/a", "maybe"),
        ("https://h/feed.xml", "surely"),
        ("https://h/feed/", "maybe"),
        ("https://h/latest", "surely"),
    ]
    (folder / "list.txt").write_text("\n".join(places))
    listed = find_inputs([str(folder / "list.txt")], EVERYTHING)
    assert [one.feed for one in listed] == ["no", "surely", "maybe", "surely"]

"""A batch from inputs to results; and what a second run does again: no more than needed."""

import json
import os
import shutil
from pathlib import Path

import pytest

from summarize.batch.lock import locked
from summarize.errors import OutputError
from summarize.records import Result
from tests.batch.conftest import Desk, Echo, text_of

NAMES = ["0.txt", "1.txt", "2.txt", "3.txt", "4.txt", "5.txt"]


def counts(desk: Desk) -> dict[str, int]:
    found = desk.manifest()["counts"]
    return {name: found[name] for name in ("done", "unchanged", "failed", "not_reached")}


def test_the_tree_is_mirrored_with_one_file_for_each_article_and_format(desk: Desk) -> None:
    desk.run(formats=["md", "html"])
    mirrored = ["0", "2", "4", "sub/1", "sub/3", "sub/5"]
    whole = ["manifest.json", "report.html", "results.jsonl"]
    assert desk.files() == sorted([f"{m}.{s}" for m in mirrored for s in ("md", "html")] + whole)


def test_every_article_has_its_line_in_the_form_of_a_result(desk: Desk) -> None:
    desk.run()
    lines = desk.lines()
    assert sorted(lines) == NAMES
    for line in lines.values():
        assert json.loads(json.dumps(Result.from_dict(line).to_dict())) == line
    assert set(lines["0.txt"]["provenance"]["milliseconds"]) == {
        "read",
        "summary",
        "draft",
        "check",
    }


def test_the_manifest_tells_inputs_models_counts_and_times(desk: Desk) -> None:
    desk.run()
    found = desk.manifest()
    assert found["signatures"] == {"summary": "lead|test", "draft": "echo|test"}
    assert counts(desk) == {"done": 6, "unchanged": 0, "failed": 0, "not_reached": 0}
    assert sorted(Path(one["input"]).name for one in found["inputs"]) == NAMES
    assert {len(one["sha256"]) for one in found["inputs"]} == {64}
    assert found["seconds"] > 0
    assert found["stopped"] == ""


def test_after_the_first_article_sentences_of_many_are_translated_together(desk: Desk) -> None:
    calls: list[int] = []
    desk.translator.act = lambda sentences: calls.append(len(sentences))
    desk.run()
    assert calls == [3, 8, 7]  # eight is as many as such a translator is given at once


def test_the_second_run_reads_records_and_computes_nothing(desk: Desk) -> None:
    desk.run()
    before = (desk.output / "results.jsonl").read_bytes()
    seen = list(desk.translator.seen)
    assert desk.run().tally.counts == {"unchanged": 6}
    assert desk.translator.seen == seen
    assert (desk.output / "results.jsonl").read_bytes() == before


def test_a_new_date_is_no_new_content(desk: Desk) -> None:
    desk.run()
    os.utime(desk.articles / "0.txt", (1, 1))
    assert desk.run().tally.counts == {"unchanged": 6}


@pytest.mark.parametrize("how", ["from inside", "by the full path", "after a move"])
def test_the_same_files_named_another_way_are_the_same(
    desk: Desk, how: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    desk.root = Path()
    desk.run()
    if how == "from inside":
        monkeypatch.chdir("in")
        desk.root = Path("..")
    elif how == "by the full path":
        desk.root = tmp_path
    else:
        monkeypatch.chdir(shutil.move(tmp_path, tmp_path.with_name("moved")))
    assert desk.run().tally.counts == {"unchanged": 6}


def test_files_of_one_name_in_other_folders_are_others(desk: Desk) -> None:
    desk.run()
    (desk.root / "day2").mkdir()
    (desk.root / "day2" / "0.txt").write_text(text_of(60))
    desk.run(desk.root / "day2")
    assert "number 0" in (desk.output / "0.md").read_text("utf-8")
    assert "number 60" in (desk.output / "0.txt.md").read_text("utf-8")


def test_a_new_name_is_written_from_the_cache(desk: Desk) -> None:
    desk.run()
    seen = list(desk.translator.seen)
    (desk.articles / "0.txt").rename(desk.articles / "renamed.txt")
    assert desk.run().tally.counts == {"unchanged": 5, "done": 1}
    assert desk.translator.seen == seen
    assert desk.lines()["renamed.txt"]["draft"] == desk.lines()["0.txt"]["draft"]


def test_changed_content_is_done_again_alone(desk: Desk) -> None:
    desk.run()
    desk.translator.seen.clear()
    desk.write("0.txt", text_of(77))
    assert desk.run().tally.counts == {"unchanged": 5, "done": 1}
    assert all("77" in text or "177" in text for text in desk.translator.seen)
    assert "number 77" in desk.lines()["0.txt"]["article"]["text"]


def test_another_translator_redoes_drafts_and_no_summary(desk: Desk) -> None:
    desk.run()
    desk.translator = Echo("other|test")
    assert desk.run().tally.counts == {"done": 6}
    assert len(desk.summarizer.seen) == 6
    assert len(desk.translator.seen) == 18
    assert desk.lines()["3.txt"]["draft"]["signature"] == "other|test"


def test_another_length_redoes_what_it_steers(desk: Desk) -> None:
    desk.run()
    desk.translator.seen.clear()
    assert desk.run(sentences=3).tally.counts == {"done": 6}
    assert len(desk.translator.seen) == 6  # the third sentence of each


@pytest.mark.parametrize("content", [None, b""])
def test_a_file_that_was_removed_or_emptied_is_written_again(
    desk: Desk, content: bytes | None
) -> None:
    desk.run()
    path = desk.output / "sub" / "3.md"
    before = path.read_bytes()
    path.unlink() if content is None else path.write_bytes(content)
    assert desk.run().tally.counts == {"unchanged": 5, "done": 1}
    assert path.read_bytes().splitlines()[:3] == before.splitlines()[:3]


def test_a_file_that_somebody_edited_is_left_alone(desk: Desk) -> None:
    desk.run()
    (desk.output / "0.md").write_text("mended by hand")
    desk.run()
    assert (desk.output / "0.md").read_text() == "mended by hand"


def test_inputs_are_told_in_their_order_in_every_run(desk: Desk) -> None:
    desk.write("1.txt", "")
    desk.write("sub/2.txt", " \n")
    orders = []
    for _ in range(2):
        desk.run()
        orders.append([one["input"] for one in desk.manifest()["inputs"]])
    assert orders[0] == orders[1] == sorted(orders[0], key=lambda name: ("sub/" in name, name))


def test_another_format_is_written_without_computing(desk: Desk) -> None:
    desk.run()
    seen = list(desk.translator.seen)
    desk.run(formats=["md", "docx"])
    assert (desk.output / "sub" / "5.docx").read_bytes()[:2] == b"PK"
    assert desk.translator.seen == seen
    assert desk.run(formats=["docx"]).tally.counts == {"unchanged": 6}


def test_again_computes_everything_anew(desk: Desk) -> None:
    desk.run()
    assert desk.run(again=True).tally.counts == {"done": 6}


@pytest.mark.parametrize("tokens", [100_000, 8])
def test_duplicates_are_computed_once_and_written_each(desk: Desk, tokens: int) -> None:
    for number in range(4):
        desk.write(f"copies/{number}.txt", text_of(0))
    desk.run(tokens=tokens)
    assert (
        len(desk.translator.seen) == len(set(desk.translator.seen)) == 18
    )  # two sentences and a headline of each
    assert len(desk.summarizer.seen) == len(set(desk.summarizer.seen)) == 6
    assert {f"copies/{number}.md" for number in range(4)} <= set(desk.files())


def test_two_files_of_one_name_do_not_overwrite_each_other(desk: Desk) -> None:
    desk.write("0.md", text_of(50))
    desk.run()
    assert "number 50" in (desk.output / "0.md.md").read_text("utf-8")
    assert "number 0" in (desk.output / "0.txt.md").read_text("utf-8")


def test_results_do_not_depend_on_how_many_go_together(desk: Desk, tmp_path: Path) -> None:
    other = Desk(tmp_path / "other")
    for path in sorted(desk.articles.rglob("*.txt")):
        other.write(path.relative_to(desk.articles).as_posix(), path.read_text("utf-8"))
    desk.run()
    other.run(tokens=1, threads=1)
    for name, line in desk.lines().items():
        for part in ("summary", "draft", "findings"):
            assert line[part] == other.lines()[name][part]


def test_a_report_stands_beside_the_results(desk: Desk) -> None:
    desk.run()
    page = (desk.output / "report.html").read_text("utf-8")
    assert "<svg" in page
    assert "<script" not in page


def test_a_second_batch_on_one_folder_is_refused_and_told_who_has_it(desk: Desk) -> None:
    with locked(desk.output), pytest.raises(OutputError, match=f"process {os.getpid()}"):
        desk.run()
    assert desk.run().tally.counts == {"done": 6}


def test_an_output_folder_that_cannot_be_made_is_told(desk: Desk) -> None:
    desk.output.write_text("a file in the way")
    with pytest.raises(OutputError, match="cannot be used"):
        desk.run()


def test_articles_with_a_doubtful_sentence_are_set_apart_when_asked(desk: Desk) -> None:
    desk.run(hold="wrong")  # every draft lacks the name of the minister
    assert "held/0.md" in desk.files()
    assert "0.md" not in desk.files()
    again = desk.run(hold="wrong").tally
    assert (again.counts["unchanged"], again.held) == (6, 6)


def test_what_was_set_apart_comes_back_when_nothing_is_held_any_more(desk: Desk) -> None:
    desk.run(hold="check")
    assert desk.run().tally.held == 0
    assert "sub/1.md" in desk.files()
    assert not [name for name in desk.files() if name.startswith("held/")]


def test_an_input_in_a_folder_called_held_has_a_place_of_its_own(desk: Desk) -> None:
    desk.write("held/0.txt", text_of(9))
    desk.run(hold="wrong")
    assert {"held/0.md", "held/_held/0.md"} <= set(desk.files())

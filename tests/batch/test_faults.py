"""What goes wrong with one article stays with it; what goes wrong for all stops the batch."""

import os
import shutil
import signal
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from summarize.checks import CHECKS, Context
from summarize.errors import InputTooLongError, ModelCorruptedError, ModelError, OutputError
from tests.batch.conftest import Desk, text_of


def refuse(word: str, error: Exception, desk: Desk) -> None:
    """Make the translator raise ``error`` wherever a sentence has ``word``."""

    def act(sentences: Sequence[str]) -> None:
        if any(word in sentence for sentence in sentences):
            raise error

    desk.translator.act = act


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (InputTooLongError("too long", "divide it"), "InputTooLongError"),
        (ModelError("the answer was no good"), "ModelError"),
        (IndexError("a plug-in's mistake"), "DefectError"),
    ],
)
def test_an_article_that_a_model_cannot_take_fails_alone(
    desk: Desk, error: Exception, kind: str
) -> None:
    refuse("number 3 ", error, desk)
    assert desk.run().tally.counts == {"done": 5, "failed": 1}
    line = desk.lines()["3.txt"]
    assert line == {"input": line["input"], "error": line["error"], "error_type": kind}
    assert str(error) in line["error"]


def test_what_others_had_in_its_company_is_not_computed_twice(desk: Desk) -> None:
    """What is doubted, as names are here, is not finished."""
    desk.context = Context(skip=frozenset(CHECKS))
    refuse("number 3 ", ModelError("no"), desk)
    desk.run()
    finished = [text for text in desk.translator.seen if "The minister" not in text]
    assert len(finished) == len(set(finished)) == 5


def test_a_model_that_fails_for_all_stops_the_batch(desk: Desk) -> None:
    refuse("", ModelError("out of order"), desk)
    ended = desk.run()
    assert isinstance(ended.error, ModelError)
    assert desk.manifest()["stopped"] == "out of order"
    assert desk.manifest()["counts"]["not_reached"] == 5  # the first one goes alone


def test_damaged_weights_stop_the_batch_at_once(desk: Desk) -> None:
    calls: list[int] = []

    def act(sentences: Sequence[str]) -> None:
        calls.append(len(sentences))
        raise ModelCorruptedError("damaged")

    desk.translator.act = act
    assert isinstance(desk.run().error, ModelCorruptedError)
    assert len(calls) == 1


def test_what_was_done_before_a_model_gave_up_is_kept_and_the_rest_done_later(desk: Desk) -> None:
    def act(_: Sequence[str]) -> None:
        if len(desk.translator.seen) >= 2:
            raise ModelError("out of order")

    desk.translator.act = act
    assert desk.run(tokens=8).error is not None
    done = desk.manifest()["counts"]["done"]
    assert done == 1
    desk.translator.act = lambda _: None
    assert desk.run().tally.counts == {"unchanged": 1, "done": 5}
    assert len(desk.translator.seen) == 18  # with the headlines


def test_a_failure_for_good_is_told_again_but_not_tried_again(desk: Desk) -> None:
    desk.write("3.txt", "")
    refuse("number 1 ", InputTooLongError("too long", "divide it"), desk)
    assert desk.run().tally.counts["failed"] == 1 + 1
    desk.translator.act = lambda _: None
    ended = desk.run()
    assert ended.tally.counts["failed"] == 1 + 1  # the empty file was never told apart by content
    assert desk.run(retry=True).tally.counts["failed"] == 1


def test_other_failures_are_tried_again_each_time(desk: Desk) -> None:
    refuse("number 3 ", ModelError("a bad moment"), desk)
    desk.run()
    desk.translator.act = lambda _: None
    assert desk.run().tally.counts == {"unchanged": 5, "done": 1}
    assert "error" not in desk.lines()["3.txt"]


def test_fail_fast_stops_at_the_first_failure(desk: Desk) -> None:
    for number in range(20):
        desk.write(f"more/{number}.txt", text_of(number + 10))
    desk.write("0.txt", "   ")
    desk.translator.act = lambda _: time.sleep(0.02)
    ended = desk.run(fail_fast=True, tokens=8)
    assert ended.tally.counts["failed"] == 1
    assert desk.manifest()["counts"]["not_reached"] > 0
    assert "--fail-fast" in desk.manifest()["stopped"]


def test_a_stop_finishes_what_the_model_is_at_and_the_next_run_the_rest(desk: Desk) -> None:
    def act(_: Sequence[str]) -> None:
        desk.stop.signal = signal.SIGTERM
        desk.stop.wanted.set()

    desk.translator.act = act
    ended = desk.run(tokens=8)
    assert ended.tally.counts == {"done": 1}
    assert desk.manifest()["stopped"] == "stopped by SIGTERM"
    desk.translator.act = lambda _: None
    assert desk.run().tally.counts == {"unchanged": 1, "done": 5}
    assert len(desk.translator.seen) == len(set(desk.translator.seen)) == 18


@pytest.mark.parametrize("how", ["removed", "moved"])
def test_an_output_folder_that_goes_is_told_and_the_work_is_in_the_cache(
    desk: Desk, how: str
) -> None:
    def act(_: Sequence[str]) -> None:
        if how == "removed":
            shutil.rmtree(desk.output)
        else:
            desk.output.rename(desk.root / "elsewhere")

    desk.translator.act = act
    ended = desk.run()
    assert isinstance(ended.error, OutputError)
    assert "has gone" in ended.error.message
    desk.translator.act = lambda _: None
    assert desk.run().tally.counts == {"done": 6}
    assert len(desk.translator.seen) == 18  # with the headlines


def test_a_name_in_the_way_of_one_article_fails_it_alone(desk: Desk) -> None:
    (desk.output / "0.md").mkdir(parents=True)
    assert desk.run().tally.counts == {"done": 5, "failed": 1}
    assert "0.md" in desk.lines()["0.txt"]["error"]


def test_a_line_that_is_cut_off_by_a_crash_is_made_good(desk: Desk) -> None:
    desk.run()
    before = {name: line["draft"] for name, line in desk.lines().items()}
    path = desk.output / "results.jsonl"
    path.write_bytes(path.read_bytes()[:-100])
    seen = list(desk.translator.seen)
    assert desk.run().tally.counts == {"unchanged": 5, "done": 1}
    assert {name: line["draft"] for name, line in desk.lines().items()} == before
    assert desk.translator.seen == seen


def test_files_left_over_by_a_crash_are_removed(desk: Desk) -> None:
    left_over = desk.output / ".summarize" / "4711.part"
    left_over.parent.mkdir(parents=True)
    left_over.write_bytes(b"half")
    desk.run()
    assert not left_over.exists()


def test_a_file_name_that_is_no_utf8_is_written_out(desk: Desk) -> None:
    path = os.fsencode(desk.articles) + b"/caf\xe9.txt"
    with open(path, "w") as file:  # noqa: PTH123  (a name in bytes)
        file.write(text_of(9))
    Path(os.fsdecode(path)).with_name("gone\udce9.txt").symlink_to("nowhere")
    for counts in ({"done": 7, "failed": 1}, {"unchanged": 7, "failed": 1}):
        assert desk.run(formats=["json", "docx", "html"]).tally.counts == counts
    assert "caf\\xe9.html" in desk.files()
    assert "caf%5Cxe9.json" in (desk.output / "report.html").read_text("utf-8")

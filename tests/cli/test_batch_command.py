"""``summarize batch``: what a desk sees, and what happens when something is wrong."""

import contextlib
import json
import os
import re
import signal
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import SAMPLE, Run
from tests.cli.test_app import imported_by

COMMAND = [sys.executable, "-c", "from summarize.cli import main; main()", "batch"]
KHMER = "ក្រសួងយុត្តិធម៌"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "in"
    root.mkdir()
    text = SAMPLE.read_text("utf-8")
    for number in range(3):
        (root / f"{number}.txt").write_text(text.replace("September 16", f"May {number + 1}"))
    return root


def lines(output: Path) -> list[dict[str, Any]]:
    return list(map(json.loads, (output / "results.jsonl").read_bytes().splitlines()))


def test_a_folder_becomes_files_lines_a_manifest_and_a_report(run: Run, folder: Path) -> None:
    outcome = run("batch", folder, "-o", "out")
    assert (outcome.code, outcome.out) == (0, "")
    assert "3 articles: 3 done" in outcome.err
    assert sorted(path.name for path in Path("out").iterdir()) == [
        ".summarize",
        "0.md",
        "1.md",
        "2.md",
        "manifest.json",
        "report.html",
        "results.jsonl",
    ]
    assert KHMER in Path("out/1.md").read_text("utf-8")


def test_what_an_article_was_read_without_is_told(run: Run, folder: Path) -> None:
    text = SAMPLE.read_text("utf-8").replace("\n\n", "</p><p>")
    table = "<table><tr><td>Cases<td>24</tr><tr><td>Courts<td>3</tr></table>"
    (folder / "0.html").write_text(f"<article><p>{text}</p>{table}<p>It rains.</p></article>")
    outcome = run("batch", folder / "0.html", "-o", "out")
    assert f"{folder / '0.html'}: read without a table.\n" in outcome.err
    assert lines(Path("out"))[0]["article"]["left_out"] == ["a table"]


def test_a_line_is_what_the_article_command_prints(run: Run, folder: Path) -> None:
    run("batch", folder, "-o", "out")
    alone = json.loads(run(folder / "1.txt", "--format", "json").out)
    [line] = [one for one in lines(Path("out")) if one["article"] == alone["article"]]
    assert set(line) == set(alone)
    assert all(line[part] == alone[part] for part in ("summary", "draft", "findings"))


def test_the_second_run_leaves_everything_and_loads_no_model(
    run: Run, folder: Path, environment: dict[str, str]
) -> None:
    run("batch", folder, "-o", "out")
    loaded = imported_by(environment, "batch", folder, "-o", "out")
    assert loaded & {"torch", "transformers", "ctranslate2", "numpy", "sentencex", "lxml"} == set()
    assert "3 unchanged" in run("batch", folder, "-o", "out").err


def test_several_formats_give_several_files(run: Run, folder: Path) -> None:
    run("batch", folder, "-o", "out", "--format", "html", "--format", "docx", "--format", "txt")
    assert {path.suffix for path in Path("out").glob("0.*")} == {".html", ".docx", ".txt"}


def test_files_named_by_the_shell_are_articles(run: Run, folder: Path) -> None:
    outcome = run("batch", *sorted(folder.iterdir()), "-o", "out")
    assert outcome.code == 0
    assert Path("out/2.md").exists()


def test_json_lines_are_articles(run: Run, folder: Path) -> None:
    rows = [{"id": f"n{i}", "text": path.read_text()} for i, path in enumerate(folder.iterdir())]
    Path("news.jsonl").write_text("\n".join(map(json.dumps, rows)) + '\n{"id": "bad"}\n')
    assert run("batch", "news.jsonl", "-o", "out").code == 3
    assert {path.name for path in Path("out").glob("*.md")} == {"n0.md", "n1.md", "n2.md"}
    assert [one["input"] for one in lines(Path("out")) if "error" in one] == ["news.jsonl#bad"]


def test_a_dry_run_shows_what_would_be_done_and_does_nothing(run: Run, folder: Path) -> None:
    (folder / "bad.txt").write_text(" ")
    outcome = run("batch", folder, "-o", "out", "--dry-run")
    assert outcome.code == 0
    assert f"to do     {folder / '0.txt'} -> out/0.md" in outcome.out
    assert "fails" in outcome.out
    assert not Path("out").exists()
    run("batch", folder, "-o", "out")
    assert "3 unchanged" in run("batch", folder, "-o", "out", "--dry-run").out


@pytest.mark.parametrize(
    ("arguments", "mention"),
    [
        (["nothing", "-o", "out"], "there is no nothing"),
        (["in", "-o", "in/0.txt"], "not a folder"),
        (["in", "-o", "out", "--include", "*.xyz"], "--include"),
        (["in/0.txt", "in/1.txt", "-o", "out", "--watch"], "--watch"),
        (["in", "-o", "out", "--watch", "--limit", "1"], "--limit"),
        (["in", "-o", "out", "--no-cache", "--refresh"], "--refresh"),
        (["in/0.txt", "-o", "out"], "taken for a list"),
        (["empty", "-o", "out"], "no articles"),
        (["in"], "-o"),
        (["in", "-o", "out", "--format", "pdf"], "docx"),
    ],
)
def test_arguments_that_make_no_sense_are_told(
    run: Run, folder: Path, arguments: list[str], mention: str
) -> None:
    (folder.parent / "empty").mkdir()
    outcome = run("batch", *arguments)
    assert outcome.code == 2
    assert mention in outcome.err
    assert not Path("out").exists()


def test_strict_and_a_wrong_number_exit_4(run: Run, folder: Path) -> None:
    arguments = ["batch", folder, "-o", "out", "--translator", "wrong-numbers"]
    assert run(*arguments).code == 0
    assert run(*arguments, "--strict").code == 4


def test_a_broken_model_is_told_and_exits_1(run: Run, folder: Path) -> None:
    outcome = run("batch", folder, "-o", "out", "--translator", "broken")
    assert outcome.code == 1
    assert "the weights are damaged" in outcome.err
    assert "Traceback" not in outcome.err


def test_quiet_says_nothing_but_errors(run: Run, folder: Path) -> None:
    assert run("batch", folder, "-o", "out", "-q").err == ""
    (folder / "0.txt").write_text(" ")
    assert run("batch", folder, "-o", "out", "-q").err.startswith("Error: ")


def test_no_translate_gives_the_english_alone(run: Run, folder: Path) -> None:
    run("batch", folder, "-o", "out", "--no-translate")
    assert KHMER not in Path("out/0.md").read_text("utf-8")


BAD = ("empty", "blank", "picture", "huge", "khmer", "page", "word", "link", "pipe", "utf8")


def make_bad_files(folder: Path) -> None:
    """Ten kinds of input that is no article, and a folder that is named like one."""
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n\t\n" * 100)
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    (folder / "khmer.txt").write_text("ក្រសួងយុត្តិធម៌បានប្រកាសអំពីការប្រជុំនៅថ្ងៃនេះ។ " * 20, "utf-8")
    (folder / "page.html").write_text("<html><body><nav>Menu</nav></body></html>")
    with zipfile.ZipFile(folder / "word.docx", "w") as archive:
        archive.writestr("word/document.xml", "<broken")
    (folder / "link.txt").symlink_to(folder / "nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "utf8.txt").write_bytes("ព័ត៌មាន".encode()[:-1] * 50)
    (folder / "folder.txt").mkdir()


def test_ten_kinds_of_bad_files_are_named_and_stop_nothing(run: Run, folder: Path) -> None:
    make_bad_files(folder)
    outcome = run("batch", folder, "-o", "out")
    assert outcome.code == 3
    assert "13 articles: 3 done, 10 failed" in outcome.err or (
        "3 done" in outcome.err and "10 failed" in outcome.err
    )
    errors = [line for line in lines(Path("out")) if "error" in line]
    assert {Path(line["input"]).stem for line in errors} == set(BAD)
    assert all(line["error_type"].endswith("Error") and line["error"] for line in errors)
    assert "DefectError" not in {line["error_type"] for line in errors}
    report = Path("out/report.html").read_text("utf-8")
    assert all(f"{name}." in report for name in BAD)


def test_only_bad_files_exit_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad").mkdir()
    make_bad_files(tmp_path / "bad")
    assert run("batch", "bad", "-o", "out").code == 1


def test_a_file_that_vanishes_is_a_failure_of_its_own(run: Run, folder: Path) -> None:
    Path("list.txt").write_text(f"{folder / '0.txt'}\n{folder / 'vanished.txt'}\n")
    outcome = run("batch", "list.txt", "-o", "out")
    assert outcome.code == 3
    assert "vanished.txt" in outcome.err


Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Start]:
    """Start a batch in a process of its own, with further variables."""
    started: list[subprocess.Popen[str]] = []

    def start_process(*arguments: object, **more: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            env={**environment, **more},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start_process
    for process in started:
        process.kill()
        process.communicate()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_the_first_signal_finishes_what_is_under_way(
    start: Start, folder: Path, number: int, code: int
) -> None:
    slowed = {"SUMMARIZE_TRANSLATOR": "steady", "STEADY_SECONDS": "0.7"}
    process = start(folder, "-o", "out", "--batch-tokens", "8", **slowed)
    assert process.stdout is not None
    assert process.stdout.readline() == "translating\n"
    process.send_signal(number)
    _, err = process.communicate(timeout=30)
    assert process.returncode == code
    assert "Stopping" in err
    assert "Traceback" not in err
    assert len(lines(Path("out"))) == 1
    assert json.loads(Path("out/manifest.json").read_bytes())["counts"]["not_reached"] == 2


def test_the_second_signal_stops_at_once_and_the_next_run_goes_on(
    start: Start, folder: Path, run: Run
) -> None:
    process = start(folder, "-o", "out", SUMMARIZE_TRANSLATOR="slow")
    assert process.stdout is not None
    assert process.stdout.readline() == "translating\n"
    process.send_signal(signal.SIGINT)
    assert process.stderr is not None
    assert "Stopping" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)  # the model would be at it for a minute
    assert process.returncode == 130
    assert err.splitlines()[-2:] == [
        "Stopped at once. Every finished sentence is kept.",
        f"To go on: summarize batch {folder} -o out",
    ]
    assert "3 done" in run("batch", folder, "-o", "out").err


@pytest.mark.parametrize("more", [(), ("--no-cache",)], ids=["cached", "uncached"])
def test_one_signal_ends_a_batch_while_the_model_is_at_work(
    start: Start, folder: Path, more: tuple[str, ...]
) -> None:
    process = start(folder, "-o", "a folder", *more, SUMMARIZE_TRANSLATOR="slow")
    assert process.stdout is not None
    assert process.stdout.readline() == "translating\n"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=45)  # the model would be at it for a minute
    assert process.returncode == 130
    assert "Traceback" not in err
    kept = "--no-cache keeps no sentences; articles are." if more else "Every finished sentence"
    assert kept in err
    command = " ".join(["summarize batch", str(folder), "-o 'a folder'", *more])
    assert err.splitlines()[-1] == f"To go on: {command}"
    manifest = json.loads(Path("a folder/manifest.json").read_bytes())
    assert manifest["stopped"] == "stopped by Ctrl-C"
    assert manifest["counts"]["not_reached"] == 3


def test_two_batches_share_a_cache_and_not_an_output_folder(start: Start, folder: Path) -> None:
    slowed = {"SUMMARIZE_TRANSLATOR": "steady", "STEADY_SECONDS": "0.1"}
    first = start(folder, "-o", "out", **{**slowed, "STEADY_SECONDS": "5"})
    assert first.stdout is not None
    assert first.stdout.readline() == "translating\n"
    same = start(folder, "-o", "out", **slowed)
    other = start(folder, "-o", "other", **slowed)
    _, told = same.communicate(timeout=60)
    assert same.returncode == 1
    assert f"process {first.pid}" in told
    for process in (first, other):
        process.communicate(timeout=60)
        assert process.returncode == 0
    drafts = [[line["draft"] for line in lines(Path(name))] for name in ("out", "other")]
    assert drafts[0] == drafts[1]
    assert len(drafts[0]) == 3


def test_a_full_disk_stops_the_batch_and_leaves_nothing_half(
    environment: dict[str, str], folder: Path, run: Run
) -> None:
    script = "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    script += "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
    script += "from summarize.cli import main; main()"
    words = [sys.executable, "-c", script, "batch", str(folder), "-o", "out", "--no-cache"]
    limited = [*words, "--batch-tokens", "8"]
    done = subprocess.run(limited, env=environment, capture_output=True, check=False, text=True)
    assert done.returncode == 1
    assert "cannot write" in done.stderr
    assert "what is done is kept" in done.stderr
    assert not list(Path("out").rglob("*.part"))
    kept = json.loads(Path("out/manifest.json").read_bytes())["counts"]
    assert 0 < kept["done"] < 3
    assert f"{kept['done']} unchanged" in run("batch", folder, "-o", "out").err
    assert len(lines(Path("out"))) == 3


def test_a_full_file_system_stops_the_batch_and_room_lets_it_go_on(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(small)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only the administrator can mount a small file system")
    try:
        for number in range(3, 12):
            (folder / f"{number}.txt").write_text(f"Report {number}. " + SAMPLE.read_text("utf-8"))
        outcome = run("batch", folder, "-o", small / "out", "--batch-tokens", "8")
        assert outcome.code == 1
        assert "No space left" in outcome.err
        grow = ["mount", "-o", "remount,size=8m", str(small)]
        subprocess.run(grow, check=True, capture_output=True)
        assert run("batch", folder, "-o", small / "out").code == 0
        assert len(lines(small / "out")) == 12
    finally:
        subprocess.run(["umount", str(small)], check=False, capture_output=True)


def test_watch_takes_new_files_until_it_is_stopped(start: Start, folder: Path) -> None:
    process = start(folder, "-o", "out", "--watch")
    wait_for(Path("out/report.html"))
    (folder / "late.txt").write_text(SAMPLE.read_text("utf-8"))
    wait_for(Path("out/late.md"))
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode == 130
    assert len(lines(Path("out"))) == 4


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < deadline, f"{path} never came"
        time.sleep(0.05)


def test_results_have_the_usual_rights(run: Run, folder: Path) -> None:
    run("batch", folder, "-o", "out")
    (folder.parent / "usual").write_text("x")
    usual = stat.S_IMODE((folder.parent / "usual").stat().st_mode)
    assert stat.S_IMODE(Path("out/0.md").stat().st_mode) == usual


def written_to(leader: int) -> Iterator[str]:
    """All that is written to a terminal until nobody has it open."""
    with open(leader, "rb", buffering=0) as stream, contextlib.suppress(OSError):
        while data := stream.read(4096):
            yield data.decode("utf-8", "replace")


def test_a_bar_is_shown_in_a_terminal(environment: dict[str, str], folder: Path) -> None:
    import pty

    leader, follower = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, str(folder), "-o", "out"],
        env={**environment, "TERM": "xterm", "COLUMNS": "120"},
        stderr=follower,
        stdout=subprocess.DEVNULL,
    ) as process:
        os.close(follower)
        shown = "".join(written_to(leader))
    assert process.returncode == 0
    assert "0/3" in shown
    assert re.search(r"\d of \d sentences", shown)
    assert "3/3" in shown
    [told] = [one for one in shown.splitlines() if "1.txt:" in one]
    assert re.search(r"1\.txt: \d likely wrong, \d to check, \d likely usable", told)
    assert "in all:" in shown
    assert "To review the Khmer: summarize review serve out" in shown

"""`summarize review serve`, as people start and stop it."""

import http.cookiejar
import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser import PATIENCE
from tests.cli.conftest import Run
from tests.cli.test_app import imported_by
from tests.review.conftest import build_result

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def results(environment: dict[str, str], tmp_path: Path) -> Path:
    file = tmp_path / "result.json"
    file.write_text(json.dumps(build_result().to_dict()), "utf-8")
    return file


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Start]:
    """Start the command; what is still running at the end is killed."""
    running: list[subprocess.Popen[str]] = []

    def start_command(*arguments: object, **variables: str) -> subprocess.Popen[str]:
        words = [sys.executable, "-c", "from summarize.cli import main; main()", "review", "serve"]
        process = subprocess.Popen(
            [*words, *map(str, arguments)],
            env={**environment, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        running.append(process)
        return process

    yield start_command
    for process in running:
        process.kill()
        process.communicate()


def link_of(process: subprocess.Popen[str]) -> str:
    assert process.stderr is not None
    line = process.stderr.readline()
    found = re.search(r"http://\S+", line)
    assert found, line
    return found[0]


def interrupted(process: subprocess.Popen[str]) -> tuple[str, str]:
    """What the program says until its end. (``communicate`` would miss what was read ahead.)"""
    assert process.stdout is not None
    assert process.stderr is not None
    process.send_signal(signal.SIGINT)
    process.wait(PATIENCE)
    return process.stdout.read(), process.stderr.read()


def read(link: str) -> str:
    """The page behind ``link``, as a browser with cookies gets it."""
    cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    with urllib.request.build_opener(cookies).open(link, timeout=PATIENCE) as answer:
        return str(answer.read().decode("utf-8"))


def test_it_shows_the_review_until_it_is_interrupted(start: Start, results: Path) -> None:
    process = start(results, "--who", "Dara", "--no-browser")
    link = link_of(process)
    assert link.startswith("http://127.0.0.1:")
    page = read(link)
    assert "as Dara: 0 of 3 sentences approved" in page
    out, err = interrupted(process)
    assert (process.returncode, out) == (0, "")
    assert "Ctrl-C stops" in err
    assert f"Everything is kept in {results.with_name('result.review.sqlite')}" in err
    assert "Traceback" not in err


def test_without_results_it_is_the_folder_one_is_in(start: Start, results: Path) -> None:
    line = json.dumps(build_result().to_dict()) + "\n"
    results.with_name("results.jsonl").write_text(line, "utf-8")
    assert "Courts" in read(link_of(start("--no-browser")))
    assert results.with_name("review.sqlite").exists()


def test_the_browser_is_opened_with_the_link(start: Start, results: Path, tmp_path: Path) -> None:
    seen, browser = tmp_path / "seen", tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {seen}.new && mv {seen}.new {seen}\n')
    browser.chmod(0o755)
    process = start(results, BROWSER=f"{browser} %s", DISPLAY=":0")
    link = link_of(process)
    until = time.monotonic() + PATIENCE
    while not seen.exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert seen.read_text() == link


def test_a_server_for_others_warns(start: Start, results: Path) -> None:
    process = start(results, "--host", "0.0.0.0", "--no-browser")
    assert "Courts" in read(link_of(process))
    _, err = interrupted(process)
    assert "Warning: others in your network can reach this page" in err


def test_a_port_that_is_taken_is_an_error_with_a_hint(run: Run, results: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = run("review", "serve", results, "--no-browser", "--port", port)
    assert done.code == 2
    assert f"port {port}" in done.err
    assert "--port 0 takes a free one" in done.err


def test_what_is_no_result_is_refused_before_anything_is_served(run: Run, tmp_path: Path) -> None:
    done = run("review", "serve", tmp_path / "nowhere", "--no-browser")
    assert done.code == 2
    assert "nowhere" in done.err


def test_no_other_command_loads_the_web_libraries(
    environment: dict[str, str], results: Path
) -> None:
    loaded = imported_by(environment, "review", "status", results)
    assert loaded & {"starlette", "uvicorn", "jinja2", "anyio"} == set()


def test_other_commands_work_on_the_same_review_meanwhile(
    start: Start, run: Run, results: Path
) -> None:
    link = link_of(start(results, "--no-browser"))
    assert run("review", "approve", results, "--segment", "k2", "--who", "Sophea").code == 0
    assert "1 of 3 sentences approved" in read(link)

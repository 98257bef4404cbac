"""`summarize serve`, as people start and stop it."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator

import httpx
import pytest

from tests.browser import PATIENCE
from tests.cli.conftest import Run
from tests.cli.test_app import imported_by

Start = Callable[..., subprocess.Popen[str]]
KEY = "a-key-of-this-test-alone"
ONE = {"q": "The court jailed 16 people.", "source": "en", "target": "km"}
HEARING = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from summarize.cli import main; main()"
)
"""What a shell starts in the background, these tests among it, is deaf to SIGINT."""
WEB = {"starlette", "uvicorn", "jinja2", "anyio", "python_multipart"}


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Start]:
    """Start the command on a free port; what is still running at the end is killed."""
    running: list[subprocess.Popen[str]] = []

    def start_command(*arguments: object, **variables: str) -> subprocess.Popen[str]:
        words = [sys.executable, "-c", HEARING, "serve"]
        process = subprocess.Popen(
            [*words, "--port", "0", *map(str, arguments)],
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


def address_of(process: subprocess.Popen[str]) -> str:
    assert process.stderr is not None
    line = process.stderr.readline()
    found = re.search(r"http://[^ ]+:\d+", line)
    assert found, line
    return found[0]


def ended(process: subprocess.Popen[str], number: signal.Signals) -> tuple[int, str, str]:
    """The exit code and what the program says until its end, after a signal."""
    assert process.stdout is not None
    assert process.stderr is not None
    process.send_signal(number)
    code = process.wait(PATIENCE)
    return code, process.stdout.read(), process.stderr.read()


def test_it_serves_until_it_is_interrupted(start: Start) -> None:
    process = start()
    address = address_of(process)
    assert address.startswith("http://127.0.0.1:")
    answer = httpx.post(f"{address}/translate", json=ONE, timeout=PATIENCE)
    assert "១៦" in answer.json()["translatedText"]
    code, out, err = ended(process, signal.SIGINT)
    assert (code, out) == (0, "")
    assert "Stopped." in err
    assert "Traceback" not in err


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, -15)])
def test_a_signal_ends_it_though_the_model_is_busy(
    start: Start, number: signal.Signals, code: int
) -> None:
    process = start("--translator", "slow")
    address_of(process)
    assert process.stdout is not None
    assert process.stdout.readline() == "translating\n"  # loading, for a minute
    assert ended(process, number)[0] == code


def test_the_length_is_that_of_the_command(start: Start) -> None:
    address = address_of(start("--length", "1"))
    body = {"text": "One came in. Two ran away. Three were asleep."}
    answer = httpx.post(f"{address}/summarize", json=body, timeout=PATIENCE).json()
    assert len(answer["summary"]["sentences"]) == 1


def test_others_are_let_in_with_a_key_and_a_warning(start: Start) -> None:
    process = start("--host", "0.0.0.0", SUMMARIZE_SERVE_KEY=KEY)
    address = address_of(process)
    assert httpx.post(f"{address}/translate", json=ONE).status_code == 400
    answer = httpx.post(f"{address}/translate", json={**ONE, "api_key": KEY}, timeout=PATIENCE)
    assert answer.status_code == 200
    _, _, err = ended(process, signal.SIGINT)
    assert "Warning: others in your network can reach it" in err
    assert KEY not in err


@pytest.mark.parametrize(("key", "told"), [("", "no key is set"), ("short", "fewer than 16")])
def test_without_a_good_key_it_does_not_start_for_others(
    run: Run, monkeypatch: pytest.MonkeyPatch, key: str, told: str
) -> None:
    monkeypatch.setenv("SUMMARIZE_SERVE_KEY", key)
    done = run("serve", "--host", "0.0.0.0", "--port", 0)
    assert done.code == 2
    assert told in done.err
    assert "SUMMARIZE_SERVE_KEY" in done.err


def test_a_port_that_is_taken_is_an_error_with_a_hint(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = run("serve", "--port", port)
    assert done.code == 2
    assert f"port {port}" in done.err
    assert "--port 0 takes a free one" in done.err


def test_a_model_that_is_not_here_is_told_before_anything_is_served(run: Run) -> None:
    done = run("serve", "--port", 0, "--translator", "opus-mt-tc-bible-big-mkh")
    assert done.code == 1
    assert "is not on this machine" in done.err
    assert "Serving" not in done.err


def test_help_loads_no_web_libraries(environment: dict[str, str]) -> None:
    assert imported_by(environment, "serve", "--help") & WEB == set()

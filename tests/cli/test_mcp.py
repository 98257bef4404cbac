"""`summarize mcp`, as the client of the official SDK starts it: a real second process."""

import asyncio
import json
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from mcp import ClientSession, StdioServerParameters, stdio_client

from tests.browser import PATIENCE
from tests.cli.conftest import Run
from tests.cli.test_app import imported_by

CODE = "from summarize.cli import main; main()"
COURT = "The court jailed 16 people on Monday."
WRONG = "តុលាការបានដាក់ពន្ធនាគារមនុស្ស៣៦នាក់កាលពីថ្ងៃចន្ទ។"


def called(
    environment: Mapping[str, str], tmp_path: Path, *calls: tuple[str, dict[str, Any]]
) -> list[Any]:
    """The tools there are, then the result of each call."""

    async def talk() -> list[Any]:
        words = ["-c", CODE, "mcp", "--no-cache"]
        server = StdioServerParameters(command=sys.executable, args=words, env=dict(environment))
        with (tmp_path / "err.txt").open("w") as errors:
            async with (
                stdio_client(server, errlog=errors) as (read, write),
                ClientSession(read, write) as session,
            ):
                await session.initialize()
                found: list[Any] = [(await session.list_tools()).tools]
                return found + [await session.call_tool(name, data) for name, data in calls]

    return asyncio.run(talk())


def told(result: Any) -> dict[str, Any]:
    assert not result.is_error, result
    found = json.loads(result.content[0].text)
    assert found == result.structured_content
    return dict(found)


def test_a_client_of_the_sdk_finds_and_uses_the_tools(
    environment: dict[str, str], tmp_path: Path
) -> None:
    article = f"{COURT} Two ran away. Three were asleep."
    tools, summary, drafted, findings = called(
        environment,
        tmp_path,
        ("summarise", {"text": article, "title": "Courts", "length": "1"}),
        ("translate", {"text": f"{COURT}\n\n- 12 %"}),
        ("check", {"english": COURT, "khmer": WRONG}),
    )
    assert [one.name for one in tools] == ["summarise", "translate", "check"]
    assert all(one.description for one in tools)
    sentences = told(summary)["sentences"]
    assert [one["english"] for one in sentences] == [COURT]
    assert "១៦" in sentences[0]["khmer"]
    khmer = told(drafted)["khmer"]
    assert "១៦" in khmer
    assert khmer.endswith("\n\n- 12 %")
    assert "numbers" in {one["check"] for one in told(findings)["findings"]}
    assert (tmp_path / "err.txt").read_text() == ""


def test_what_a_tool_refuses_is_told_in_words(environment: dict[str, str], tmp_path: Path) -> None:
    _, foreign, endless, long = called(
        environment,
        tmp_path,
        ("summarise", {"text": WRONG}),
        ("summarise", {"text": COURT, "length": "endless"}),
        ("translate", {"text": "A.\n" * 2_000}),
    )
    for result, words in (
        (foreign, "not in English"),
        (endless, "neither short, medium, long"),
        (long, "more than 1,000 sentences"),
    ):
        assert result.is_error
        assert words in result.content[0].text


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_while_it_waits_for_input(
    environment: dict[str, str], number: signal.Signals
) -> None:
    words = [sys.executable, "-c", CODE, "mcp", "--translator", "slow"]
    with subprocess.Popen(
        words, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"translating\n"  # loading, for a minute
        process.send_signal(number)
        assert process.wait(PATIENCE) == -number


def test_it_ends_with_its_input(environment: dict[str, str]) -> None:
    words = [sys.executable, "-c", CODE, "mcp"]
    done = subprocess.run(words, env=environment, input=b"", capture_output=True, timeout=PATIENCE)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_without_the_sdk_it_says_how_to_get_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    done = run("mcp")
    assert done.code == 2
    assert 'pip install "summarize-km[mcp]"' in done.err


def test_no_other_command_loads_the_sdk(environment: dict[str, str]) -> None:
    assert imported_by(environment, "mcp", "--help") & {"mcp", "pydantic"} == set()

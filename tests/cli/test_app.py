"""The program starts fast, finds the command meant, and leaves with the right exit code."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from summarize import __version__
from summarize.cli.app import app, with_command
from summarize.cli.commands import COMMANDS
from tests.cli.conftest import SAMPLE, Run

HEAVY = {"torch", "transformers", "ctranslate2", "numpy", "ftfy", "docx", "httpx", "rich"}
LIST_MODULES = """
import sys
from summarize.cli import main
try:
    main(sys.argv[1:])
except SystemExit as leaving:
    assert not leaving.code, leaving.code
print("\\n".join(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr)
"""


def imported_by(environment: dict[str, str], *arguments: object) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LIST_MODULES, *map(str, arguments)],
        env=environment,
        capture_output=True,
        check=True,
        text=True,
    )
    return set(done.stderr.splitlines())


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (["a.txt"], ["article", "a.txt"]),
        (["-"], ["article", "-"]),
        (["-q", "a.txt"], ["article", "-q", "a.txt"]),
        (["article", "a.txt"], ["article", "a.txt"]),
        (["translate", "-"], ["translate", "-"]),
        (["cache", "stats"], ["cache", "stats"]),
        (["--version"], ["--version"]),
        (["-h"], ["-h"]),
        ([], ["--help"]),
    ],
)
def test_article_is_the_command_when_none_is_named(given: list[str], meant: list[str]) -> None:
    assert with_command(given) == meant


def test_every_registered_command_is_known_by_name() -> None:
    registered = {command.name for command in app.registered_commands}
    registered |= {group.name for group in app.registered_groups}
    assert registered == set(COMMANDS)


def test_the_version_is_shown(run: Run) -> None:
    assert run("--version").out == f"summarize {__version__}\n"


def test_no_arguments_show_the_help(run: Run) -> None:
    outcome = run()
    assert "ARTICLE..." in outcome.out
    assert outcome.code == 0


def test_help_imports_nothing_heavy(environment: dict[str, str]) -> None:
    assert imported_by(environment, "--version") & HEAVY == set()
    assert imported_by(environment, "--help") & HEAVY == set()


def test_a_cache_hit_imports_no_model_library(environment: dict[str, str], run: Run) -> None:
    assert run(SAMPLE).code == 0
    assert imported_by(environment, SAMPLE) & {"torch", "transformers", "ctranslate2"} == set()


def test_an_unknown_option_is_a_usage_error(run: Run) -> None:
    outcome = run(SAMPLE, "--lenght", "short")
    assert outcome.code == 2
    assert "--length" in outcome.err


def test_an_error_of_arguments_imports_nothing_heavy(run_process: Run) -> None:
    outcome = run_process(SAMPLE, "--length", "none")
    assert outcome.code == 2
    assert "Traceback" not in outcome.err


def test_an_interrupt_ends_with_130_and_says_how_to_go_on(environment: dict[str, str]) -> None:
    # A process in the background ignores interrupts, and its children do.
    heed = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    process = subprocess.Popen(
        [sys.executable, "-c", f"{heed}; from summarize.cli import main; main()", str(SAMPLE)],
        env={**environment, "SUMMARIZE_TRANSLATOR": "slow"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "translating\n"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    again = f"To go on: summarize {SAMPLE}"
    assert err.strip() == f"Interrupted. Every finished sentence is kept.\n{again}"


def test_a_reader_that_goes_away_is_no_error(environment: dict[str, str], tmp_path: Path) -> None:
    command = f'"{sys.executable}" -c "from summarize.cli import main; main()" "{SAMPLE}" -q | true'
    done = subprocess.run(
        ["/bin/sh", "-c", command], env=environment, capture_output=True, check=False, text=True
    )
    assert done.stderr == ""

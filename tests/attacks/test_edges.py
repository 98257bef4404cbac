"""The edges of the program: closed and full streams, settings that make no sense."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarize.errors import UsageError
from summarize.settings import load_settings

ROOT = Path(__file__).parents[2]
START = "from summarize.cli import main; main()"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """Run ``line``, in which ``$S`` stands for the program."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PY": sys.executable, "START": START}
    words = ["bash", "-c", line.replace("$S", '"$PY" -c "$START"')]
    return subprocess.run(
        words, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.parametrize("line", ["$S --version >&-", "$S cache path > /dev/full"])
def test_output_that_goes_nowhere_is_told(line: str) -> None:
    done = shell(line)
    assert done.returncode == 1
    assert "the output cannot be written" in done.stderr
    assert "defect" not in done.stderr
    assert "Traceback" not in done.stderr


def test_closed_input_is_empty() -> None:
    done = shell("$S - <&-")
    assert done.returncode == 1
    assert "Standard input is empty" in done.stderr


def test_closed_error_harms_nothing() -> None:
    done = shell("$S --version 2>&-")
    assert (done.returncode, done.stdout[:9]) == (0, "summarize")


@pytest.mark.parametrize(
    "line",
    [
        "cache_size_mb = inf",
        "cache_size_mb = nan",
        "cache_size_mb = -1",
        "cache_size_mb = 1.5",
        "cache_size_mb = true",
        "cache_size_mb = [1]",
        f"cache_size_mb = {'9' * 4000}",
        f"cache_size_mb = '{'9' * 5000}'",
        "length = 1e400",
        "length = {}",
        "engine = []",
        "engine = {a = 1}",
        'glossary = "a\\u0000b"',
        "offline = [true]",
        "skip_checks = [[]]",
        "profile = []",
        "profile = 1",
        f"who = {'[' * 5000}",
        f"who = {'{a=' * 5000}",
        "a." * 5000 + "b = 1",
        "\x00",
    ],
)
def test_settings_that_make_no_sense_are_told(tmp_path: Path, line: str) -> None:
    (tmp_path / "summarize.toml").write_text(line, "utf-8")
    with pytest.raises(UsageError) as caught:
        load_settings({}, {}, tmp_path)
    assert len(caught.value.message) < 2000


@pytest.mark.parametrize("data", [b"\xff\xfe", b"who = '\xff'", b"\xef\xbb\xbf\xef"])
def test_settings_that_are_no_text_are_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "summarize.toml").write_bytes(data)
    with pytest.raises(UsageError):
        load_settings({}, {}, tmp_path)

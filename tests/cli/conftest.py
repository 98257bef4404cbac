"""A home of its own for every command-line test, and a plug-in whose Khmer is known."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from summarize.cli import main

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "justice-courts.txt"
BESIDE = "omission,likely_omission,lost_person,lost_name,attribution,length"
"""Checks to skip so that a phrase that says little of its sentence counts as sound."""

PLUGIN = '''
"""A translator whose Khmer is a fixed phrase with the numbers of the English."""
import os
import re
import time
from summarize.errors import ModelError

class Phrase:
    signature = "phrase|test"
    def __init__(self, options):
        pass
    def translate(self, sentences, spec):
        numbers = [" ".join(re.findall(r"[0-9]+", text)) for text in sentences]
        return [f"ក្រសួងយុត្តិធម៌បានប្រកាសអំពីការប្រជុំ {n}។" for n in numbers]

class WrongNumbers(Phrase):
    signature = "wrong-numbers|test"
    def translate(self, sentences, spec):
        return ["ក្រសួងយុត្តិធម៌បានប្រកាសអំពីការប្រជុំ ៩៩៩៩។" for _ in sentences]

class Broken(Phrase):
    signature = "broken|test"
    def translate(self, sentences, spec):
        raise ModelError("the weights are damaged", "Fetch them again.")

class Slow(Phrase):
    signature = "slow|test"
    def translate(self, sentences, spec):
        print("translating", flush=True)
        time.sleep(60)

class Steady(Phrase):
    signature = "steady|test"
    def translate(self, sentences, spec):
        print("translating", flush=True)
        time.sleep(float(os.environ["STEADY_SECONDS"]))
        return super().translate(sentences, spec)

class Buggy(Phrase):
    signature = "buggy|test"
    def translate(self, sentences, spec):
        return [][1]
'''
ENTRY_POINTS = """[summarize.translators]
phrase = phrase_plugin:Phrase
wrong-numbers = phrase_plugin:WrongNumbers
broken = phrase_plugin:Broken
slow = phrase_plugin:Slow
steady = phrase_plugin:Steady
buggy = phrase_plugin:Buggy
"""


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(scope="session")
def plugin_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is a real installed distribution with entry points."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "phrase_plugin.py").write_text(PLUGIN, "utf-8")
    info = folder / "phrase_plugin-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: phrase-plugin\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(ENTRY_POINTS)
    return folder


@pytest.fixture
def environment(
    tmp_path: Path, plugin_path: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, str]:
    """The variables under which commands run: nothing of the real home is touched."""
    own = {
        "SUMMARIZE_CACHE_DIR": str(tmp_path / "cache"),
        "SUMMARIZE_TRANSLATOR": "phrase",
        "SUMMARIZE_OFFLINE": "1",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "PYTHONPATH": os.pathsep.join([str(plugin_path), str(ROOT)]),
    }
    for name, value in own.items():
        monkeypatch.setenv(name, value)
    monkeypatch.syspath_prepend(str(plugin_path))
    monkeypatch.chdir(tmp_path)
    return {**os.environ, **own}


@pytest.fixture
def run(
    environment: dict[str, str],
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    """Run a command in this process."""

    def run_command(*arguments: object, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as leaving:
            main([str(argument) for argument in arguments])
        captured = capfdbinary.readouterr()
        code = leaving.value.code
        return Outcome(
            code if isinstance(code, int) else int(bool(code)),
            captured.out.decode("utf-8", "replace"),
            captured.err.decode("utf-8", "replace"),
        )

    return run_command


@pytest.fixture
def run_process(environment: dict[str, str]) -> Run:
    """Run a command in a process of its own."""

    def run_command(*arguments: object) -> Outcome:
        words = [sys.executable, "-c", "from summarize.cli import main; main()"]
        done = subprocess.run(
            [*words, *map(str, arguments)],
            env=environment,
            capture_output=True,
            check=False,
            text=True,
            encoding="utf-8",
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    return run_command

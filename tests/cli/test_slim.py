"""An installation without torch and transformers: what it does, and what it says of the rest."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkpoints import build_marian

TEXT = (
    "The minister opened the court on Monday. It has nine judges. They hear their first case soon."
)
WITHOUT = """
import sys
from importlib.abc import MetaPathFinder

class Missing(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {gone!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Missing())
from summarize.cli import main
main()
"""


def run(gone: str, *arguments: str, cache: Path) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own that cannot import ``gone``, one name or several."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT.format(gone=set(gone.split())), *arguments],
        input=TEXT,
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_an_article_is_summarised(tmp_path: Path) -> None:
    done = run("torch transformers", "-", "--no-translate", "--length", "1", cache=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "opened the court" in done.stdout


@pytest.mark.parametrize(
    ("gone", "engine"),
    [
        ("torch", "transformers"),
        ("transformers", "ctranslate2"),
        ("torch transformers", "ctranslate2"),
    ],
)
def test_a_model_by_name_says_what_to_install(gone: str, engine: str, tmp_path: Path) -> None:
    build_marian(tmp_path / "marian")
    asked = ("translate", "-", "--translator", str(tmp_path / "marian"), "--engine", engine)
    done = run(gone, *asked, cache=tmp_path / "cache")
    assert done.returncode == 1
    assert "which is not installed" in done.stderr
    assert "pip install summarize-km" in done.stderr
    assert "damaged" not in done.stderr

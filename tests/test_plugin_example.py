"""The example plug-in, installed as a stranger would install it, and the code in the manual."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest

from summarize.backends.base import TranslationSpec
from summarize.errors import ModelError
from summarize.options import BackendOptions

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "tests" / "plugin_example"
MANUAL = (ROOT / "docs" / "plugins.md").read_text("utf-8")
ENGLISH = "Heavy rain fell on Monday."
KHMER = "ភ្លៀងធ្លាក់ខ្លាំងនៅថ្ងៃចន្ទ។"


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that sees the project and its libraries; the example is installed there."""
    home = tmp_path_factory.mktemp("scratch")
    venv.create(home / "env", with_pip=False, symlinks=os.name != "nt")
    python = home / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    libraries = [path for path in sys.path if path.endswith("-packages")]
    (Path(site) / "project.pth").write_text("\n".join([str(ROOT), *libraries]), "utf-8")
    source = shutil.copytree(EXAMPLE, home / "source")  # building writes beside the sources
    install = ("install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index")
    run(python, "-m", "pip", *install, "--disable-pip-version-check", str(source))
    return python


@pytest.mark.slow
def test_the_example_is_used_by_name_after_pip_install(scratch: Path, tmp_path: Path) -> None:
    article = tmp_path / "rain.txt"
    article.write_text(ENGLISH, "utf-8")
    chosen = ("--summarizer", "first-sentences", "--translator", "phrasebook", "--force")
    command = ("-c", "from summarize.cli import main; main()", str(article), *chosen)
    result = json.loads(run(scratch, *command, "--format", "json", cache=tmp_path / "cache"))
    assert [s["text"] for s in result["summary"]["sentences"]] == [ENGLISH]
    assert [s["target"] for s in result["draft"]["segments"]] == [KHMER]
    assert result["provenance"]["signatures"] == {
        "summary": "first-sentences|1",
        "draft": "phrasebook|1",
    }


def test_the_code_in_the_manual_runs(tmp_path: Path) -> None:
    names: dict[str, type] = {}
    exec(block("python"), names)
    translator = names["Phrasebook"](BackendOptions(model_dir=tmp_path))
    assert translator.translate([ENGLISH], TranslationSpec()) == [KHMER]
    with pytest.raises(ModelError, match="no phrase"):
        translator.translate(["Unknown."], TranslationSpec())


def test_the_manual_registers_what_the_example_does() -> None:
    example = tomllib.loads((EXAMPLE / "pyproject.toml").read_text("utf-8"))
    documented = tomllib.loads(block("toml"))
    assert documented["project"]["entry-points"] == example["project"]["entry-points"]


def block(language: str) -> str:
    found: str
    [found] = re.findall(rf"```{language}\n(.*?)```", MANUAL, flags=re.DOTALL)
    return found


def run(python: Path, *arguments: str, cache: Path | None = None) -> str:
    """Run ``python`` outside the project; its output."""
    settings = {"PYTHONUTF8": "1", "SUMMARIZE_OFFLINE": "1", "OMP_NUM_THREADS": "1"}
    if cache:
        settings |= {"SUMMARIZE_CACHE_DIR": str(cache), "XDG_CONFIG_HOME": str(cache)}
    done = subprocess.run(
        [str(python), *arguments],
        env={**os.environ, **settings},
        cwd=python.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout

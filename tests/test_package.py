"""What is installed: the package built from its source archive works away from the repository."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RUN = "from summarize.cli import main; main()"


def call(*arguments: str, folder: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    call("-m", "hatchling", "build", "-t", "sdist", "-d", str(folder), folder=ROOT)
    (path,) = folder.glob("*.tar.gz")
    return path


@pytest.fixture(scope="module")
def wheel(archive: Path) -> Path:
    with tarfile.open(archive) as packed:
        packed.extractall(archive.parent, filter="data")
    source = archive.parent / archive.name.removesuffix(".tar.gz")
    call("-m", "hatchling", "build", "-t", "wheel", "-d", str(archive.parent), folder=source)
    (path,) = archive.parent.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files of the wheel, as ``pip install`` lays them out."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    return folder


@pytest.mark.slow
def test_nothing_but_the_program_is_installed(installed: Path) -> None:
    tops = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert tops == {"summarize"}


@pytest.mark.slow
def test_licence_notices_and_types_come_along(installed: Path) -> None:
    (info,) = installed.glob("*.dist-info")
    assert {"LICENSE", "NOTICE"} <= {path.name for path in (info / "licenses").iterdir()}
    assert (installed / "summarize" / "py.typed").exists()


@pytest.mark.slow
def test_it_summarises_and_drafts_away_from_the_repository(installed: Path, tmp_path: Path) -> None:
    own = {"PYTHONPATH": str(installed), "XDG_CACHE_HOME": str(tmp_path), "XDG_CONFIG_HOME": "/"}
    where = call("-c", "import summarize; print(summarize.__file__)", folder=tmp_path, **own)
    assert Path(where.strip()).is_relative_to(installed)
    article = installed / "summarize" / "samples_data" / "justice-courts.txt"
    told = call("-c", RUN, str(article), "--length", "1", folder=tmp_path, **own)
    assert "Koeut Rith" in told
    assert "យុត្តិធម៌" in told
    call("-c", RUN, "doctor", folder=tmp_path, **own)

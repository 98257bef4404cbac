"""OmegaT projects, and OmegaT itself where it is installed."""

import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

import polib
import pytest

from summarize.cli.exchanging import write_files
from summarize.errors import ReviewError
from summarize.glossary.records import Glossary, Term
from summarize.khmer.entered import entered
from summarize.memory.records import Entry
from summarize.memory.tmx import read_tmx
from summarize.review.exporting import documents_of, files_of
from summarize.review.formats import read_file
from summarize.review.formats.omegat import is_project, translated_files
from summarize.review.importing import bring_in
from summarize.review.store import ReviewStore
from tests.review.formats.conftest import MANY, expected_state

ENTRY = Entry("The court sat.", "តុលាការបានជួបប្រជុំ។", "Sok")
TERMS = Glossary((Term("court", "តុលាការ", ("សាលាក្តី",)),))
MEMORY_FRAME = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US"
datatype="plaintext" creationtoolversion="3.6" segtype="sentence" srclang="en"/>
<body>{}</body></tmx>
"""
UNIT = '<tu><tuv lang="en"><seg>{}</seg></tuv><tuv lang="km"><seg>{}</seg></tuv></tu>'


@pytest.fixture
def project(review: ReviewStore, tmp_path: Path) -> Path:
    """A project on disk, as `review export` writes it."""
    folder = tmp_path / "project"
    files = files_of(documents_of(review), "omegat", [ENTRY], TERMS)
    write_files(files, folder)
    return folder


def test_a_project_has_drafts_memory_glossary_and_settings(project: Path) -> None:
    names = {str(path.relative_to(project)) for path in project.rglob("*") if path.is_file()}
    assert names == {
        "omegat.project",
        "source/a_b.po",
        "tm/approved.tmx",
        "glossary/terms.txt",
    }
    (entry,) = read_tmx((project / "tm/approved.tmx").read_bytes(), "approved.tmx").entries
    assert (entry.source, entry.target) == (ENTRY.source, ENTRY.target)
    assert (project / "glossary/terms.txt").read_text("utf-8").splitlines() == [
        "court\tតុលាការ\t",
        "court\tសាលាក្តី\t",
    ]


def test_without_translated_documents_it_says_how_to_make_them(project: Path) -> None:
    with pytest.raises(ReviewError, match="no translated documents") as error:
        translated_files(project)
    assert "Create Translated Documents" in error.value.hint


def test_any_other_folder_is_no_project(project: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    assert is_project(project)
    assert not is_project(other)


def run_omegat(project: Path) -> None:
    program = shutil.which("omegat")
    if program is None:
        pytest.skip("OmegaT is not installed (apt install omegat)")
    done = subprocess.run(
        [program, str(project), "--mode=console-translate"],
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]


@pytest.mark.slow
def test_omegat_gives_back_what_was_worked_on_and_nothing_else(
    project: Path, review: ReviewStore
) -> None:
    drafts = [one for n, one in enumerate(review.segments()) if expected_state(n) == "draft"]
    wanted = {one.source: f"ថ្មី «{one.id}» & <b> ។" for one in drafts[:50]}
    units = "".join(UNIT.format(escape(en), escape(km)) for en, km in wanted.items())
    (project / "omegat/project_save.tmx").write_text(MEMORY_FRAME.format(units), "utf-8")
    run_omegat(project)
    (file,) = translated_files(project)
    entries = [entry for entry in polib.pofile(file.read_text("utf-8")) if entry.msgctxt]
    assert len(entries) == MANY
    report = bring_in(review, read_file(file.read_bytes(), str(file)), "Dara")
    assert (len(report.changed), report.refused, report.unchanged) == (50, (), MANY - 50)
    now = {one.source: one for one in review.segments()}
    assert {source: now[source].target for source in wanted} == {
        source: entered(text) for source, text in wanted.items()
    }
    assert {now[source].state for source in wanted} == {"edited"}


@pytest.mark.slow
def test_omegat_takes_drafts_for_drafts_and_reviewed_khmer_for_khmer(
    project: Path, review: ReviewStore
) -> None:
    run_omegat(project)
    (file,) = translated_files(project)
    found = {entry.msgctxt: entry.msgstr for entry in polib.pofile(file.read_text("utf-8"))}
    for number, one in enumerate(review.segments()):
        looked_at = expected_state(number) in ("edited", "approved")
        assert found[one.key] == (one.target if looked_at else "")

"""OmegaT projects: a folder with the drafts as fuzzy PO, what was approved, and the glossary.

OmegaT 3.6 takes a filled XLIFF target for the source, so that drafts go as PO. It writes ``target``
when it is told to (Project > Create Translated Documents), with what was worked on only: drafts
nobody confirmed are empty there.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from summarize.errors import ReviewError
from summarize.glossary.files import file_of_terms
from summarize.glossary.records import Term
from summarize.memory.records import Entry
from summarize.memory.tmx import write_tmx
from summarize.review.formats import po
from summarize.review.formats.records import Document

PROJECT: Final = "omegat.project"
SOURCE, TARGET = "source", "target"
_FOLDERS: Final = ("omegat/", f"{TARGET}/")
"""OmegaT opens no project without them."""
_MEMORY: Final = "tm/approved.tmx"
_TERMS: Final = Path("glossary/terms.txt")
_SETTINGS: Final = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
    <project version="1.0">
        <source_dir>__DEFAULT__</source_dir>
        <target_dir>__DEFAULT__</target_dir>
        <tm_dir>__DEFAULT__</tm_dir>
        <glossary_dir>__DEFAULT__</glossary_dir>
        <glossary_file>__DEFAULT__</glossary_file>
        <dictionary_dir>__DEFAULT__</dictionary_dir>
        <source_lang>en</source_lang>
        <target_lang>km</target_lang>
        <sentence_seg>false</sentence_seg>
        <support_default_translations>true</support_default_translations>
        <remove_tags>false</remove_tags>
    </project>
</omegat>
"""
"""One segment of ours is one of OmegaT: it must not divide them again."""


def project_files(
    documents: Mapping[str, Document], approved: Iterable[Entry], terms: Iterable[Term]
) -> dict[str, bytes]:
    """The files of a project by their path in it, which ends in ``/`` for an empty folder.

    ``documents`` are by the name of their file.
    """
    files = {PROJECT: _SETTINGS.encode(), **dict.fromkeys(_FOLDERS, b"")}
    files[_MEMORY] = write_tmx(approved)
    files[_TERMS.as_posix()] = file_of_terms(terms, _TERMS)
    for name, document in documents.items():
        files[f"{SOURCE}/{name}.po"] = po.write(document)
    return files


def is_project(folder: Path) -> bool:
    """Whether ``folder`` is a project of OmegaT."""
    return (folder / PROJECT).is_file()


def translated_files(folder: Path) -> Sequence[Path]:
    """What OmegaT has written in the project ``folder``. Raises ``ReviewError`` for none."""
    found = sorted((folder / TARGET).rglob("*.po"))
    if not found:
        raise ReviewError(
            f"{folder} has no translated documents yet",
            "In OmegaT: Project > Create Translated Documents (Ctrl+D); then import again.",
        )
    return found

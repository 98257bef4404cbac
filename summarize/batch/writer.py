"""Writes what became of articles: the files of each, its line, its record, in that order."""

import errno
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from summarize.batch.disk import replaced, sync_folders
from summarize.batch.held import Hold, held, is_held
from summarize.batch.journal import STATE, Journal, checksum
from summarize.batch.names import file_name, readable
from summarize.batch.records import Entry, Record
from summarize.batch.runner import Outcome
from summarize.confidence import levels
from summarize.errors import (
    ArticleError,
    DefectError,
    InputTooLongError,
    OutputError,
    SummarizeError,
)
from summarize.glossary import NO_TERMS, Glossary
from summarize.output import FormatName, render
from summarize.output.label import LabelName
from summarize.records import Result
from summarize.steps import Failure

OF_THE_NAME = frozenset({errno.ENAMETOOLONG, errno.ENOTDIR, errno.EISDIR, errno.EEXIST})
"""Errors of writing that concern one article; any other would meet the next one as well."""
LASTING = (ArticleError, InputTooLongError)
"""Errors that the same content gives each time."""


class Writer:
    """Writes into ``folder``, in each of ``formats``, and keeps ``journal``.

    ``zwsp``, ``glossary`` and ``label`` are as for :func:`summarize.output.render`. ``hold``
    sets doubtful articles apart; see :mod:`summarize.batch.held`.
    """

    def __init__(
        self,
        folder: Path,
        formats: Sequence[FormatName],
        journal: Journal,
        *,
        zwsp: bool = False,
        hold: Hold | None = None,
        glossary: Glossary = NO_TERMS,
        label: LabelName = "off",
    ) -> None:
        self._folder = folder
        self._formats = formats
        self._journal = journal
        self._zwsp = zwsp
        self._glossary = glossary
        self._label = label
        self._hold = hold

    def write(self, done: Sequence[tuple[Entry, Outcome]]) -> list[Record]:
        """Write all of ``done`` to the disk; returns their records, in order.

        A result that cannot be rendered or named becomes a failure. Raises ``OutputError`` where
        the folder is gone or refuses; what has a record by then is whole.
        """
        try:
            self._require_folder()
            rows = [self._row(entry, outcome) for entry, outcome in done]
            sync_folders(self._folders(record for _, record in rows))
            self._journal.append(rows)
        except OSError as error:
            raise refused(self._folder, error) from error
        return [record for _, record in rows]

    def write_joined(self, done: Sequence[tuple[Entry, Record]]) -> list[Record]:
        """Write what tells the same story as another input, each with the record of that one.

        Raises ``OutputError``.
        """
        try:
            self._require_folder()
            rows = [_joined_row(*one) for one in done]
            self._journal.append(rows)
        except OSError as error:
            raise refused(self._folder, error) from error
        return [record for _, record in rows]

    def _row(self, entry: Entry, outcome: Outcome) -> tuple[bytes, Record]:
        """The line and the record of one outcome, its files written."""
        if isinstance(outcome, Result):
            try:
                return _result_row(entry, outcome, self._files(entry, outcome))
            except SummarizeError as error:
                outcome = Failure(entry.source.name, error)
        return failure_row(entry, outcome.error)

    def _files(self, entry: Entry, result: Result) -> tuple[str, ...]:
        """The files of one article; those of an earlier run that lie elsewhere now are gone."""
        here, there = entry.place, held(entry.place)
        if is_held(Counter(levels(result).values()), self._hold):
            here, there = there, here
        written = tuple(self._file(here, name, result) for name in self._formats)
        before = self._journal.records.get(entry.source.id)
        for name in {file_name(there, one) for one in self._formats} & set(_files_of(before)):
            (self._folder / name).unlink(missing_ok=True)
        return written

    def _file(self, place: str, format_name: FormatName, result: Result) -> str:
        """Write one file; returns its path below the output folder. Raises ``SummarizeError``."""
        relative = file_name(place, format_name)
        path = self._folder / relative
        try:
            data = render(
                [result],
                format_name,
                zwsp=self._zwsp,
                glossary=self._glossary,
                label=self._label,
            )
        except Exception as error:  # one article must not stop the others
            raise DefectError(error) from error
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with replaced(path, self._folder / STATE) as file:
                file.write(data)
        except OSError as error:
            if error.errno not in OF_THE_NAME:
                raise
            message = f"{path} cannot be written: {error.strerror}"
            raise OutputError(message, "Rename the article.") from error
        return relative

    def _folders(self, records: Iterable[Record]) -> set[Path]:
        """The folders of all files, up to the output folder: each has a new name in it."""
        files = {PurePosixPath(file) for record in records for file in record.files}
        return {self._folder / folder for file in files for folder in file.parents}

    def _require_folder(self) -> None:
        if not self._journal.is_there():
            raise OutputError(
                f"the output folder {self._folder} has gone or was replaced",
                "Bring it back and run the same command again: the cache still has the work.",
            )


def _files_of(record: Record | None) -> tuple[str, ...]:
    return record.files if record else ()


def refused(folder: Path, error: OSError) -> OutputError:
    """What to say when the output folder cannot be written."""
    return OutputError(
        f"cannot write into {folder}: {error.strerror or error}",
        "Check its free space and rights, then run the same command again; what is done is kept.",
    )


def _result_row(entry: Entry, result: Result, files: tuple[str, ...]) -> tuple[bytes, Record]:
    line = _line(result.to_dict())
    provenance = result.provenance
    record = Record(
        entry.source.id,
        entry.source.name,
        entry.key,
        entry.sha256,
        entry.place,
        checksum(line),
        files,
        words=len(result.article.text.split()),
        sentences=len(result.segments),
        findings=dict(Counter(f"{one.check}/{one.severity}" for one in result.findings)),
        levels=dict(Counter(levels(result).values())),
        milliseconds=provenance.milliseconds,
        computed=not all(provenance.cache_hits.values()),
    )
    return line, record


def _joined_row(entry: Entry, original: Record) -> tuple[bytes, Record]:
    """The line and the record of an input that has no files of its own."""
    if original.error:
        message = f"it is the same story as {original.input}, which failed: {original.error}"
        return failure_row(replace(entry, key=""), ArticleError(message, original.hint))
    line = _line({"input": entry.source.name, "same_as": original.input})
    record = Record(
        entry.source.id,
        entry.source.name,
        entry.key,
        entry.sha256,
        entry.place,
        checksum(line),
        original.files,
        same_as=original.id,
    )
    return line, record


def failure_row(entry: Entry, error: SummarizeError) -> tuple[bytes, Record]:
    """The line and the record of an input that failed."""
    name, kind, message = entry.source.name, type(error).__name__, readable(error.message)
    line = _line({"input": name, "error": message, "error_type": kind})
    record = Record(
        entry.source.id,
        name,
        entry.key,
        entry.sha256,
        entry.place,
        checksum(line),
        error=message,
        hint=readable(error.hint),
        error_type=kind,
        lasting=bool(entry.key) and isinstance(error, LASTING),
    )
    return line, record


def _line(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode("utf-8") + b"\n"

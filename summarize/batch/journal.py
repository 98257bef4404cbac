"""What a batch has done, on disk: ``results.jsonl`` and, beside it, a journal of records.

A record is written only after its line in ``results.jsonl``, which is written only after the
files of the article; each is on the disk before the next begins. So a record tells the truth
whenever the power fails, and what has no record is taken back at the next start.
"""

import json
import os
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from summarize.batch.disk import replaced, sync, sync_folders
from summarize.batch.records import Record
from summarize.json_text import read_json

RESULTS = "results.jsonl"
STATE = ".summarize"
"""Folder below the output folder, for the journal, the lock and files not yet named."""
JOURNAL = "journal.jsonl"
Span = tuple[int, int]


class Journal:
    """The lines of ``results.jsonl`` in ``folder`` and the record of each. Raises ``OSError``."""

    def __init__(self, folder: Path) -> None:
        self._results = folder / RESULTS
        self._journal = folder / STATE / JOURNAL
        self.records: dict[str, Record] = {}
        self._spans: dict[str, Span] = {}
        self._surplus = False
        self._files: tuple[BinaryIO, BinaryIO] | None = None
        self._load()

    def _load(self) -> None:
        """Read the records whose line is there; note whether there is anything else."""
        spans = dict(_lines(self._results))
        written = 0
        for record, size in _records(self._journal):
            if record.line in spans:
                written += size if record.id not in self.records else 0
                self.records[record.id] = record
                self._spans[record.id] = spans[record.line]
        lines = sum(length for _, length in self._spans.values())
        self._surplus = (lines, written) != (_size(self._results), _size(self._journal))

    def open(self) -> None:
        """Take back what has no record, then keep both files open for :meth:`append`."""
        self._journal.parent.mkdir(parents=True, exist_ok=True)
        if self._surplus:
            self.compact()
        self._files = self._results.open("ab"), self._journal.open("ab")
        sync_folders([self._results.parent, self._journal.parent])

    def append(self, done: Sequence[tuple[bytes, Record]]) -> None:
        """Keep lines and records; they are on the disk when this returns."""
        assert self._files is not None
        results, journal = self._files
        for line, record in done:
            self._surplus |= record.id in self.records
            self.records[record.id] = record
            self._spans[record.id] = (results.tell(), len(line))
            results.write(line)
        sync(results)
        journal.write(b"".join(_dumped(record) for _, record in done))
        sync(journal)

    def is_there(self) -> bool:
        """Whether the open files are still the ones in the folder."""
        if self._files is None:
            return False
        try:
            found = [path.stat() for path in (self._results, self._journal)]
        except OSError:
            return False
        own = [os.fstat(file.fileno()) for file in self._files]
        return all(map(os.path.samestat, found, own))

    def close(self) -> None:
        """Close the files, after dropping lines that later ones have replaced."""
        self.abandon()
        if self._surplus:
            self.compact()

    def abandon(self) -> None:
        """Close the files as they are; what the disk refused is taken back at the next start."""
        for file in self._files or ():
            with suppress(OSError):
                file.close()
        self._files = None

    def compact(self) -> None:
        """Rewrite both files, each at one stroke, with one line for each input."""
        with self._rewritten(self._results) as target:
            spans = dict(self._copy(target))
        with self._rewritten(self._journal) as target:
            target.writelines(map(_dumped, self.records.values()))
        self._spans, self._surplus = spans, False

    @contextmanager
    def _rewritten(self, path: Path) -> Iterator[BinaryIO]:
        with replaced(path, self._journal.parent) as target:
            yield target
        sync_folders([path.parent])

    def _copy(self, target: BinaryIO) -> Iterator[tuple[str, Span]]:
        if not self._spans:
            return
        with self._results.open("rb") as source:
            for name, (offset, length) in self._spans.items():
                source.seek(offset)
                yield name, (target.tell(), length)
                target.write(source.read(length))


def checksum(line: bytes) -> int:
    """How a record identifies its line."""
    return zlib.crc32(line)


def _dumped(record: Record) -> bytes:
    return json.dumps(record.to_dict(), ensure_ascii=False).encode("utf-8") + b"\n"


def _records(path: Path) -> Iterator[tuple[Record, int]]:
    """Records that can be read, each with its size in bytes."""
    for line in _whole_lines(path):
        try:
            yield Record.from_dict(read_json(line)), len(line)
        except (AttributeError, KeyError, TypeError, ValueError):
            continue


def _lines(path: Path) -> Iterator[tuple[int, Span]]:
    start = 0
    for line in _whole_lines(path):
        yield checksum(line), (start, len(line))
        start += len(line)


def _whole_lines(path: Path) -> Iterator[bytes]:
    """Lines of ``path``, without one that a crash cut off; none where there is no file."""
    if path.exists():
        with path.open("rb") as file:
            yield from (line for line in file if line.endswith(b"\n"))


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0

"""From inputs to windows: read ahead, leave out what is done, bound what goes together."""

import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from summarize.batch.contents import PAGE, open_content
from summarize.batch.held import Hold, held
from summarize.batch.names import file_name
from summarize.batch.records import Entry, Input, Record, Window
from summarize.cache import sha256
from summarize.errors import DefectError, SummarizeError
from summarize.feeds.polite import Polite
from summarize.feeds.seen import Seen
from summarize.output import FormatName
from summarize.output.label import LabelName

CHARACTERS_A_TOKEN = 4
"""Of English, about."""
MOST = 256
"""Entries in one window: what is already done costs no tokens, and is told in time all the same."""
SECOND = 8
"""The second window with anything to do has this part of what later ones have; the first has one
article, so that there is something to see at once."""
Placed = tuple[Input, str]
"""An input and the place of its files."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads inputs, unless ``records`` say that they are done in the same way.

    ``recipe`` digests all that steers a result besides its article; ``folder`` is the output
    folder, ``formats`` are those of its files. ``again`` does everything anew, ``retry`` what
    failed for good. Pages come by ``web``; an item of a feed that ``seen`` knows in its version is
    not fetched again.
    """

    recipe: str
    records: Mapping[str, Record]
    folder: Path
    formats: Sequence[FormatName]
    force: bool = False
    offline: bool = False
    again: bool = False
    retry: bool = False
    zwsp: bool = False
    label: LabelName = "off"
    hold: Hold | None = None
    web: Polite | None = None
    seen: Seen | None = None

    def read(self, placed: Placed) -> Entry:
        """The entry of one input; errors become part of it."""
        source, place = placed
        start, digest, key = time.perf_counter(), "", ""
        try:
            if known := self._seen(source, place):
                return Entry(source, place, known.sha256, known.key, known=known)
            content = open_content(source, force=self.force, offline=self.offline, web=self.web)
            digest = content.sha256
            key = self._key(digest, content.kind)
            if known := self._known(source.id, place, key):
                return Entry(source, place, digest, key, known=known)
            article = content.parse()
        except SummarizeError as error:
            return Entry(source, place, digest, key, error=error)
        except Exception as error:  # one article must not stop the others
            return Entry(source, place, digest, key, error=DefectError(error))
        spent = round((time.perf_counter() - start) * 1000, 3)
        return Entry(source, place, digest, key, article, read_milliseconds=spent)

    def is_done(self, own: str) -> bool:
        """Whether the page or item with the id ``own`` has files of its own, made in this way."""
        record = self.records.get(own)
        if record is None or record.error or record.same_as:
            return False
        return self._known(own, record.place, self._key(record.sha256, PAGE)) is not None

    def _key(self, digest: str, kind: str) -> str:
        """Digest of all that steers the result, the content among it."""
        label = None if self.label == "off" else f"label {self.label}"
        asked = [self.force, self.zwsp, *filter(None, [self.hold, label])]
        return sha256(json.dumps([self.recipe, digest, kind, *asked]))

    def _seen(self, source: Input, place: str) -> Record | None:
        """The record of an item that was settled as the feed has it now."""
        record, item = self.records.get(source.id), source.item
        if record is None or item is None or self.seen is None or not record.sha256:
            return None
        if self.seen.version(source.id) != item.version:
            return None
        return self._known(source.id, place, self._key(record.sha256, PAGE))

    def _known(self, own: str, place: str, key: str) -> Record | None:
        record = self.records.get(own)
        if record is None or record.key != key or self.again:
            return None
        if record.error:
            return record if record.lasting and not self.retry else None
        if record.same_as:
            return record if self.is_done(record.same_as) else None
        here = any(file_name(place, one) in record.files for one in self.formats)
        names = (file_name(place if here else held(place), one) for one in self.formats)
        whole = all(name in record.files and _has_content(self.folder / name) for name in names)
        return record if whole else None


def read_ahead(
    placed: Iterable[Placed | None], read: Callable[[Placed], Entry], threads: int
) -> Iterator[Entry | None]:
    """Entries in the order of their inputs, ``threads`` of them read at a time.

    ``None`` among the inputs says that no more are waiting, and is passed on after what is before.
    """
    pool = ThreadPoolExecutor(threads, "read")
    reading: deque[Future[Entry]] = deque()
    try:
        for one in placed:
            if one is not None:
                reading.append(pool.submit(read, one))
            while reading and (one is None or len(reading) > 2 * threads):
                yield reading.popleft().result()
            if one is None:
                yield None
        while reading:
            yield reading.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def windows(entries: Iterable[Entry | None], tokens: int) -> Iterator[Window]:
    """Group ``entries`` until they have about ``tokens`` tokens; ``None`` ends a group.

    Behind all that came before ``None`` there is one window, maybe empty, that is idle. The first
    group is one article and the next ones are smaller, each twice the one before, so that the
    first results come soon.
    """
    held: list[Entry] = []
    size, room, told = 0, 1, True
    for entry in entries:
        if entry is not None:
            held.append(entry)
            size += len(entry.article.text) // CHARACTERS_A_TOKEN if entry.article else 0
            told = False
        if size >= room or len(held) >= MOST or (entry is None and not told):
            yield Window(tuple(held), idle=entry is None)
            if size:
                room = min(tokens, max(2 * room, tokens // SECOND))
            held, size, told = [], 0, entry is None
    if held:
        yield Window(tuple(held))


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False

"""One run of a batch: from inputs to files, lines, records, a manifest and a report."""

import os
import shlex
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from summarize.articles.private import hosts_of
from summarize.batch.disk import replaced, sync_folders
from summarize.batch.feeds import Feeds
from summarize.batch.held import Hold
from summarize.batch.journal import STATE, Journal
from summarize.batch.lock import locked
from summarize.batch.manifest import Account, manifest
from summarize.batch.names import Places
from summarize.batch.plan import Selection, find_inputs
from summarize.batch.reading import Placed, Reader, read_ahead, windows
from summarize.batch.records import Entry, Input, Record, Window
from summarize.batch.report import report
from summarize.batch.runner import Outcome, Runner
from summarize.batch.signals import Stop
from summarize.batch.stories import Joiner
from summarize.batch.tally import Tally
from summarize.batch.watch import arrivals
from summarize.batch.writer import Writer, refused
from summarize.errors import SummarizeError
from summarize.feeds.address import without_prefix
from summarize.feeds.polite import PAUSE, Polite
from summarize.feeds.seen import FILE, Seen
from summarize.glossary import NO_TERMS, Glossary
from summarize.output import FormatName
from summarize.output.label import LabelName
from summarize.output.words import left_out_line
from summarize.steps import Failure
from summarize.stream import until

EVERY_MINUTES = 15.0


@dataclass(frozen=True, slots=True)
class Job:
    """What a batch was asked to do.

    ``inputs`` are those that ``sources`` held when it was asked. ``threads`` read at a time;
    about ``tokens`` go through the models together; ``again`` does everything anew, ``retry`` what
    failed for good; ``fail_fast`` stops at the first failure. When watching, feeds are looked at
    ``every`` so many minutes; ``pause`` is the seconds between two transfers from one host.
    ``private`` lets lists and feeds lead to this machine and its own network. ``hold`` sets apart
    the articles with a sentence at that level or below.
    """

    sources: Sequence[str]
    inputs: Sequence[Input]
    output: Path
    formats: Sequence[FormatName]
    selection: Selection
    threads: int
    tokens: int
    watch: bool = False
    fail_fast: bool = False
    retry: bool = False
    again: bool = False
    force: bool = False
    offline: bool = False
    zwsp: bool = False
    glossary: Glossary = NO_TERMS
    label: LabelName = "off"
    every: float = EVERY_MINUTES
    pause: float = PAUSE
    private: bool = False
    hold: Hold | None = None


class View(Protocol):
    """Shows how a batch gets on."""

    def show(self, tally: Tally) -> None:
        """Show the counts as they are now."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: its counts, what became of its inputs, the error that ended it early if any.

    ``records`` are of the inputs that were settled, in order.
    """

    tally: Tally
    records: Sequence[Record]
    error: SummarizeError | None = None

    @property
    def failures(self) -> list[Record]:
        """Those of the inputs that failed."""
        return [record for record in self.records if record.error]


@dataclass(frozen=True, slots=True)
class Desk:
    """What reads the inputs of one job: its feeds, its articles, and which tell the same story."""

    feeds: Feeds
    reader: Reader
    joiner: Joiner


def open_desk(
    job: Job,
    recipe: str,
    records: Mapping[str, Record],
    seen: Seen,
    stop: Stop,
    notify: Callable[[str], None],
) -> Desk:
    """What reads the inputs of ``job`` and knows by ``records`` and ``seen`` which are done."""
    trusted = None if job.private else hosts_of(map(without_prefix, job.sources))
    web = Polite(stop.wanted, job.pause, trusted=trusted)
    every = job.every * 60 if job.watch else None
    feeds = Feeds(web, seen, job.selection, records, notify, offline=job.offline, every=every)
    reader = Reader(
        recipe,
        records,
        job.output,
        job.formats,
        force=job.force,
        offline=job.offline,
        again=job.again,
        retry=job.retry,
        zwsp=job.zwsp,
        label=job.label,
        hold=job.hold,
        web=web,
        seen=seen,
    )
    return Desk(feeds, reader, Joiner(seen, records, reader.is_done))


def run_batch(
    job: Job,
    runner: Runner,
    recipe: str,
    signatures: Mapping[str, str],
    view: View,
    stop: Stop,
    notify: Callable[[str], None] = lambda _: None,
) -> Ended:
    """Do ``job``, or what is left of it. Raises ``OutputError`` where it cannot begin.

    ``recipe`` and ``signatures`` are those of the pipeline behind ``runner``. What was done before
    an error is on the disk, with manifest and report. ``notify`` gets lines for people.
    """
    with (
        locked(job.output),
        closing(Seen(job.output / STATE / FILE, notify)) as seen,
    ):
        return _Run(job, recipe, signatures, view, stop, seen, notify).run(runner)


class _Run:
    def __init__(
        self,
        job: Job,
        recipe: str,
        signatures: Mapping[str, str],
        view: View,
        stop: Stop,
        seen: Seen,
        notify: Callable[[str], None],
    ) -> None:
        self._job = job
        self._view = view
        self._notify = notify
        self._stop = stop
        self._signatures = signatures
        self._began = datetime.now().astimezone()
        self._tally = Tally()
        try:
            self._journal = Journal(job.output)
        except OSError as error:
            raise refused(job.output, error) from error
        records = self._journal.records
        self._places = Places({own: record.place for own, record in records.items()})
        self._desk = open_desk(job, recipe, records, seen, stop, notify)
        self._given: set[str] = set()
        self._failing: set[str] = set()
        self._writer = Writer(
            job.output,
            job.formats,
            self._journal,
            zwsp=job.zwsp,
            hold=job.hold,
            glossary=job.glossary,
            label=job.label,
        )

    def run(self, runner: Runner) -> Ended:
        """Take every input through, then tell how it went."""
        try:
            error = self._attempt(lambda: self._work(runner)) or self._attempt(self._journal.close)
        finally:
            self._journal.abandon()
        error = error or self._attempt(lambda: self._tell(None))
        if error is not None:
            self._attempt(lambda: self._tell(error))
        return Ended(self._tally, self._settled(), error)

    def _attempt(self, work: Callable[[], None]) -> SummarizeError | None:
        """Do ``work``; the error that ended it, if one did."""
        try:
            work()
        except SummarizeError as error:
            return error
        except OSError as error:
            return refused(self._job.output, error)
        return None

    def _work(self, runner: Runner) -> None:
        self._journal.open()
        entries = read_ahead(self._placed(), self._desk.reader.read, self._job.threads)
        groups = windows(self._desk.joiner.join(entries), self._job.tokens)
        finished = until(runner.run(groups, self._stop.wanted), self._stop.over)
        with closing(finished):
            for one in finished:
                self._settle(*one)
                if one[0].idle:
                    self._tell(None)

    def _placed(self) -> Iterator[Placed | None]:
        """Inputs with their places; ``None`` where none is waiting, when watching."""
        job = self._job
        batches = arrivals(self._look, self._stop.wanted) if job.watch else iter([self._look()])
        for inputs in batches:
            self._given.update(one.id for one in inputs)
            self._tally.total = len(self._given)
            self._view.show(self._tally)
            for placed in zip(inputs, self._places.assign(inputs), strict=True):
                if self._stop.wanted.is_set():
                    return
                yield placed
            if job.watch:
                yield None

    def _look(self) -> list[Input]:
        """All inputs that there are now; a feed that can be read again has not failed any more."""
        job = self._job
        sources = find_inputs(job.sources, job.selection) if job.watch else job.inputs
        found = self._desk.feeds.look(sources)
        failing = {one.id for one in found if isinstance(one.found, SummarizeError)}
        for own in self._failing - failing:
            self._given.discard(own)
            self._tally.forget(own)
        self._failing = failing
        return found

    def _settle(self, window: Window, outcomes: Sequence[Outcome]) -> None:
        """Write what became of a window, and count it."""
        found = iter(outcomes)
        fresh: list[tuple[Entry, Outcome]] = []
        for entry in window.entries:
            if entry.error is not None:
                fresh.append((entry, Failure(entry.source.name, entry.error)))
            elif entry.known is None and not entry.same_as:
                fresh.append((entry, next(found)))
                if entry.article and (line := left_out_line(entry.article)):
                    self._notify(line)
        written = iter(self._writer.write(fresh))
        joined = [entry for entry in window.entries if entry.same_as]
        records = self._journal.records
        twins = iter(self._writer.write_joined([(one, records[one.same_as]) for one in joined]))
        for entry in window.entries:
            record = entry.known or next(twins if entry.same_as else written)
            self._desk.joiner.settled(entry, record)
            self._tally.add(record, known=entry.known is not None)
        if self._job.fail_fast and self._tally.counts["failed"]:
            self._stop.wanted.set()
        self._view.show(self._tally)

    def _settled(self) -> list[Record]:
        return [self._journal.records[own] for own in self._tally.status]

    def _tell(self, error: SummarizeError | None) -> None:
        """Write manifest and report of what this run has settled so far."""
        account = Account(
            self._job.sources,
            self._job.formats,
            self._signatures,
            self._began,
            self._tally,
            self._settled(),
            _why_stopped(error, self._stop),
            review_command(self._job.output),
        )
        for name, data in (("manifest.json", manifest(account)), ("report.html", report(account))):
            with replaced(self._job.output / name, self._job.output / STATE) as file:
                file.write(data)
        sync_folders([self._job.output])


def review_command(output: Path) -> str:
    """The command that begins the review of what is in ``output``."""
    words = ["summarize", "review", "serve", str(output)]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def _why_stopped(error: SummarizeError | None, stop: Stop) -> str:
    """In words; "" for a run that came to its end."""
    if error is not None:
        return error.message
    if stop.signal:
        return "stopped by Ctrl-C" if stop.signal == signal.SIGINT else "stopped by SIGTERM"
    return "stopped at the first failure (--fail-fast)" if stop.wanted.is_set() else ""

"""One batch from the command line: what was asked, done, and told at the end."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import typer

from summarize.articles.formats import FORMATS
from summarize.batch.held import FOLDER, Hold
from summarize.batch.local import LocalRunner
from summarize.batch.plan import Selection, can_watch, find_inputs, has_addresses
from summarize.batch.preview import preview
from summarize.batch.progress import shown
from summarize.batch.run import EVERY_MINUTES, Ended, Job, review_command, run_batch
from summarize.batch.signals import Stop
from summarize.batch.tally import Tally, levels_of_all, most_doubtful_first
from summarize.batch.words import count, duration, speed
from summarize.cli.deliver import require_breaks
from summarize.cli.job import DONE, FAILED, FINDINGS, SOME_FAILED, better_khmer
from summarize.cli.leaving import going_on, leave_interrupted
from summarize.cli.report import Reporter, show_error
from summarize.cli.trusting import load_settings
from summarize.confidence import counted
from summarize.errors import SummarizeError, UsageError
from summarize.output import FormatName
from summarize.pipeline import Pipeline
from summarize.session import HERE, Place, check_context, open_pipeline
from summarize.settings import Settings
from summarize.watching import NOBODY, Watcher

if TYPE_CHECKING:
    from summarize.batch.ray.cluster import Cluster

FAILURES_TOLD = ARTICLES_TOLD = 10
"""On the screen; the report has all of them."""


@dataclass(frozen=True, slots=True)
class Request:
    """The arguments of the command; ``flags`` are the settings among them."""

    sources: Sequence[str]
    output: Path
    formats: Sequence[FormatName]
    flags: Mapping[str, Any]
    reporter: Reporter
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    limit: int
    jobs: int
    batch_tokens: int
    engine: Literal["local", "ray"]
    ray_address: str
    zwsp: bool
    translate: bool
    watch: bool
    every: float | None
    pause: float
    fail_fast: bool
    retry_failed: bool
    download: bool
    no_cache: bool
    refresh: bool
    force: bool
    hold: Hold | None
    strict: bool
    dry_run: bool


def run_request(request: Request) -> int:
    """Do it; returns the exit code. Raises ``SummarizeError`` when nothing could be begun."""
    settings = load_settings(request.flags)
    job = _job(request, settings)
    if request.dry_run:
        for line in preview(job, _pipeline(request, settings).recipe, request.reporter.notify):
            typer.echo(line)
        return DONE
    stop = Stop(f"Stopped at once. {going_on()}")
    with _cluster(request, settings) as cluster:
        ended = _run(job, request, settings, cluster, stop)
        _tell(request, settings, ended)
        if stop.over.is_set():  # something is at work still, and nobody waits for it
            leave_interrupted(stop.exit_code)
    return _exit_code(request, ended, stop)


def _pipeline(
    request: Request, settings: Settings, place: Place = HERE, watcher: Watcher = NOBODY
) -> Pipeline:
    return open_pipeline(
        settings,
        notify=request.reporter.notify,
        translate=request.translate,
        cache_mode="none" if request.no_cache else "refresh" if request.refresh else "use",
        download=request.download,
        place=place,
        watcher=watcher,
    )


@contextmanager
def _cluster(request: Request, settings: Settings) -> Iterator["Cluster | None"]:
    """The cluster that was asked for, with a pool for each model. Raises ``SummarizeError``."""
    if request.engine == "local":
        yield None
        return
    from summarize.batch.ray.cluster import Cluster

    names = (settings.summarizer, *([settings.translator] if request.translate else []))
    with closing(Cluster(request.ray_address, names, request.reporter.notify)) as cluster:
        yield cluster


def _job(request: Request, settings: Settings) -> Job:
    """Raises ``UsageError`` for what makes no sense, before anything else is done."""
    _require_sense(request)
    selection = Selection(request.include, request.exclude, request.limit, request.output)
    inputs = find_inputs(request.sources, selection)
    if not inputs and not request.watch:
        raise _nothing(request)
    return Job(
        request.sources,
        inputs,
        request.output,
        request.formats,
        selection,
        threads=request.jobs,
        tokens=request.batch_tokens,
        watch=request.watch,
        fail_fast=request.fail_fast,
        retry=request.retry_failed,
        again=request.refresh,
        force=request.force,
        offline=settings.offline,
        zwsp=request.zwsp,
        glossary=check_context(settings).glossary,
        label=settings.label,
        every=request.every or EVERY_MINUTES,
        pause=request.pause,
        private=settings.private_addresses,
        hold=request.hold,
    )


def _require_sense(request: Request) -> None:
    if request.no_cache and request.refresh:
        raise UsageError("--no-cache and --refresh exclude each other", "Choose one.")
    if request.output.exists() and not request.output.is_dir():
        raise UsageError(f"{request.output} is not a folder", "Name a folder, such as -o results.")
    if request.watch and not can_watch(request.sources):
        raise UsageError(
            "--watch needs folders, patterns or feeds", "Name the folder of the files, or a feed."
        )
    if request.every and not request.watch:
        raise UsageError("--every says how often --watch looks at feeds", "Add --watch.")
    if request.ray_address and request.engine != "ray":
        raise UsageError("--ray-address is for --engine ray", "Add --engine ray.")
    if request.zwsp:
        for format_name in request.formats:
            require_breaks(format_name)
    if request.watch and request.limit and not has_addresses(request.sources):
        raise UsageError("--watch goes with --limit only for feeds", "Choose one.")


def _nothing(request: Request) -> UsageError:
    names = ", ".join(request.sources)
    if request.include or request.exclude:
        return UsageError(f"no input of {names} is selected", "Change --include or --exclude.")
    return UsageError(
        f"there are no articles in {names}",
        f"Articles end in {', '.join(FORMATS)}; choose others with --include '*.ending'.",
    )


def _run(
    job: Job, request: Request, settings: Settings, cluster: "Cluster | None", stop: Stop
) -> Ended:
    reporter = request.reporter
    with shown(reporter.quiet) as view, stop.on_signals(reporter.notify):
        pipeline = _pipeline(request, settings, cluster or HERE, view)
        runner = cluster.runner(pipeline) if cluster else LocalRunner(pipeline)
        signatures = pipeline.require_models()
        return run_batch(job, runner, pipeline.recipe, signatures, view, stop, reporter.notify)


def _tell(request: Request, settings: Settings, ended: Ended) -> None:
    """Say beside the data how it went; failures even with ``-q``."""
    for failed in ended.failures[:FAILURES_TOLD]:
        show_error(SummarizeError(failed.error, failed.hint), failed.input)
    if (more := len(ended.failures) - FAILURES_TOLD) > 0:
        request.reporter.notify(f"And {count(more, 'more failure')}.")
    if ended.error is not None:
        show_error(ended.error)
    request.reporter.notify(_totals(ended.tally))
    for line in _khmer(ended):
        request.reporter.notify(line)
    if ended.tally.held:
        told = count(ended.tally.held, "article")
        request.reporter.notify(f"Held back: {told}, in {request.output / FOLDER}.")
    request.reporter.notify(f"Report: {request.output / 'report.html'}")
    if any(one.levels for one in ended.records):
        request.reporter.notify(f"To review the Khmer: {review_command(request.output)}")
    if ended.tally.sentences and settings.translator == "embedded":
        request.reporter.hint(better_khmer())


def _khmer(ended: Ended) -> Iterator[str]:
    """How many Khmer sentences are likely wrong, to check and likely usable, by article."""
    drafted = most_doubtful_first(ended.records)
    if not drafted:
        return
    yield "The Khmer, by sentences:"
    for one in drafted[:ARTICLES_TOLD]:
        yield f"  {one.input}: {counted(one.levels)}"
    if (more := len(drafted) - ARTICLES_TOLD) > 0:
        yield f"  and {count(more, 'more article')}, less doubtful: see the report."
    if len(drafted) > 1:
        yield f"  in all: {counted(levels_of_all(drafted))}"


def _totals(tally: Tally) -> str:
    """How many of the articles were what, and how fast; what there is none of is left out."""
    left = tally.total - len(tally.status)
    numbers = (*tally.counts.items(), ("not reached", left))
    parts = [f"{number:,} {state}" for state, number in numbers if number]
    pace = f" (sentences: {speed(tally.sentences, tally.seconds)})" if tally.sentences else ""
    told = ", ".join(parts) or "nothing to do"
    return f"{count(tally.total, 'article')}: {told}, in {duration(tally.seconds)}{pace}."


def _exit_code(request: Request, ended: Ended, stop: Stop) -> int:
    tally = ended.tally
    if ended.error is not None:
        return ended.error.exit_code
    if stop.signal:
        return stop.exit_code
    if tally.counts["failed"]:
        return SOME_FAILED if tally.counts.total() > tally.counts["failed"] else FAILED
    return FINDINGS if request.strict and tally.with_errors else DONE

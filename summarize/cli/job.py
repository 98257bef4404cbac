"""One run of the pipeline from the command line: read, compute, deliver, and say how it went."""

import io
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarize.cli import clipboard
from summarize.cli.deliver import choose_format, deliver, is_underlined, require_breaks
from summarize.cli.dry_run import show_plan
from summarize.cli.live import Screen, in_background
from summarize.cli.report import Reporter, show_error
from summarize.cli.slips import paste_prompt, require_article, require_articles
from summarize.cli.trusting import load_settings
from summarize.errors import UsageError
from summarize.glossary import Glossary
from summarize.output import POSTS, FormatName, posts_of, remarks_on, render
from summarize.output.words import (
    confidence_line,
    doubt_line,
    finding_lines,
    left_out_line,
    provenance_lines,
    replacement_lines,
    underline_line,
)
from summarize.pipeline import Pipeline
from summarize.records import Article, Result
from summarize.session import CacheMode, check_context, open_pipeline
from summarize.settings import Settings
from summarize.steps import Failure
from summarize.watching import NOBODY, Watcher

CLIPBOARD = "-"
"""The article in the clipboard has no name, as that of standard input."""
DONE, FAILED, SOME_FAILED, FINDINGS = 0, 1, 3, 4


@dataclass(frozen=True, slots=True)
class Job:
    """What one command was asked to do."""

    sources: Sequence[str]
    settings: Settings
    reporter: Reporter
    format_name: FormatName
    output: Path | None
    cache_mode: CacheMode = "use"
    summarize: bool = True
    translate: bool = True
    download: bool = False
    force: bool = False
    strict: bool = False
    dry_run: bool = False
    zwsp: bool = False
    paste: bool = False
    copy: bool = False


def make_job(
    sources: Sequence[str],
    flags: dict[str, Any],
    reporter: Reporter,
    *,
    format_name: FormatName | None,
    output: Path | None,
    no_cache: bool,
    refresh: bool,
    zwsp: bool,
    **rest: bool,
) -> Job:
    """The job that options describe; ``flags`` are the settings. Raises ``UsageError``."""
    if no_cache and refresh:
        raise UsageError("--no-cache and --refresh exclude each other", "Choose one.")
    if sources.count("-") > 1:
        raise UsageError("standard input (-) can be read only once", "Name it once.")
    if rest.get("paste"):
        if sources:
            raise UsageError("--paste takes the place of ARTICLE", "Give one of them.")
        sources = [CLIPBOARD]
    elif not sources:
        raise UsageError("no article is named", "Name a file or a URL; - is standard input.")
    chosen = choose_format(format_name, output)
    if rest.get("copy"):
        _require_copy(chosen)
    if zwsp:
        require_breaks(chosen)
    return Job(
        sources=sources,
        settings=load_settings(flags),
        reporter=reporter,
        format_name=chosen,
        output=output,
        cache_mode="none" if no_cache else "refresh" if refresh else "use",
        zwsp=zwsp,
        **rest,
    )


def run_job(job: Job) -> int:
    """Do it; returns the exit code. Raises ``SummarizeError`` when nothing could be done."""
    if not job.paste:
        require_articles(job.sources)
    if job.dry_run:
        pipeline = _pipeline(job, NOBODY, job.reporter.notify)
        articles = [_read(job, source) for source in job.sources]
        show_plan(pipeline.plan(articles), job.format_name)
        return DONE
    screen = _screen(job)
    try:
        outcomes = in_background(lambda: _process(job, screen))
    finally:
        screen.close()
    results = [outcome for outcome in outcomes if isinstance(outcome, Result)]
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    if len(job.sources) == 1 and failures:
        raise failures[0].error
    for failure in failures:
        show_error(failure.error, failure.source)
    if results:
        glossary = check_context(job.settings).glossary
        deliver(
            results,
            job.format_name,
            job.output,
            zwsp=job.zwsp,
            glossary=glossary,
            label=job.settings.label,
            rest=screen.rest,
        )
        if job.output is not None:
            job.reporter.notify(f"Wrote {job.output}.")
        if job.copy:
            _copy(job, results, glossary)
            job.reporter.notify("The result is in the clipboard.")
        _comment(job, results, glossary)
    return _exit_code(job, results, failures)


def _pipeline(job: Job, watcher: Watcher, notify: Callable[[str], None]) -> Pipeline:
    return open_pipeline(
        job.settings,
        notify=notify,
        summarize=job.summarize,
        translate=job.translate,
        cache_mode=job.cache_mode,
        download=job.download,
        watcher=watcher,
    )


def _screen(job: Job) -> Screen:
    """Sentences are printed as they are ready where the result of one article would be."""
    to_person = job.output is None and job.format_name in ("text", "txt") and sys.stdout.isatty()
    return Screen(
        is_told=sys.stderr.isatty() and not job.reporter.quiet,
        as_text=to_person and len(job.sources) == 1 and not job.zwsp,
        underline=is_underlined(job.format_name, job.output),
    )


def _process(job: Job, screen: Screen) -> list[Result | Failure]:
    pipeline = _pipeline(job, screen, lambda told: screen.told(told, job.reporter.notify))

    def read(source: str) -> Article:
        if source != "-" or not sys.stdin.isatty():  # somebody is typing there
            screen.say(f"Reading {source}")
        article = _read(job, source)
        screen.say("Summarising" if job.summarize else "Drafting the Khmer")
        return article

    return pipeline.process(job.sources, read)


def _read(job: Job, source: str) -> Article:
    from summarize.articles import read_article

    stdin = None
    if job.paste:
        stdin = io.BytesIO(clipboard.paste())
    else:
        require_article(source)
        if source == "-" and sys.stdin.isatty():
            job.reporter.notify(paste_prompt())
    return read_article(source, force=job.force, offline=job.settings.offline, stdin=stdin)


def _require_copy(format_name: FormatName) -> None:
    """Raise ``SummarizeError`` where the result could not be put into the clipboard."""
    if format_name == "docx":
        raise UsageError("a Word file cannot be put into the clipboard", "Choose another --format.")
    clipboard.require_copy()


def _copy(job: Job, results: Sequence[Result], glossary: Glossary) -> None:
    label = job.settings.label
    clipboard.copy(render(results, job.format_name, zwsp=job.zwsp, glossary=glossary, label=label))


def _comment(job: Job, results: Sequence[Result], glossary: Glossary) -> None:
    """Say beside the data what a person should know about it."""
    if job.format_name in POSTS:
        posts = posts_of(results, glossary, job.settings.label)
        for line in remarks_on(posts, job.format_name):
            job.reporter.notify(line)
        if not all(post.is_ready for post in posts):
            job.reporter.notify("Nobody has checked this Khmer. To post what was: summarize export")
    for result in results:
        if line := left_out_line(result.article):
            job.reporter.notify(line)
        for line in provenance_lines(result):
            job.reporter.detail(line)
        place = f"{result.article.source}: " if len(job.sources) > 1 else ""
        for line in _remarks(result, job.reporter.verbose):
            job.reporter.notify(f"{place}{line}")
    if is_underlined(job.format_name, job.output) and (legend := underline_line(results)):
        job.reporter.notify(legend)
    fresh = any(not result.provenance.cache_hits.get("draft", True) for result in results)
    if fresh and job.settings.translator == "embedded":
        job.reporter.hint(better_khmer())


def _remarks(result: Result, verbose: bool) -> list[str]:
    """What to look at, the whole before its sentences."""
    lines = [
        doubt_line(result),
        *replacement_lines(result),
        *finding_lines(result, verbose),
        confidence_line(result, verbose),
    ]
    return [line for line in lines if line]


def better_khmer() -> str:
    """Advice to somebody who read a draft of the embedded model."""
    from summarize.models.catalog import catalog, hub_name
    from summarize.models.hub import is_here

    entries = [entry for entry in catalog().models_of("recommended") if entry]
    small = "this Khmer is a first draft by the small embedded model."
    if all(is_here(hub_name(entry.name)) for entry in entries):
        return f"{small} The recommended models are on this machine: --profile recommended"
    better = catalog().recommended("translation")
    use = f"{small} A larger open model ({better.licence}) drafts better:"
    if is_here(hub_name(better.name)):
        return f"{use} --translator {better.name}"
    return f"{use} summarize models pull recommended, then --profile recommended"


def _exit_code(job: Job, results: Sequence[Result], failures: Sequence[Failure]) -> int:
    if failures:
        return SOME_FAILED if results else FAILED
    errors = any(f.severity == "error" for result in results for f in result.findings)
    return FINDINGS if job.strict and errors else DONE

"""``summarize article``: English summary and Khmer draft of articles."""

from typing import Annotated

import typer

from summarize.cli import options
from summarize.cli.lengths import one_length
from summarize.cli.report import Reporter


def article(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ARTICLE...",
            help="File (txt, md, html, docx, pdf, odt, rtf, epub), URL, or - for stdin.",
        ),
    ] = None,
    paste: options.Paste = False,
    copy: options.Copy = False,
    summarizer: options.Summarizer = None,
    translator: options.Translator = None,
    profile: options.Profile = None,
    length: options.Length = None,
    points: options.Points = None,
    standfirst: options.Standfirst = False,
    push: options.Push = False,
    compress: options.Compress = None,
    format_name: options.Format = None,
    output: options.Output = None,
    digits: options.Digits = None,
    zwsp: options.Zwsp = False,
    label: options.Label = None,
    no_translate: options.NoTranslate = False,
    engine: options.Engine = None,
    device: options.Device = None,
    effort: options.Effort = None,
    download: options.Download = False,
    offline: options.Offline = None,
    no_cache: options.NoCache = False,
    refresh: options.Refresh = False,
    force: options.Force = False,
    strict: options.Strict = False,
    dry_run: options.DryRun = False,
    verbose: options.Verbose = False,
    quiet: options.Quiet = False,
) -> None:
    """Summarise articles, and draft that in Khmer."""
    from summarize.cli.job import make_job, run_job  # kept out of --help

    flags = {
        "summarizer": summarizer,
        "translator": translator,
        "profile": profile,
        "length": one_length(length, points, standfirst=standfirst, push=push),
        "compress": compress,
        "digits": digits,
        "label": label,
        "engine": engine,
        "device": device,
        "effort": effort,
        "offline": offline,
    }
    job = make_job(
        sources or [],
        flags,
        Reporter(quiet, verbose),
        format_name=format_name,
        output=output,
        no_cache=no_cache,
        refresh=refresh,
        translate=not no_translate,
        download=download,
        force=force,
        strict=strict,
        dry_run=dry_run,
        paste=paste,
        copy=copy,
        zwsp=zwsp,
    )
    raise typer.Exit(run_job(job))
